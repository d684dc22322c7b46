"""The house keeps its order: who imports whom, who writes, and how modules begin."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "planner"
MODULES = sorted(PACKAGE.rglob("*.py"))

FOREIGN = {
    "domain": {"pydantic", "pydantic_core"},
    "rules": {"pydantic", "holidays", "pypinyin", "opencc", "rapidfuzz"},
    "store": {"pydantic", "sqlmodel", "sqlalchemy", "alembic", "opencc", "psycopg"},
    "queries": {"sqlmodel", "sqlalchemy"},
    "usecases": set[str](),
    "papers": set[str](),
}
"""What the inner rooms may import that is neither ours nor Python's."""

MAY_USE_SQLITE = {
    "store/backup.py",
    "store/copying.py",  # goes from one engine to the other
    "store/conflicts.py",
    "store/daily.py",
    "store/failures.py",
    "store/file_engine.py",
    "store/first_look.py",
    "store/last_edit.py",
    "store/fts.py",
    "store/migrate.py",
    "store/migrations/env.py",
    "store/migrations/upgrade.py",
    "store/migrations/versions/0001_first.py",
    "store/restoring.py",
    "store/upgrading.py",
    "store/verify.py",
}
EMPTY = {"{}", "[]", "set()", "dict()", "list()"}
MAY_WRITE = {
    "store/repository.py",
    "store/search.py",
    "store/grams.py",
    "store/server/roles.py",  # who is let in is the server's, and no record
    "store/erasing.py",  # a person's data must go from the journal too: nothing can bring them back
}


def place(module: Path) -> str:
    return module.relative_to(PACKAGE).as_posix()


@cache
def tree(module: Path) -> ast.Module:
    return ast.parse(module.read_text("utf-8"))


def imported(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom) and node.module:
        return [f"{node.module}.{alias.name}" for alias in node.names]
    return []


def foreign(module: Path) -> set[str]:
    roots = {name.split(".")[0] for node in ast.walk(tree(module)) for name in imported(node)}
    return roots - sys.stdlib_module_names - {"planner"}


def test_imports_only_look_down() -> None:
    # in a process of its own: the linter sets up logging for everyone
    code = "import sys, importlinter.cli as cli; sys.exit(cli.lint_imports(no_cache=True))"
    told = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert told.returncode == 0, told.stdout


@pytest.mark.parametrize("room", FOREIGN)
def test_inner_rooms_use_only_the_libraries_made_for_them(room: str) -> None:
    used = set().union(*(foreign(module) for module in (PACKAGE / room).rglob("*.py")))
    assert used <= FOREIGN[room]


def test_every_library_that_is_used_is_declared_with_its_reason() -> None:
    lines = (ROOT / "pyproject.toml").read_text("utf-8").splitlines()
    first = lines.index("dependencies = [")
    listed = lines[first + 1 : lines.index("]", first)]
    assert [line for line in listed if "#" not in line and "PySide6" not in line] == []

    project = tomllib.loads("\n".join(lines))["project"]
    declared = {normal(line) for line in project["dependencies"]}
    distributions = packages_distributions()
    used = {name for module in MODULES for name in foreign(module)}
    undeclared = [
        name
        for name in used
        if not declared & {normal(distribution) for distribution in distributions[name]}
    ]
    # pydantic_core and shiboken6 come with, and belong to, pydantic and PySide6
    assert sorted(undeclared) == sorted(set(undeclared) & {"pydantic_core", "shiboken6"})


def normal(requirement: str) -> str:
    name = re.match(r"[A-Za-z0-9._-]+", requirement)
    assert name is not None
    return re.sub(r"[-_.]+", "-", name[0]).lower()


def test_areas_of_the_window_do_not_know_each_other() -> None:
    shared = {"components", "drawing", "filters", "ripple"}
    areas = {folder.name for folder in (PACKAGE / "ui").iterdir() if folder.is_dir()} - shared
    for area in areas:
        for module in (PACKAGE / "ui" / area).rglob("*.py"):
            for node in ast.walk(tree(module)):
                for name in imported(node):
                    parts = name.split(".")
                    if parts[:2] == ["planner", "ui"]:
                        assert parts[2] not in areas - {area}, place(module)


def test_only_the_repository_and_the_index_write() -> None:
    # the journal would miss any other write, and undo with it
    writers = {
        place(module)
        for module in MODULES
        if "migrations" not in module.parts
        for node in ast.walk(tree(module))
        if writes(node)
    }
    assert writers == MAY_WRITE


def writes(node: ast.AST) -> bool:
    if isinstance(node, ast.ImportFrom) and node.module in ("sqlalchemy", "sqlmodel"):
        return any(alias.name in ("update", "delete") for alias in node.names)
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return bool(re.match(r"\s*(UPDATE\s+\w+\s+SET|DELETE\s+FROM)\b", node.value))
    return False


def test_what_only_sqlite_knows_stays_in_its_modules() -> None:
    # an office will share one store on PostgreSQL
    users = {place(module) for module in MODULES if uses_sqlite(module)}
    assert users <= MAY_USE_SQLITE


def uses_sqlite(module: Path) -> bool:
    source = module.read_text("utf-8")
    return bool(
        re.search(r"\bsqlite3\b|PRAGMA|\bfts5\b|exec_driver_sql|\bMATCH\s|\browid\b", source)
    )


def functions(module: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


@pytest.mark.parametrize("module", MODULES, ids=place)
def test_an_import_inside_a_function_gives_its_reason(module: Path) -> None:
    lines = module.read_text("utf-8").splitlines()
    late = [
        node.lineno
        for function in functions(module)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    if late:
        # one reason may stand for a module: it is given where it first applies
        first = min(late)
        assert any("#" in line for line in lines[first - 3 : first])


@pytest.mark.parametrize("module", MODULES, ids=place)
def test_a_module_says_in_one_line_what_it_is_for_and_holds_no_state(module: Path) -> None:
    docstring = ast.get_docstring(tree(module))
    assert docstring
    assert docstring.splitlines()[0].endswith((".", "?", "!"))
    for node in ast.walk(tree(module)):
        assert not isinstance(node, ast.Global | ast.Nonlocal)
    for node in tree(module).body:
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
            written = ast.unparse(node)
            # an empty Mapping cannot be filled; an empty dict waits to be
            assert ": Mapping[" in written or ast.unparse(node.value) not in EMPTY, written


def test_no_circle_is_hidden_behind_type_checking() -> None:
    hiding = {place(module) for module in MODULES if "TYPE_CHECKING" in module.read_text("utf-8")}
    # what is painted before anything else is loaded; the linter looks for circles here too
    assert hiding == {"start.py", "ui/first_picture.py", "ui/main_frame.py"}


@pytest.mark.parametrize(
    ("start", "unwanted"),
    [
        ("planner.cli", ["PySide6", "sqlalchemy", "reportlab", "opencc", "PIL"]),
        ("planner.store.database", ["PySide6", "alembic", "opencc", "reportlab", "PIL"]),
    ],
)
def test_starting_loads_nothing_that_it_does_not_need(start: str, unwanted: list[str]) -> None:
    code = f"import sys, {start}; print(*[name for name in {unwanted} if name in sys.modules])"
    loaded = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert loaded.stdout.split() == []
