"""Where a place is, told by the name of its town or the code of its airport."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from uuid import UUID

from planner.domain.dossier import Dossier
from planner.domain.stop import Stop
from planner.domain.values import Place

_SHORTEST = 2
_LONGEST_NAME = 10
_LONGEST_WORDS = 3
_AIRPORT = re.compile(r"\b[A-Z]{3}\b")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_HAN = re.compile(r"[\u4e00-\u9fff]+")


@dataclass(frozen=True)
class Town:
    """A town or airport, by the name it was found under; `people` in thousands."""

    name: str
    country: str
    place: Place
    people: int


class Gazetteer:
    """Finds the town that a written place names."""

    def __init__(self, lines: str) -> None:
        """Each line tells latitude, longitude, country, thousands of people and names, by tabs."""
        index: defaultdict[str, list[str]] = defaultdict(list)
        for line in lines.splitlines():
            names = line.split("\t")[4:]
            if _AIRPORT.fullmatch(names[0]):
                index[names[0]].append(line)
                continue
            for name in names:
                index[_folded(name)].append(line)
            for name in {_folded(_bare(name)) for name in names}.difference(map(_folded, names)):
                index[name].append(line)
        self._lines = dict(index)

    def find(self, written: str, near: Collection[str] = ()) -> Town | None:
        """The longest name in it; of several such towns one in a country near, then the largest.

        呼和浩特白塔國際機場 is in 呼和浩特. The code of an airport says more than a name; where
        nothing but a country is named it is its capital.
        """
        country = f"={_folded(written.strip())}"
        for name in (country, *_AIRPORT.findall(written), *_names(_folded(written))):
            if lines := self._lines.get(name):
                towns = (_town(name, line) for line in lines)
                return max(towns, key=lambda town: (town.country in near, town.people))
        return None


def _town(name: str, line: str) -> Town:
    latitude, longitude, country, people, *_ = line.split("\t")
    place = Place(latitude=latitude, longitude=longitude)
    return Town(name.removeprefix("="), country, place, int(people))


def _bare(name: str) -> str:
    """桃園市 is called 桃園, New York City is called New York."""
    if len(name) > _SHORTEST and name[-1] in "市區縣县":
        return name[:-1]
    return name.removesuffix(" City")


def _folded(name: str) -> str:
    return name.casefold().replace("台", "臺")


def _names(written: str) -> Iterator[str]:
    """Everything in it that may be a name, the longest first."""
    for length in range(_LONGEST_NAME, 1, -1):
        for run in _HAN.findall(written):
            for start in range(len(run) - length + 1):
                yield run[start : start + length]
    words = _WORD.findall(written)
    for count in range(_LONGEST_WORDS, 0, -1):
        for start in range(len(words) - count + 1):
            yield " ".join(words[start : start + count])


@dataclass(frozen=True)
class Unplaced:
    """A place of a stop without coordinates: which field, and what is written there."""

    stop: Stop
    field: str
    written: str


@dataclass(frozen=True)
class Guess:
    """The town that an unplaced place seems to be in."""

    unplaced: Unplaced
    town: Town


def unplaced(dossier: Dossier) -> Iterator[Unplaced]:
    """A stop that names no place is where its host is."""
    for stop in dossier.stops:
        if stop.stop_kind.is_leg and stop.from_position is None and stop.from_place:
            yield Unplaced(stop, "from_position", stop.from_place)
        if stop.place_position is None:
            host = dossier.organisation(stop.host_id)
            written = stop.place or (host.city if host else "")
            if written:
                yield Unplaced(stop, "place_position", written)


def guesses(dossier: Dossier, gazetteer: Gazetteer, home: str = "TW") -> tuple[Guess, ...]:
    near = (home, *dossier.delegation.countries)
    found = ((each, gazetteer.find(each.written, near)) for each in unplaced(dossier))
    return tuple(Guess(each, town) for each, town in found if town is not None)


def placed(chosen: Iterable[Guess]) -> tuple[Stop, ...]:
    """The stops with the coordinates of these towns, each once."""
    stops: dict[UUID, Stop] = {}
    for guess in chosen:
        stop = stops.get(guess.unplaced.stop.id, guess.unplaced.stop)
        stops[stop.id] = stop.with_(**{guess.unplaced.field: guess.town.place})
    return tuple(stops.values())
