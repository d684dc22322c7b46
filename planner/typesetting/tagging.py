"""The structure tree of a file: what each stretch of content is, in reading order (PDF/UA-1)."""

from collections.abc import Iterable, Sequence

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from planner.typesetting.pages import Content, LinkArea, Node, Page

_OWNERS = {
    "Scope": "Table",
    "ColSpan": "Table",
    "RowSpan": "Table",
    "Summary": "Table",
    "ListNumbering": "List",
}
_MAY_BE_EMPTY = ("TD", "TH", "Document")
_PRINTED = 4  # annotation flag: shown and printed


class Tagger:
    """Writes a tree of nodes into a file whose pages are drawn."""

    def __init__(self, pdf: Pdf, pages: Sequence[Page], contents: Sequence[int]) -> None:
        self._pdf = pdf
        self._pages = pages
        self._page_objects: list[Object] = [page.obj for page in pdf.pages]
        # who owns each stretch of content, and then each link
        self._owners: list[list[Object | None]] = [[None] * count for count in contents]
        self._link_owners: list[Object] = []
        self._annotations: dict[int, list[Object]] = {}
        self._named: dict[str, Object] = {}
        self._tags = _Names()
        self._places = {
            anchor.key: self._destination(page, anchor.top)
            for page in pages
            for anchor in page.anchors
        }

    def destination(self, key: str) -> Object | None:
        """Where a link or a bookmark with this key leads."""
        return self._places.get(key)

    def write(self, root: Node, language: str) -> None:
        """Add the whole tree to the file."""
        tree = self._pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        tree.K = Array(filter(None, [self._element(root, tree)]))
        self._write_annotations()
        tree.ParentTree = self._parent_tree()
        tree.ParentTreeNextKey = len(self._owners) + len(self._link_owners)
        if self._named:
            names = [
                part for name in sorted(self._named) for part in (String(name), self._named[name])
            ]
            tree.IDTree = self._pdf.make_indirect(Dictionary(Names=Array(names)))
        catalog = self._pdf.Root
        catalog.StructTreeRoot = tree
        catalog.MarkInfo = Dictionary(Marked=True)
        catalog.Lang = String(language)
        catalog.ViewerPreferences = Dictionary(DisplayDocTitle=True)

    def _element(self, node: Node, parent: Object) -> Object | None:
        entries: dict[str, Object] = {
            "/Type": Name.StructElem,
            "/S": self._tags[node.tag],
            "/P": parent,
        }
        page = _page_of(node)
        if page is not None:
            entries["/Pg"] = self._page_objects[page]
        if node.alt:
            entries["/Alt"] = String(node.alt)
        if node.language:
            entries["/Lang"] = String(node.language)
        element = self._pdf.make_indirect(Dictionary(entries))
        if node.attributes or node.area is not None:
            self._write_attributes(element, node)
        kids = [kid for given in node.kids if (kid := self._kid(given, element, page)) is not None]
        if kids:
            element["/K"] = kids[0] if len(kids) == 1 else Array(kids)
            return element
        # cells may be empty; other elements without content would only puzzle a reader
        return element if node.tag in _MAY_BE_EMPTY else None

    def _kid(
        self, kid: Node | Content | LinkArea, element: Object, page: int | None
    ) -> Object | int | None:
        if isinstance(kid, Content):
            self._owners[kid.page][kid.mcid] = element
            if kid.page == page:
                return kid.mcid
            other = self._page_objects[kid.page]
            return Dictionary({"/Type": Name.MCR, "/Pg": other, "/MCID": kid.mcid})
        if isinstance(kid, LinkArea):
            return self._link(kid, element)
        return self._element(kid, element)

    def _link(self, area: LinkArea, element: Object) -> Object | None:
        page = self._page_objects[area.page]
        height = self._pages[area.page].setup.height
        entries: dict[str, Object | int] = {
            "/Type": Name.Annot,
            "/Subtype": Name.Link,
            "/Rect": _rounded([area.left, height - area.bottom, area.right, height - area.top]),
            "/Border": Array([0, 0, 0]),
            "/F": _PRINTED,
            "/Contents": String(area.says),
            "/StructParent": len(self._owners) + len(self._link_owners),
        }
        if area.url:
            entries["/A"] = Dictionary(Type=Name.Action, S=Name.URI, URI=String(area.url))
        elif (place := self._places.get(area.key)) is not None:
            entries["/Dest"] = place
        else:
            return None
        annotation = self._pdf.make_indirect(Dictionary(entries))
        self._annotations.setdefault(area.page, []).append(annotation)
        self._link_owners.append(element)
        return Dictionary({"/Type": Name.OBJR, "/Obj": annotation, "/Pg": page})

    def _write_attributes(self, element: Object, node: Node) -> None:
        groups: dict[str, Dictionary] = {}
        for name, value in node.attributes.items():
            if name == "ID":
                element.ID = String(str(value))
                self._named[str(value)] = element
                continue
            owner = _OWNERS[name]
            group = groups.setdefault(owner, Dictionary(O=Name("/" + owner)))
            is_name = name in ("Scope", "ListNumbering")
            group[Name("/" + name)] = Name(f"/{value}") if is_name else _plain(value)
        if node.area is not None:
            left, top, right, bottom = node.area
            height = self._height_of(node)
            box = _rounded([left, height - bottom, right, height - top])
            groups["Layout"] = Dictionary(O=Name.Layout, Placement=Name.Block, BBox=box)
        if groups:
            made = list(groups.values())
            element.A = made[0] if len(made) == 1 else Array(made)

    def _height_of(self, node: Node) -> float:
        return self._pages[_page_of(node) or 0].setup.height

    def _destination(self, page: Page, top: float) -> Object:
        y = round(page.setup.height - max(top - 6.0, 0.0), 2)
        return Array([self._page_objects[page.index], Name.XYZ, 0, y, 0])

    def _write_annotations(self) -> None:
        for index, annotations in self._annotations.items():
            page = self._page_objects[index]
            page.Annots = Array(annotations)
            page.Tabs = Name.S

    def _parent_tree(self) -> Object:
        numbers: list[Object | int] = []
        for index, owners in enumerate(self._owners):
            if owners:
                self._page_objects[index].StructParents = index
                numbers += [index, self._pdf.make_indirect(Array(_known(owners)))]
        for index, owner in enumerate(self._link_owners, len(self._owners)):
            numbers += [index, owner]
        return self._pdf.make_indirect(Dictionary(Nums=Array(numbers)))


class _Names(dict[str, Object]):
    """The name of each tag, made once."""

    def __missing__(self, tag: str) -> Object:
        self[tag] = Name("/" + tag)
        return self[tag]


def _page_of(node: Node) -> int | None:
    """The page of an element's first own content."""
    return next((kid.page for kid in node.kids if isinstance(kid, Content)), None)


def _known(owners: Iterable[Object | None]) -> list[Object]:
    found = [owner for owner in owners if owner is not None]
    assert found, "content was drawn for an element outside the tree"
    return found


def _plain(value: str | int) -> Object | int:
    return String(value) if isinstance(value, str) else value


def _rounded(values: Sequence[float]) -> Array:
    return Array([round(value, 2) for value in values])
