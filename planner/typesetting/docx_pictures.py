"""Pictures of a Word file: each kept once, however often it stands on a page."""

from collections.abc import Sequence
from itertools import count

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from planner.typesetting.docx_elements import NAMESPACES, make
from planner.typesetting.elements import Element
from planner.typesetting.flowing import Picture

_UNITS = 12700  # a point
_HALF_TURN = 180 * 60_000
_PICTURE, _SHAPE = NAMESPACES["pic"], NAMESPACES["wps"]
_DECORATIVE = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"


class Drawings:
    """Puts pictures into the main part of a file."""

    def __init__(self, main: Part) -> None:
        self._main = main
        self._relations: dict[str, str] = {}
        self._ids = count(1)

    def inline(self, picture: Picture, size: tuple[float, float], alt: str) -> Element:
        """A picture that stands on a line; without words for it, it is decoration."""
        number = next(self._ids)
        extent = _extent(size)
        blip = make("a:blip", r_embed=self._relation(picture))
        name = f"Picture {number}"
        shape = make(
            "pic:pic",
            make("pic:nvPicPr", make("pic:cNvPr", id=number, name=name), make("pic:cNvPicPr")),
            make("pic:blipFill", blip, make("a:stretch", make("a:fillRect"))),
            make(
                "pic:spPr",
                make("a:xfrm", make("a:off", x=0, y=0), make("a:ext", **extent)),
                make("a:prstGeom", make("a:avLst"), prst="rect"),
            ),
        )
        locks = make("wp:cNvGraphicFramePr", make("a:graphicFrameLocks", noChangeAspect=1))
        properties = make("wp:docPr", _decoration(alt), id=number, name=name, descr=alt or None)
        return _inline(extent, properties, locks, make("a:graphicData", shape, uri=_PICTURE))

    def turned(self, content: Sequence[Element], size: tuple[float, float]) -> Element:
        """Words that stand upside down."""
        number = next(self._ids)
        extent = _extent(size)
        shape = make(
            "wps:wsp",
            make("wps:cNvSpPr", txBox=1),
            make(
                "wps:spPr",
                make("a:xfrm", make("a:off", x=0, y=0), make("a:ext", **extent), rot=_HALF_TURN),
                make("a:prstGeom", make("a:avLst"), prst="rect"),
                make("a:noFill"),
            ),
            make("wps:txbx", make("w:txbxContent", *content)),
            make("wps:bodyPr", rot=0, lIns=0, tIns=0, rIns=0, bIns=0, anchor="ctr"),
        )
        properties = make("wp:docPr", id=number, name=f"Card {number}")
        frame = make("wp:cNvGraphicFramePr")
        drawing = _inline(extent, properties, frame, make("a:graphicData", shape, uri=_SHAPE))
        return make("mc:AlternateContent", make("mc:Choice", drawing, Requires="wps"))

    def _relation(self, picture: Picture) -> str:
        name = picture.name
        if name not in self._relations:
            path = PackURI(f"/word/media/{name}")
            part = Part(path, f"image/{picture.suffix}", picture.data)
            self._relations[name] = self._main.relate_to(part, RELATIONSHIP_TYPE.IMAGE)
        return self._relations[name]


def _extent(size: tuple[float, float]) -> dict[str, int]:
    return {"cx": round(size[0] * _UNITS), "cy": round(size[1] * _UNITS)}


def _inline(extent: dict[str, int], *parts: Element) -> Element:
    *properties, data = parts
    return make(
        "w:drawing",
        make(
            "wp:inline",
            make("wp:extent", **extent),
            *properties,
            make("a:graphic", data),
            distT=0,
            distB=0,
            distL=0,
            distR=0,
        ),
    )


def _decoration(alt: str) -> Element | None:
    if alt:
        return None
    mark = make("adec:decorative", val=1)
    return make("a:extLst", make("a:ext", mark, uri=_DECORATIVE))
