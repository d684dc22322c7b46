"""How stops look and what they say: icon, pigment and word of kinds and states."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from planner.domain.stop import StopKind, StopStatus
from planner.queries.itinerary import FreeWindow, Itinerary, PlannedDay, PlannedStop
from planner.ui.appearance import Pigment
from planner.ui.icons import Icon
from planner.ui.itinerary.day_layout import Known
from planner.ui.itinerary.zones import zone_of
from planner.ui.ripple.plan_words import PlanWords

KIND_ICONS: Mapping[StopKind, Icon] = MappingProxyType(
    {
        StopKind.FLIGHT: Icon.FLIGHT,
        StopKind.TRAIN: Icon.TRAIN,
        StopKind.CAR: Icon.CAR,
        StopKind.BOAT: Icon.BOAT,
        StopKind.WALK: Icon.WALK,
        StopKind.VISIT: Icon.VISIT,
        StopKind.SEMINAR: Icon.SEMINAR,
        StopKind.MEETING: Icon.MEETING,
        StopKind.MEAL: Icon.MEAL,
        StopKind.CEREMONY: Icon.CEREMONY,
        StopKind.LODGING: Icon.BED,
        StopKind.FREE: Icon.FREE,
    }
)
_PIGMENTS: Mapping[StopKind, Pigment] = MappingProxyType(
    {
        StopKind.VISIT: Pigment.AZURITE,
        StopKind.MEETING: Pigment.AZURITE,
        StopKind.SEMINAR: Pigment.WISTERIA,
        StopKind.MEAL: Pigment.OCHRE,
        StopKind.CEREMONY: Pigment.OCHRE,
    }
)
STATUS_ICONS: Mapping[StopStatus, Icon | None] = MappingProxyType(
    {
        StopStatus.IDEA: None,
        StopStatus.ASKED: Icon.QUESTION,
        StopStatus.CONFIRMED: Icon.CHECK,
        StopStatus.HELD: Icon.DONE,
        StopStatus.DROPPED: Icon.CANCELLED,
    }
)


def pigment_of(kind: StopKind) -> Pigment:
    """Legs, nights and free time are told by their icon alone."""
    return _PIGMENTS.get(kind, Pigment.INK2)


@dataclass(frozen=True)
class Face:
    """What a block shows."""

    kind: StopKind
    status: StopStatus
    label: str
    title: str
    second: str

    @property
    def pigment(self) -> Pigment:
        return Pigment.INK3 if self.status is StopStatus.DROPPED else pigment_of(self.kind)


class StopWords(PlanWords):
    """Says stops in the language of the window."""

    def face(self, stop: PlannedStop, known: Known, where: str = "") -> Face:
        """`where` is told already at the head of the day."""
        return Face(
            stop.stop_kind,
            stop.status,
            self.label(stop, known),
            self.title(stop),
            self.second(stop, where),
        )

    def label(self, stop: PlannedStop, known: Known) -> str:
        """The time as far as it is known; by both clocks where one lands by others."""
        if known is Known.FIRST:
            return self.tr("Untimed")
        if known is Known.ORDER:
            return self.tr("Then")
        time = self.formats.time(stop.starts, stop.ends)
        if stop.ends is None or stop.starts.zone == stop.ends.zone:
            return time
        left, arrived = self.formats.offset(stop.starts), self.formats.offset(stop.ends)
        start, dash, end = time.partition("–")
        if left == arrived or not dash:
            return time
        return f"{start} {left}–{end} {arrived}"

    def title(self, stop: PlannedStop) -> str:
        """Its name; a kind that the name begins with is told by the icon already."""
        name, kind = stop.name, self.words.value(stop.stop_kind)
        if not name:
            return kind
        if self.words.is_chinese and name.startswith(kind) and len(name) > len(kind) + 1:
            return name.removeprefix(kind)
        return name

    def second(self, stop: PlannedStop, where: str = "") -> str:
        """Whom one meets, or where it is; first of all, where not everybody comes along."""
        if not stop.is_for_all:
            return self.tr("Only {names}").format(names=self.words.names(stop.with_whom))
        if stop.stop_kind.is_leg:
            return stop.service
        if stop.people:
            return self.words.names(stop.people)
        told = (stop.host, "" if stop.place == where else stop.place)
        return next((text for text in told if text and text not in stop.name), "")

    def when(self, stop: PlannedStop) -> str:
        """The day and the time as far as it is known."""
        day = self.formats.day_weekday(stop.starts.day)
        return " ".join(part for part in (day, self.formats.time(stop.starts, stop.ends)) if part)

    def spoken(self, stop: PlannedStop) -> str:
        """Everything a block says by place, shape and colour, in words."""
        parts = (
            self.when(stop),
            self.words.value(stop.stop_kind),
            stop.name,
            stop.host if stop.host not in stop.name else "",
            self.words.names(stop.people),
            stop.place if stop.place not in stop.name else "",
            self.words.value(stop.status),
        )
        return self.tr(", ").join(part for part in parts if part)

    def was(self, stop: PlannedStop) -> str:
        """When it was before it is moved, as far as that is known."""
        time = self.formats.time(stop.starts, stop.ends)
        return self.tr("Was {time}").format(time=time) if time else self.tr("Was here")

    def overlap(self, minutes: int | None) -> str:
        """How long two stops are at the same time."""
        return self.tr("Overlap {minutes} min").format(minutes=minutes)

    def window(self, window: FreeWindow) -> str:
        """Free time, and for whom where not for all."""
        free = self.tr("Free {minutes} min").format(minutes=window.minutes)
        return free if window.is_for_all else f"{free} {self.words.names(window.members)}".rstrip()

    def offsets(self, day: PlannedDay) -> str:
        """The clocks of a day: UTC+8, or UTC+8 → UTC+9 where it changes them."""
        moments = (each for stop in day.stops for each in (stop.starts, stop.ends) if each)
        by_zone = {each.zone: each for each in moments if each.zone}
        return " → ".join(dict.fromkeys(map(self.formats.offset, by_zone.values())))

    def zone(self, plan: Itinerary) -> str:
        """Whose clocks a new time follows: those used already, else those of the country."""
        return plan.zones[0] if plan.zones else zone_of(plan.countries)

    def name(self, stop: PlannedStop) -> str:
        """As undo names it."""
        return stop.name or self.words.value(stop.stop_kind)
