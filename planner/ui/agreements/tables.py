"""The columns in which earlier matters, agreements, gifts and years are told."""

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import QObject

from planner.queries.relations_page import (
    ActivityLine,
    AgreementLine,
    GiftLine,
    InboundLine,
    MatterLine,
    YearLine,
)
from planner.ui.appearance import Pigment
from planner.ui.formats import Formats
from planner.ui.icons import Icon
from planner.ui.row_table_model import Column

_GREY = Pigment.INK2


def _dated(formats: Formats) -> Callable[[date | None], str]:
    return lambda day: formats.dated(day) if day else ""


class RelationTables(QObject):
    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self._formats = formats

    def matters(self) -> list[Column[MatterLine]]:
        words = self._formats.words
        names = {
            True: self.tr("Taken up"),
            False: self.tr("Left out"),
            None: self.tr("Undecided, taken up"),
        }
        marks = {True: Icon.CHECK, False: Icon.CLOSE, None: Icon.HOLE}
        pigments = {True: Pigment.PINE, False: _GREY, None: Pigment.GAMBOGE}
        return [
            Column(
                self.tr("Recommendation"),
                lambda line: line.matter.row.recommendation.title,
                icon=lambda line: Icon.RECOMMENDATION,
            ),
            Column(
                self.tr("From"),
                lambda line: line.matter.row.delegation_title,
                width=190,
                pigment=_GREY,
            ),
            Column(
                self.tr("Decision"),
                lambda line: (
                    words.value(line.matter.row.decision.verdict)
                    if line.matter.row.decision
                    else ""
                ),
                width=110,
            ),
            Column(self.tr("Latest progress"), lambda line: line.told, width=190, pigment=_GREY),
            Column(
                self.tr("In report and agenda"),
                lambda line: names[line.matter.is_taken_up],
                width=190,
                icon=lambda line: marks[line.matter.is_taken_up],
                icon_pigment=lambda line: pigments[line.matter.is_taken_up],
            ),
        ]

    def agreements(self) -> list[Column[AgreementLine]]:
        words, dated = self._formats.words, _dated(self._formats)

        def value(read: Callable[[AgreementLine], Any]) -> Callable[[AgreementLine], Any]:
            return read

        return [
            Column(
                words.field("title"),
                lambda line: line.agreement.title,
                icon=lambda line: Icon.AGREEMENT,
            ),
            Column(
                words.field("agreement_kind"),
                value(lambda line: line.agreement.agreement_kind),
                words.value,
                width=168,
            ),
            Column(words.field("party_ids"), lambda line: words.names(line.parties), width=200),
            Column(
                words.field("signed_on"), lambda line: line.agreement.signed_on, dated, width=104
            ),
            Column(
                words.field("expires_on"), lambda line: line.agreement.expires_on, dated, width=104
            ),
            Column(self.tr("Notice by"), lambda line: line.notice_on, dated, width=104),
            Column(
                self.tr("Activities"),
                lambda line: len(line.activities),
                lambda count: str(count) if count else "",
                width=72,
                flush=True,
            ),
        ]

    def activities(self) -> list[Column[ActivityLine]]:
        words, dated = self._formats.words, _dated(self._formats)
        return [
            Column(words.field("on"), lambda line: line.activity.on, dated, width=104),
            Column(
                words.field("text", "activity"),
                lambda line: line.activity.text,
                icon=lambda line: Icon.CHECK,
            ),
            Column(words.kind("agreement"), lambda line: line.agreement, width=260, pigment=_GREY),
        ]

    def inbound(self) -> list[Column[InboundLine]]:
        words, dated = self._formats.words, _dated(self._formats)
        return [
            Column(words.field("starts_on"), lambda line: line.visit.starts_on, dated, width=104),
            Column(words.field("ends_on"), lambda line: line.visit.ends_on, dated, width=104),
            Column(
                self.tr("Who came"),
                lambda line: line.host,
                width=230,
                icon=lambda line: Icon.ORGANISATION,
            ),
            Column(words.field("purpose"), lambda line: line.visit.purpose),
            Column(
                words.field("visitor_count", "inbound_visit"),
                lambda line: line.visit.visitor_count,
                lambda count: str(count) if count else "",
                width=80,
                flush=True,
            ),
        ]

    def gifts(self) -> list[Column[GiftLine]]:
        words, dated = self._formats.words, _dated(self._formats)

        def worth(line: GiftLine) -> str:
            gift = line.gift
            return (
                "" if gift.value is None else f"{words.number(gift.value)} {gift.currency}".strip()
            )

        return [
            Column(
                words.field("direction"), lambda line: line.gift.direction, words.value, width=88
            ),
            Column(words.field("item"), lambda line: line.gift.item, icon=lambda line: Icon.GIFT),
            Column(self.tr("To or from whom"), lambda line: line.other, width=170),
            Column(
                self.tr("Given the last time"),
                lambda line: words.names(line.last),
                width=150,
                pigment=_GREY,
            ),
            Column(
                words.field("value", "gift"),
                worth,
                width=110,
                flush=True,
                icon=lambda line: Icon.WARNING if line.limit is not None else None,
                icon_pigment=lambda line: Pigment.CINNABAR,
                pigment=lambda line: Pigment.INK if line.limit is None else Pigment.CINNABAR,
            ),
            Column(words.field("on"), lambda line: line.gift.on, dated, width=104),
            Column(
                words.field("handling"),
                lambda line: words.value(line.gift.handling) if line.gift.handling else "",
                width=104,
            ),
        ]

    def years(self) -> list[Column[YearLine]]:
        words = self._formats.words

        def counted(heading: str, read: Callable[[YearLine], int]) -> Column[YearLine]:
            return Column(
                heading, read, lambda count: str(count) if count else "–", width=92, flush=True
            )

        return [
            Column(
                self.tr("Host"),
                lambda line: line.host,
                icon=lambda line: Icon.ORGANISATION,
            ),
            Column(
                self.tr("Year"),
                lambda line: line.year.year,
                lambda year: words.partial_date(str(year), is_past=False),
                width=88,
            ),
            counted(self.tr("Our visits"), lambda line: line.year.visits),
            counted(self.tr("Visits to us"), lambda line: line.year.inbound),
            counted(self.tr("Our talks"), lambda line: line.year.own_talks),
            counted(self.tr("Their talks"), lambda line: line.year.host_talks),
            counted(self.tr("We owe"), lambda line: line.year.owed_by_us),
            counted(self.tr("They owe"), lambda line: line.year.owed_by_host),
            Column(
                self.tr("Given"), lambda line: words.names(line.gifts), width=150, pigment=_GREY
            ),
        ]
