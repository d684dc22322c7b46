"""The command line: the same use cases, queries and papers as the window; no Qt before it opens."""

import json
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import click

from planner import (
    __version__,
    cli_exchange,
    cli_office,
    cli_photos,
    cli_plans,
    cli_store,
    logs,
    paths,
    settings,
)
from planner.cli_context import Context, dossier_named
from planner.domain.errors import PlannerError
from planner.output import write_file
from planner.words import Words

REFUSED = 1
WRONG_USAGE = 2


class _Lines(click.Group):
    """Commands in the order they are written, as in the README."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)


@click.group(cls=_Lines, invoke_without_command=True, context_settings={"max_content_width": 100})
@click.option(
    "--store",
    metavar="FILE|URL",
    help="The store: a file or postgresql://…; default: PLANNER_STORE or your own.",
)
@click.option(
    "--language",
    type=click.Choice(["zh_TW", "en"]),
    help="Language of answers; default: as in the settings, or the system's.",
)
@click.option("--take-over", is_flag=True, help="Write though another machine has the store open.")
@click.option("--self-test", is_flag=True, help="Open every screen, make every paper, and exit.")
@click.version_option(__version__, prog_name="planner", message="%(prog)s %(version)s")
@click.pass_context
def planner(
    ctx: click.Context, store: str | None, language: str | None, take_over: bool, self_test: bool
) -> None:
    """Plan a delegation, write its visit report, follow every recommendation until it is done.

    Without a command the window opens. DELEGATION is an id, or a part of the title that only one
    delegation has. Exit status: 0 done, 1 refused or problems found, 2 wrong usage.
    """
    logs.keep_log(paths.log_path())
    context: Context = ctx.obj
    context.store = paths.store_place(store)
    context.takes_over = take_over
    if language is not None:
        context.words, context.asked_language = Words(language), language
    if self_test:
        # imported here: it needs everything there is
        from planner.self_test import self_test as run_self_test

        ctx.exit(run_self_test(click.echo))
    if ctx.invoked_subcommand is None:
        ctx.exit(_open_window(context))


_as_json = click.option("--json", "as_json", is_flag=True, help="Print JSON for programs.")
_delegation = click.argument("delegation", metavar="DELEGATION")
_in_context = click.pass_obj


@planner.command()
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("planner-demo"),
    show_default=True,
    metavar="DIR",
    help="Where the store and the report go.",
)
@click.option("--no-window", is_flag=True, help="Make the store and the report only.")
@_in_context
def demo(context: Context, out: Path, no_window: bool) -> None:
    """Make a store with the sample and its visit report, then open the window."""
    from planner.demo import make_demo  # heavy: reads the archive and sets the report

    made = make_demo(out)
    click.echo(context.words("cli.demo_store", path=str(made.store)))
    click.echo(context.words("cli.demo_report", path=str(made.report), count=made.page_count))
    if no_window or not _has_display():
        return
    sys.exit(_open_window(replace(context, store=made.store)))


@planner.command("list")
@_as_json
@_in_context
def list_delegations(context: Context, as_json: bool) -> None:
    """List the delegations, latest first."""
    from planner import plain_text  # with the queries behind it
    from planner.queries.delegation_list import delegation_lines

    with context.database() as database, database.read() as session:
        lines = delegation_lines(session)
    if as_json:
        _print_json([plain_text.delegation_values(line) for line in lines])
    else:
        _print_lines(plain_text.delegation_text(lines, context.words))


@planner.command()
@_delegation
@_as_json
@_in_context
def show(context: Context, delegation: str, as_json: bool) -> None:
    """Show one delegation with all that is under it."""
    from planner import plain_text

    with context.database() as database:
        dossier = dossier_named(database, delegation)
    if as_json:
        _print_json(dossier.model_dump(mode="json"))
    else:
        _print_lines(plain_text.dossier_text(dossier, context.words))


@planner.command()
@click.argument("words", nargs=-1, required=True)
@_as_json
@_in_context
def search(context: Context, words: Sequence[str], as_json: bool) -> None:
    """Find records by any characters that stand in them."""
    from planner import plain_text
    from planner.queries.search_results import search_lines

    with context.database() as database, database.read() as session:
        lines = search_lines(session, " ".join(words))
    if as_json:
        _print_json([plain_text.search_values(line) for line in lines])
    else:
        _print_lines(plain_text.search_text(lines, context.words))


@planner.command()
@click.argument("kind")
@_delegation
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="The file to write; its ending says the format.",
)
@click.option("--profile", metavar="KEY", help="Report profile; default: the delegation's own.")
@click.option("--lang", type=click.Choice(["zh_TW", "en"]), help="Default: the profile's.")
@click.option(
    "--edition",
    type=click.Choice(["internal", "public"]),
    default="internal",
    show_default=True,
    help="The public one leaves restricted matter out.",
)
@click.option("--member", metavar="NAME", help="For this member only, as an itinerary or a card.")
@click.option("--watermark", metavar="TEXT", default="", help="Across each page, as 密件.")
@click.option("--draft", is_flag=True, help="Numbered lines and a watermark that says so.")
@click.option("--body-font", metavar="FONT", default="", help="An installed one, Family[:Style].")
@click.option("--heading-font", metavar="FONT", default="", help="The same for cover and heads.")
@click.option("--archive", is_flag=True, help="A PDF carries the delegation it was made from.")
@click.option("--traces", is_flag=True, help="Its photos keep positions and what cameras wrote.")
@click.option("--since", metavar="DAY", help="A table of follow-ups tells of no progress before.")
@click.option("--until", metavar="DAY", help="It tells how things stood then; default: today.")
@_in_context
def paper(
    context: Context,
    kind: str,
    delegation: str,
    output: Path,
    profile: str | None,
    lang: str | None,
    edition: str,
    member: str | None,
    watermark: str,
    draft: bool,
    body_font: str,
    heading_font: str,
    archive: bool,
    traces: bool,
    since: str | None,
    until: str | None,
) -> None:
    """Make a paper: KIND is visit-report or another that `planner papers` lists."""
    from planner import printing  # loads fonts and the typesetter

    order = printing.Order(
        kind,
        profile=profile,
        language=lang,
        edition=edition,
        watermark=watermark or (printing.Watermark.DRAFT if draft else ""),
        has_line_numbers=draft,
        body_font=body_font,
        heading_font=heading_font,
        ending=printing.ending_of(output),
        has_archive=archive,
        has_traces=traces,
    )
    with context.database() as database:
        dossier = dossier_named(database, delegation)
        if since or until:
            order = replace(order, reported=_reported(context, dossier, since, until))
        if member is not None:
            order = replace(order, member_id=printing.member_named(dossier, member))
        earlier = _earlier(database, dossier)
        printed = printing.make_paper(dossier, order, database.files, earlier=earlier)
    for problem in printed.problems:
        click.echo(f"planner: {printing.problem_text(problem, context.words)}", err=True)
    write_file(output, printed.content)
    click.echo(str(output))


def _reported(
    context: Context, dossier: Any, since: str | None, until: str | None
) -> tuple[date, date]:
    """From the first day of the journey up to today, as far as nothing else is said."""
    from planner.domain.dates import parse_day

    days = [dossier.delegation.starts_on, context.today]
    for place, written in enumerate((since, until)):
        try:
            days[place] = parse_day(written) if written else days[place]
        except ValueError as error:
            told = context.words("error.date.unreadable", text=written)
            raise click.BadParameter(told) from error
    return days[0], days[1]


@planner.command()
@_in_context
def papers(context: Context) -> None:
    """List the papers that can be made."""
    from planner import printing

    _print_lines(f"{key:20}{title}" for key, title in printing.paper_choices(context.words))


@planner.command()
@click.argument("words", nargs=-1)
@_in_context
def fonts(context: Context, words: Sequence[str]) -> None:
    """List the installed fonts that papers can be set in, or those with WORDS in their name."""
    from planner import printing

    wanted = " ".join(words).casefold()
    names = (f"{choice.family}:{choice.style}" for choice in printing.font_choices())
    _print_lines(name for name in dict.fromkeys(names) if wanted in name.casefold())


@planner.command()
@click.option("--copy", "copied", metavar="KEY", help="Copy a shipped one to edit as your own.")
@_in_context
def profiles(context: Context, copied: str | None) -> None:
    """List the report profiles, those that ship and your own, or copy one to edit."""
    from planner.papers.profiles import copy_profile, own_profiles, shipped_profiles

    words, folder = context.words, paths.profiles_path()
    if copied is not None:
        click.echo(words("cli.profile_copied", path=str(copy_profile(copied, folder))))
        return
    own = own_profiles(folder)
    for key, profile in {**shipped_profiles(), **own}.items():
        origin = words("cli.own", path=str(folder)) if key in own else words("cli.shipped")
        click.echo(f"{key:20}{profile.name.in_(words.language)}  ({origin})")


@planner.command()
@_delegation
@_as_json
@_in_context
def check(context: Context, delegation: str, as_json: bool) -> None:
    """Tell what a delegation and its report lack or contradict.

    What was accepted with a reason stands apart, is not in the JSON and does not count.
    """
    from planner import plain_text, printing
    from planner.allowances import allowances
    from planner.rules.check import check as check_dossier
    from planner.rules.notice import parted
    from planner.working_days import working_days

    with context.database() as database:
        dossier = dossier_named(database, delegation)
        earlier = _earlier(database, dossier)
    profile = printing.profile_of(dossier, None)
    found = check_dossier(
        dossier,
        profile,
        context.today,
        earlier=earlier,
        allowances=allowances(),
        calendar=working_days(),
    )
    notices, accepted = parted(found, dossier.accepted)
    if as_json:
        _print_json([plain_text.notice_values(notice, context.words) for notice in notices])
    else:
        _print_lines(plain_text.notice_text(notice, context.words) for notice in notices)
        click.echo(context.words("cli.notices", count=len(notices)))
        _print_lines(plain_text.accepted_text(accepted, context.words))
    if notices:
        sys.exit(REFUSED)


@planner.command()
@_delegation
@click.option("--keep", metavar="NAME", help="Keep the programme as it is now under this name.")
@click.option("--since", metavar="NAME", help="Tell what changed since this version, and for whom.")
@click.option(
    "--drafts",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="With --since: write a message to each of them there, as .eml to look over and send.",
)
@_as_json
@_in_context
def versions(
    context: Context,
    delegation: str,
    keep: str | None,
    since: str | None,
    drafts: Path | None,
    as_json: bool,
) -> None:
    """List the kept versions of a programme, keep one, or tell what changed since."""
    from planner import version_commands  # with the rules behind them

    with context.database() as database:
        found = dossier_named(database, delegation)
        if keep is not None:
            told = version_commands.keep(database, found, keep, context.today, context.words)
        elif since is not None:
            told = version_commands.since(database, found, since, context.words, drafts)
        else:
            told = version_commands.listed(found, context.words)
    if as_json:
        _print_json(told.values)
    else:
        _print_lines(told.lines)


@planner.command()
@click.option("--overdue", is_flag=True, help="Only those whose due day has passed.")
@_as_json
@_in_context
def followups(context: Context, overdue: bool, as_json: bool) -> None:
    """List follow-ups of all delegations by due day."""
    from planner import plain_text
    from planner.queries.follow_up_list import follow_up_lines

    with context.database() as database, database.read() as session:
        lines = follow_up_lines(session, overdue_on=context.today if overdue else None)
    if as_json:
        _print_json([plain_text.follow_up_values(line, context.today) for line in lines])
    else:
        _print_lines(plain_text.follow_up_text(lines, context.today, context.words))


@planner.command("read")
@click.argument("file", type=click.Path(path_type=Path))
@_as_json
@click.option("--into", metavar="DELEGATION|new", help="Where to take the surer records.")
@click.option("--yes", is_flag=True, help="Store them; without it nothing is stored.")
@_in_context
def read_file(context: Context, file: Path, as_json: bool, into: str | None, yes: bool) -> None:
    """Read an earlier report or a background article: txt, docx, odt or PDF."""
    from planner import plain_text
    from planner.exchange.reading.reader import read

    report = read(file)
    if as_json:
        _print_json(report.to_json())
    elif not yes:
        _print_lines(plain_text.reading_text(report, context.words))
    if into and yes:
        count = _take_in(context, report, file.name, into)
        click.echo(context.words("reading.imported", file=file.name, count=count), err=as_json)
    elif into:
        click.echo(context.words("reading.nothing_stored", into=into), err=True)


def _take_in(context: Context, report: Any, file: str, into: str) -> int:
    from planner.usecases.readings import name_of_reading, take_in

    with context.database() as database:
        key = None if into == "new" else dossier_named(database, into).delegation.id
        with database.begin(name_of_reading(file)) as work:
            return take_in(work, report, file, key)


for _room in (cli_plans, cli_exchange, cli_photos, cli_store, cli_office):
    for _command in _room.COMMANDS:
        planner.add_command(_command)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run a command; every refusal is one sentence on stderr."""
    kept = settings.load(paths.settings_path())
    context = Context(Words(kept.language), date.today())
    try:
        status = planner.main(arguments, "planner", standalone_mode=False, obj=context)
    except click.exceptions.Abort:
        status = REFUSED
    except click.ClickException as error:
        click.echo(f"planner: {error.format_message()}", err=True)
        status = error.exit_code
    except PlannerError as error:
        click.echo(f"planner: {context.words.error(error)}", err=True)
        status = REFUSED
    except BrokenPipeError:
        # the reader, as `head`, has seen enough; nothing more must be written at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = REFUSED
    sys.exit(status if isinstance(status, int) else 0)


def _earlier(database: Any, dossier: Any) -> Any:
    from planner.queries.earlier import earlier_dossiers

    with database.read() as session:
        return earlier_dossiers(session, dossier)


def _open_window(context: Context) -> int:
    try:
        from planner.start import run  # Qt: only when a window opens
    except ImportError as error:
        click.echo(f"planner: {context.words('cli.no_qt', reason=str(error))}", err=True)
        return REFUSED
    return run(context.store, context.asked_language)


def _has_display() -> bool:
    if sys.platform in ("win32", "darwin"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _print_lines(lines: Iterable[str]) -> None:
    for line in lines:
        click.echo(line)


def _print_json(value: Any, default: Callable[[Any], str] = str) -> None:
    click.echo(json.dumps(value, ensure_ascii=False, indent=1, default=default))
