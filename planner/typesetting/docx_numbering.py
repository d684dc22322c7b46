"""The numbering of a Word file: one list for the headings, one for each list of the document."""

from planner.typesetting.document import ListBlock
from planner.typesetting.docx_elements import make, twips
from planner.typesetting.docx_styles import style_id
from planner.typesetting.elements import Element
from planner.typesetting.flowing import Source
from planner.typesetting.numbering import is_closed
from planner.typesetting.outline import level_format
from planner.typesetting.terms import NumberFormat, Numbering, Numerals

FORMATS = {
    Numerals.ARABIC: "decimal",
    Numerals.FULL: "decimalFullWidth",
    Numerals.ROMAN: "lowerRoman",
    Numerals.ROMAN_UPPER: "upperRoman",
    Numerals.LETTER: "lowerLetter",
    Numerals.LETTER_UPPER: "upperLetter",
    Numerals.CHINESE: "taiwaneseCountingThousand",
    Numerals.FORMAL: "ideographLegalTraditional",
    Numerals.STEM: "ideographTraditional",
}
HEADINGS = 1  # the list that numbers the headings
_LEVELS = 9
_BULLETS = ("•", "–", "·")


class Lists:
    """Collects the lists of a file."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._abstract: dict[object, int] = {}
        self._forms: list[Element] = []
        self._lists: list[Element] = []
        if source.document.numbering.levels:
            self._abstract["headings"] = 0
            self._forms.append(self._headings())
            self._add(0, {})

    @property
    def has_headings(self) -> bool:
        """Whether headings are numbered at all."""
        return "headings" in self._abstract

    def part(self) -> Element:
        return make("w:numbering", *self._forms, *self._lists)

    def restarted(self, path: tuple[int, ...]) -> int:
        """A list that numbers headings on from the one at a path."""
        above = {level: count + 1 for level, count in enumerate(path[:-1], 1)}
        return self._add(0, {**above, len(path): path[-1]})

    def of(self, block: ListBlock, level: int) -> int:
        """The list of a block of items."""
        numbering = block.numbering or self._source.document.list_numbering
        key = numbering if block.ordered else "bullets"
        if key not in self._abstract:
            self._abstract[key] = len(self._forms)
            self._forms.append(_items(len(self._forms), numbering if block.ordered else None))
        return self._add(self._abstract[key], {level: block.start} if block.ordered else {})

    def _add(self, form: int, starts: dict[int, int]) -> int:
        number = len(self._lists) + 1
        overrides = (
            make("w:lvlOverride", make("w:startOverride", w_val=start), w_ilvl=level - 1)
            for level, start in starts.items()
            if level <= _LEVELS
        )
        form_element = make("w:abstractNumId", w_val=form)
        self._lists.append(make("w:num", form_element, *overrides, w_numId=number))
        return number

    def _headings(self) -> Element:
        numbering = self._source.document.numbering
        levels = []
        for level in range(1, _LEVELS + 1):
            left, hang = self._source.heading_indents(level)
            own = make("w:pStyle", w_val=style_id(f"heading-{level}")) if level <= 6 else None
            form = level_format(numbering, level)
            pattern = _heading_pattern(form, level)
            levels.append(_level(level, form, pattern, left, hang, own))
        return _form(0, levels)


def _items(number: int, numbering: Numbering | None) -> Element:
    """The levels of a list; each paragraph brings its own indent."""
    levels = []
    for level in range(1, _LEVELS + 1):
        if numbering is None:
            bullet = _BULLETS[min(level, len(_BULLETS)) - 1]
            levels.append(_level(level, None, bullet, 24.0 * level, 24.0))
            continue
        form = level_format(numbering, level) if numbering.levels else NumberFormat("")
        above = ".".join(["1"] * (level - 1) + [f"%{level}"])
        pattern = form.pattern.format(n=f"%{level}", path=above)
        levels.append(_level(level, form, pattern, 24.0 * level, 24.0))
    return _form(number, levels)


def _heading_pattern(form: NumberFormat, level: int) -> str:
    path = ".".join(f"%{above}" for above in range(1, level + 1))
    return form.pattern.format(n=f"%{level}", path=path)


def _form(number: int, levels: list[Element]) -> Element:
    kind = make("w:multiLevelType", w_val="multilevel")
    return make("w:abstractNum", kind, *levels, w_abstractNumId=number)


def _level(
    level: int,
    form: NumberFormat | None,
    pattern: str,
    left: float,
    hang: float,
    style: Element | None = None,
) -> Element:
    follows = "nothing" if is_closed(pattern) else "tab" if hang else "space"
    shows_path = form is not None and "{path}" in form.pattern
    return make(
        "w:lvl",
        make("w:start", w_val=1),
        make("w:numFmt", w_val=FORMATS[form.numerals] if form else "bullet"),
        style,
        make("w:isLgl") if shows_path and level > 1 else None,
        make("w:suff", w_val=follows),
        make("w:lvlText", w_val=pattern),
        make("w:lvlJc", w_val="left"),
        make("w:pPr", make("w:ind", w_left=twips(left), w_hanging=twips(hang))),
        w_ilvl=level - 1,
    )
