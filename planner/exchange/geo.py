"""The route on a map: places that have coordinates, and the legs between them."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from planner.domain.dossier import Dossier
from planner.domain.stop import Stop, StopStatus
from planner.domain.values import Place
from planner.rules.timetable import stop_name

GEOJSON, KML = ".geojson", ".kml"
_KML = "http://www.opengis.net/kml/2.2"


@dataclass(frozen=True)
class Mark:
    """A stop with the places it is drawn at: one, or two for a leg."""

    stop: Stop
    name: str
    places: tuple[Place, ...]

    @property
    def coordinates(self) -> list[list[float]]:
        return [[place.longitude, place.latitude] for place in self.places]


def route(dossier: Dossier) -> Iterator[Mark]:
    """The stops that say where they are, in their order; dropped ones are not on the way."""
    for stop in dossier.stops:
        if stop.status is StopStatus.DROPPED or stop.place_position is None:
            continue
        is_leg = stop.stop_kind.is_leg and stop.from_position is not None
        start = stop.from_position if is_leg else None
        places = (start, stop.place_position) if start else (stop.place_position,)
        yield Mark(stop, stop_name(dossier, stop), places)


def write_geojson(dossier: Dossier) -> bytes:
    """RFC 7946: longitude first."""
    features = [
        {
            "type": "Feature",
            "id": str(mark.stop.id),
            "geometry": _geometry(mark),
            "properties": {
                "name": mark.name,
                "kind": mark.stop.stop_kind.value,
                "starts": str(mark.stop.starts),
                "ends": str(mark.stop.ends) if mark.stop.ends else None,
                "place": mark.stop.place,
            },
        }
        for mark in route(dossier)
    ]
    collection = {
        "type": "FeatureCollection",
        "name": dossier.delegation.title,
        "features": features,
    }
    return json.dumps(collection, ensure_ascii=False, indent=1).encode()


def _geometry(mark: Mark) -> dict[str, object]:
    if len(mark.places) == 1:
        return {"type": "Point", "coordinates": mark.coordinates[0]}
    return {"type": "LineString", "coordinates": mark.coordinates}


def write_kml(dossier: Dossier) -> bytes:
    root = etree.Element(f"{{{_KML}}}kml", nsmap={None: _KML})  # type: ignore[dict-item]
    document = _add(root, "Document")
    _add(document, "name", dossier.delegation.title)
    for mark in route(dossier):
        placemark = _add(document, "Placemark")
        placemark.set("id", f"stop-{mark.stop.id}")
        _add(placemark, "name", mark.name)
        span = _add(placemark, "TimeSpan")
        _add(span, "begin", mark.stop.starts.day.isoformat())
        if mark.stop.ends:
            _add(span, "end", mark.stop.ends.day.isoformat())
        shape = _add(placemark, "Point" if len(mark.places) == 1 else "LineString")
        if len(mark.places) > 1:
            _add(shape, "tessellate", "1")  # along the ground, not through it
        written = " ".join(f"{longitude},{latitude}" for longitude, latitude in mark.coordinates)
        _add(shape, "coordinates", written)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True))


def _add(parent: etree._Element, name: str, text: str = "") -> etree._Element:
    child = etree.SubElement(parent, f"{{{_KML}}}{name}")
    child.text = text or None
    return child
