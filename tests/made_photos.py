"""A made journey over two zones, and 300 photos of it by three cameras, for tests and measures."""

import random
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from planner.domain.photo import Photo
from planner.domain.stop import Stop, StopKind
from planner.domain.values import LocalTime, Place
from tests import builders

PHONE, COMPACT, ASTRAY = "Apple iPhone 13", "Canon PowerShot #41c2", "SONY ILCE-7C #9e0a"
_HOME, _THERE = "Asia/Taipei", "Asia/Tokyo"
_WRONG = "America/Los_Angeles"
_PLAN = (
    # day, from, to, kind, title, zone, latitude and longitude
    (17, "06:30", "07:20", StopKind.CAR, "往機場", _HOME, None),
    (17, "09:00", "13:05", StopKind.FLIGHT, "飛往東京", _HOME, None),
    (17, "14:30", "15:30", StopKind.CAR, "往市區", _THERE, None),
    (17, "16:00", "17:30", StopKind.VISIT, "駐日代表處", _THERE, (35.6376, 139.7303)),
    (17, "18:30", "20:30", StopKind.MEAL, "代表晚宴", _THERE, (35.6654, 139.7302)),
    (18, "09:30", "11:30", StopKind.VISIT, "物質材料研究機構", _THERE, (36.0745, 140.1230)),
    (18, "12:00", "13:00", StopKind.MEAL, "工作午餐", _THERE, (36.0812, 140.1108)),
    (18, "14:00", "16:30", StopKind.SEMINAR, "稀土研討會", _THERE, (36.0614, 140.1349)),
    (18, "18:00", "20:00", StopKind.MEAL, "研討會晚宴", _THERE, (36.0826, 140.1116)),
    (19, "09:00", "10:30", StopKind.MEETING, "經濟產業省", _THERE, (35.6730, 139.7517)),
    (19, "11:00", "12:15", StopKind.VISIT, "東京大學", _THERE, (35.7126, 139.7620)),
    (19, "13:30", "16:00", StopKind.VISIT, "磁石工廠", _THERE, (35.5310, 139.6970)),
    (20, "10:00", "11:30", StopKind.VISIT, "產業技術總合研究所", _THERE, (36.0600, 140.1330)),
    (20, "13:00", "13:40", StopKind.CEREMONY, "簽署儀式", _THERE, (36.0650, 140.1400)),
    (20, "17:45", "20:40", StopKind.FLIGHT, "返國", _THERE, None),
)


@dataclass(frozen=True)
class MadeSet:
    """`truth` says of each photo, by its place in `photos`, at which stop it was taken."""

    stops: tuple[Stop, ...]
    photos: tuple[Photo, ...]
    truth: tuple[Stop, ...]

    def anchor(self, camera: str) -> tuple[Photo, LocalTime]:
        """A photo of a camera, and when it really was taken, to the minute."""
        photo = next(each for each in self.photos if each.camera == camera)
        at = datetime.strptime(photo.file_name[-18:-4], "%Y%m%d%H%M%S")
        there = at.replace(tzinfo=ZoneInfo("UTC")).astimezone(ZoneInfo(_THERE))
        return photo, LocalTime(at=there.replace(tzinfo=None, second=0), zone=_THERE)


def made_stops() -> tuple[Stop, ...]:
    return tuple(_stop(*line) for line in _PLAN)


def made_set(count: int = 300, seed: int = 5) -> MadeSet:
    """Photos by a phone, a camera that is three minutes slow, and one in another zone, in turn."""
    chance = random.Random(seed)
    stops = made_stops()
    worth = [3 if stop.stop_kind in (StopKind.VISIT, StopKind.SEMINAR) else 1 for stop in stops]
    made: list[tuple[Photo, Stop]] = []
    while len(made) < count:
        stop = chance.choices(stops, worth)[0]
        at = _moment(stop, chance)
        camera = (PHONE, COMPACT, ASTRAY)[len(made) % 3]
        made.append((_photo(len(made), stop, at, camera, chance), stop))
    made.sort(key=lambda each: each[0].file_name[-18:])
    return MadeSet(stops, tuple(photo for photo, _ in made), tuple(stop for _, stop in made))


def _stop(
    day: int,
    since: str,
    until: str,
    kind: StopKind,
    title: str,
    zone: str,
    where: tuple[float, float] | None,
) -> Stop:
    ends_in = _THERE if title == "飛往東京" else _HOME if title == "返國" else zone
    place = Place(latitude=where[0], longitude=where[1]) if where else None
    return builders.stop(
        title,
        f"2015-08-{day}T{since}[{zone}]",
        ends=f"2015-08-{day}T{until}[{ends_in}]",
        stop_kind=kind,
        place_position=place,
    )


def _moment(stop: Stop, chance: random.Random) -> datetime:
    """In UTC: within the stop, one in six up to 25 minutes before it or after."""
    starts, ends = stop.starts.instant, stop.ends.instant if stop.ends else None
    assert starts is not None
    assert ends is not None
    length = (ends - starts).total_seconds()
    outside = 0 if stop.stop_kind.is_leg else 1500
    shift = chance.choices(
        (
            chance.uniform(0, length),
            -chance.uniform(0, outside),
            length + chance.uniform(0, outside),
        ),
        (84, 8, 8),
    )[0]
    return (starts + timedelta(seconds=round(shift))).replace(tzinfo=None)


def _photo(number: int, stop: Stop, at: datetime, camera: str, chance: random.Random) -> Photo:
    zone = ZoneInfo(stop.starts.zone or _HOME)
    values: dict[str, object] = {}
    if camera == PHONE:
        local = at.replace(tzinfo=ZoneInfo("UTC")).astimezone(zone)
        offset = local.utcoffset()
        assert offset is not None
        values |= {"utc_offset": round(offset.total_seconds() / 60), "position_at": at}
        if stop.place_position:
            north, east = (chance.gauss(0, 0.0006) for _ in range(2))
            values["place"] = Place(
                latitude=stop.place_position.latitude + north,
                longitude=stop.place_position.longitude + east,
            )
    shown = zone if camera != ASTRAY else ZoneInfo(_WRONG)
    late = timedelta(minutes=3 if camera == COMPACT else 0)
    taken = (at - late).replace(tzinfo=ZoneInfo("UTC")).astimezone(shown).replace(tzinfo=None)
    return builders.photo(
        f"{number:03d}",
        file_name=f"{camera.split()[0]}-{number:03d}-{at:%Y%m%d%H%M%S}.jpg",
        camera=camera,
        taken_at=taken,
        is_figure=False,
        **values,
    )
