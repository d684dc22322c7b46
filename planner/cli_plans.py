"""Commands on plans: what a delegation owes by when, and templates to begin new ones from."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from planner import paths
from planner.cli_context import Context, dossier_named

_in_context = click.pass_obj


@click.command()
@click.option("--save", "saved", metavar="DELEGATION", help="Keep one as a template.")
@click.option("--as", "name", metavar="NAME", help="With --save: its name; default: the title.")
@click.option("--use", "used", metavar="NAME|FILE", help="Begin a delegation from a template.")
@click.option("--title", metavar="TEXT", help="With --use: the title of the new one.")
@click.option(
    "--starts", metavar="DAY", help="With --use: its first day, as 2026-03-02 or 115/3/2."
)
@_in_context
def templates(
    context: Context,
    saved: str | None,
    name: str | None,
    used: str | None,
    title: str | None,
    starts: str | None,
) -> None:
    """List the templates, keep a delegation as one, or begin a new one from it.

    A template holds who goes, why, and where to; nothing of what was found or booked.
    """
    if saved is not None:
        click.echo(_save(context, saved, name))
    elif used is not None:
        click.echo(_use(context, used, {"title": title or "", "starts_on": starts or ""}))
    else:
        for line in _listed(context):
            click.echo(line)


def _save(context: Context, named: str, name: str | None) -> str:
    from planner.exchange.bundle import SUFFIX, write_bundle  # here and below: --help needs none
    from planner.output import write_file
    from planner.usecases.copying import template

    with context.database() as database:
        dossier = dossier_named(database, named)
        content = write_bundle(template(dossier), database.files.read)
    called = (name or dossier.delegation.title).replace("/", "／")
    path = paths.templates_path() / f"{called}{SUFFIX}"
    write_file(path, content)
    return context.words("cli.template_saved", path=str(path))


def _use(context: Context, named: str, values: dict[str, Any]) -> str:
    from planner.domain.changes import EditName
    from planner.exchange.bundle import read_bundle
    from planner.usecases.copying import plan_from_template

    bundle = read_bundle(_path(named))
    name = EditName("plan_from_template", {"title": values["title"]})
    with context.database() as database, database.begin(name) as work:
        made = plan_from_template(work, bundle.records, values)
    return context.words("cli.template_used", title=made.title, id=str(made.id))


def _path(named: str) -> Path:
    """A file, or a template of the folder by its name."""
    from planner.exchange.bundle import SUFFIX

    kept = paths.templates_path() / f"{named}{SUFFIX}"
    return kept if kept.exists() else Path(named)


def _listed(context: Context) -> Iterator[str]:
    from planner.domain.delegation import Delegation
    from planner.domain.errors import PlannerError
    from planner.domain.stop import Stop
    from planner.exchange.bundle import SUFFIX, read_bundle

    found = sorted(paths.templates_path().glob(f"*{SUFFIX}"))
    if not found:
        yield context.words("cli.no_templates", path=str(paths.templates_path()))
    for path in found:
        try:
            records = read_bundle(path).records
        except PlannerError as error:
            click.echo(f"planner: {context.words.error(error)}", err=True)
            continue
        days = sum(each.day_count for each in records if isinstance(each, Delegation))
        stops = sum(isinstance(each, Stop) for each in records)
        yield context.words("cli.template", name=path.stem, days=days, stops=stops)


@click.command()
@click.argument("delegation", metavar="DELEGATION")
@click.option("--json", "as_json", is_flag=True, help="Print JSON for programs.")
@_in_context
def due(context: Context, delegation: str, as_json: bool) -> None:
    """Tell by day what a delegation owes: clocks of its profile, shares of work, follow-ups."""
    from planner.allowances import allowances
    from planner.printing import profile_of
    from planner.rules.deadlines import dues
    from planner.working_days import working_days

    with context.database() as database:
        dossier = dossier_named(database, delegation)
    profile = profile_of(dossier, None)
    found = dues(dossier, profile, context.today, working_days(), allowances())
    rows = [
        {
            "on": each.on.isoformat(),
            "urgency": each.urgency.value,
            "text": each.title_in(context.words.language),
        }
        for each in found
    ]
    if as_json:
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    for each, row in zip(found, rows, strict=True):
        click.echo(f"{row['on']}  {context.words.value(each.urgency)}  {row['text']}")


COMMANDS = (due, templates)
