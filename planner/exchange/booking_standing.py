"""What of a message still stands: no quote below it, nothing changed since or cancelled."""

import re
from collections.abc import Callable, Sequence

_QUOTED = re.compile(
    r"-{3,}\s*(?:原始(?:訊息|郵件|信件)|original message)\s*-{3,}|"
    r"on .{5,100} wrote:|.{5,100}(?:寫道|来信|來信)\s?:",
    re.IGNORECASE,
)
_JOURNEY = "(?:flight|train|itinerary|booking|schedule|segment|departure|stay|reservation)"
_OLD = re.compile(
    r"\W*(?:原(?:訂|定|本)?(?:航班|班次|班機|車次|行程|入住|訂位)|(?:變更|異動|更改)前|"
    rf"(?:original|previous|old|cancell?ed) {_JOURNEY})",
    re.IGNORECASE,
)
_NEW = re.compile(
    r"\W*(?:(?:變更|異動|更改)後|新的?(?:航班|班次|班機|車次|行程)|未(?:變更|異動|更改)|改為|"
    rf"(?:new|revised|updated|changed|unchanged|current) {_JOURNEY})",
    re.IGNORECASE,
)
CANCELLED = re.compile(
    r"[【\[(]\s*(?:已?取消|cancell?ed)\s*[】\])]|"
    r"(?<!未)已取消\W*$|"
    r"(?:狀態|status)\W{0,3}(?:已?取消|cancell?ed)\b|\b(?:has been|was) cancell?ed\b",
    re.IGNORECASE,
)


def standing_lines(lines: Sequence[str], tells: Callable[[Sequence[str]], bool]) -> Sequence[str]:
    """The same lines, those that do not stand left empty; a quote counts where it alone tells."""
    cut = next((at for at, line in enumerate(lines) if _QUOTED.fullmatch(line)), len(lines))
    own = ["" if at >= cut or line.startswith(">") else line for at, line in enumerate(lines)]
    return _without_old(own if tells(own) else [line.lstrip("> ") for line in lines])


def _without_old(lines: Sequence[str]) -> Sequence[str]:
    """Without the lines from a heading of what was to the one of what is."""
    standing = list(lines)
    begun: int | None = None
    for at, line in enumerate(lines):
        if _NEW.match(line) and begun is not None:
            standing[begun:at] = [""] * (at - begun)
            begun = None
        elif begun is None and _OLD.match(line):
            begun = at
    return standing
