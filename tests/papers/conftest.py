"""Composes papers from dossiers, with pictures that are never looked at."""

from collections.abc import Callable
from typing import Any

import pytest

from planner.domain.dossier import Dossier
from planner.papers.profiles import profile_of
from planner.papers.registry import template_named
from planner.papers.template import Commission, Edition
from planner.typesetting.document import Document
from planner.words import Words

Compose = Callable[..., Document]


@pytest.fixture
def compose() -> Compose:
    def _compose(
        kind: str,
        dossier: Dossier,
        *,
        profile: str = "tw_central",
        language: str = "zh_TW",
        edition: Edition = Edition.INTERNAL,
        **more: Any,
    ) -> Document:
        commission = Commission(
            dossier, profile_of(profile), Words(language), str.encode, edition, **more
        )
        return template_named(kind).document(commission)

    return _compose
