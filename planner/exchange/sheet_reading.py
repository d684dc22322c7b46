"""Member lists and itineraries as offices keep them in Excel or CSV, into records."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from planner.domain.delegation import Delegation
from planner.domain.errors import InvalidInput, Problem, UnreadableFile
from planner.exchange.sheet_cells import Cells
from planner.exchange.sheet_columns import Layout, layout
from planner.exchange.sheet_days import DayRows
from planner.exchange.sheet_grids import Grid, grids
from planner.exchange.sheet_headings import Subject
from planner.exchange.sheet_ours import our_sheet, with_plain_fields
from planner.exchange.sheet_people import PeopleRows, organisation_found
from planner.exchange.sheet_turned import stacked, stood_up, turned, with_parts_below
from planner.exchange.staged import Found, LeftOut, ReadFile

_HIDDEN = Problem("", "sheet.hidden_row", {})


def read_sheets(
    content: bytes, name: str, delegation: Delegation | None, home_zone: str
) -> ReadFile:
    """What the tables of a file tell. Raises UnreadableFile where none reads as one we know."""
    found: list[Found] = []
    left_out: list[LeftOut] = []
    only_out: list[str] = []
    is_table = False
    for grid in grids(content, name):
        ours = our_sheet(grid)
        if ours is not None and ours.layout is None:
            only_out.append(grid.title or name)
            continue
        laid = (grid, ours.layout) if ours and ours.layout else _laid(grid)
        if laid is None:
            continue
        is_table = True
        of_sheet, plan = laid
        if delegation is None and plan.subject is Subject.ITINERARY:
            raise UnreadableFile("import_file.needs_delegation", name=name)
        cells = Cells(of_sheet, plan, delegation)
        read = _reader(cells, plan, delegation, home_zone)
        for index in range(plan.first, len(of_sheet.rows)):
            cells.take(index)
            if cells.tells_nothing:
                continue
            if index in of_sheet.hidden:
                left_out.append(cells.left_out(_HIDDEN))
                continue
            try:
                cells.refuse_errors()
                told = list(read())
                if ours is not None:
                    told = [with_plain_fields(ours.entity, each, cells) for each in told]
                found += (replace(each, sheet=grid.title) for each in told)
            except InvalidInput as error:
                left_out.append(cells.left_out(error.problems[0]))
        if ours is None and (columns := cells.unread):
            problem = Problem("", "sheet.columns_unread", {"columns": columns})
            left_out.append(LeftOut(of_sheet.line(max(0, plan.first - 1)), problem, grid.title))
    if only_out:
        left_out.append(LeftOut(1, Problem("", "sheet.only_out", {"sheets": only_out})))
    if not is_table and not only_out:
        raise UnreadableFile("sheet.no_table", name=name)
    return ReadFile(name, tuple(found), tuple(left_out))


def _laid(grid: Grid) -> tuple[Grid, Layout] | None:
    """A sheet with what its columns mean, turned where it does not go down."""
    across = turned(grid)
    if across is not None:
        return across
    for made in filter(None, (with_parts_below(grid), stacked(grid), grid, stood_up(grid))):
        if plan := layout(made):
            return made, plan
    return None


def _reader(
    cells: Cells, plan: Layout, delegation: Delegation | None, home_zone: str
) -> Callable[[], Iterable[Found]]:
    if plan.subject is Subject.ITINERARY and delegation is not None:
        return DayRows(cells, delegation, home_zone).read
    if plan.subject is Subject.ORGANISATIONS:
        return lambda: [organisation_found(cells)]
    return PeopleRows(cells, delegation, plan.subject).read
