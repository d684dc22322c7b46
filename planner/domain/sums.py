"""Sums of money by currency, as people type them: TWD 3000; USD 100."""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Any

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

_SUM = re.compile(r"\s*([A-Z]{3})\s*([0-9][0-9,]*(?:\.[0-9]{1,2})?)\s*")
_PARTING = re.compile(r"[;；、\n]")


def _read(written: Any) -> Any:
    if not isinstance(written, str):
        return written
    found = [_SUM.fullmatch(part) for part in _PARTING.split(written) if part.strip()]
    if not all(found):
        raise PydanticCustomError("sums.not_read", "currency and sum, as TWD 3000; USD 100")
    return {match[1]: match[2].replace(",", "") for match in found if match}


Sums = Annotated[Mapping[str, Annotated[Decimal, Field(ge=0)]], BeforeValidator(_read)]
