"""Commands that look after a store: its copies, taking one back, verifying, health."""

import json
from pathlib import Path

import click

from planner.cli_context import Context

_REFUSED = 1
_in_context = click.pass_obj


@click.command()
@click.option(
    "--to",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="Where the copy goes; default: beside the store.",
)
@_in_context
def backup(context: Context, folder: Path | None) -> None:
    """Make a checked copy of the store as it stands."""
    from planner.store.backup import back_up  # here and below: --help needs no store

    with context.database() as database:
        click.echo(str(back_up(database.path, reason="manual", folder=folder)))


@click.command()
@_in_context
def backups(context: Context) -> None:
    """List the copies of the store, latest first, and what taking each back would change."""
    from planner.domain.records import RECORDS
    from planner.store.backup import copies, differences, folder_of

    kinds = [entity.kind for entity in RECORDS]
    words = context.words
    for copy in copies(folder_of(context.store)):
        differing = differences(context.store, copy.path, kinds)
        count = sum(each.in_store + each.in_copy + each.changed for each in differing)
        made = copy.made_at.astimezone().strftime("%Y-%m-%d %H:%M")
        told = words("backup.differs", count=count) if count else words("backup.same")
        click.echo(f"{made}  {words(f'backup.reason.{_reason(copy.reason)}'):12}  {told}")
        click.echo(f"    {copy.path}")


@click.command()
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@_in_context
def restore(context: Context, file: Path) -> None:
    """Make the store what a copy of it was; what is there now is copied first."""
    from planner.store.database import restore_store

    before = restore_store(context.store, file)
    click.echo(context.words("backup.restored", path=str(context.store)))
    if before is not None:
        click.echo(context.words("backup.kept_before", path=str(before)))


@click.command()
@click.option("--repair", is_flag=True, help="Make anew what follows from the records.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON for programs.")
@_in_context
def verify(context: Context, repair: bool, as_json: bool) -> None:
    """Tell whether the store is what was put into it; nothing is changed without --repair."""
    with context.database() as database:
        faults = database.verify()
        if repair and any(fault.can_be_rebuilt for fault in faults):
            database.make_anew()
            faults = database.verify()
    if as_json:
        rows = [
            {"fault": fault.code, **fault.values, "can_be_rebuilt": fault.can_be_rebuilt}
            for fault in faults
        ]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
    else:
        for fault in faults:
            click.echo(context.words(fault.code, **fault.values))
        if any(fault.can_be_rebuilt for fault in faults):
            click.echo(context.words("verify.repair"))
        click.echo(
            context.words("verify.count", count=len(faults))
            if faults
            else context.words("verify.sound")
        )
    if faults:
        raise click.exceptions.Exit(_REFUSED)


@click.command()
@_in_context
def doctor(context: Context) -> None:
    """Print versions, paths and the store's health, to send with a question; no person's data."""
    from planner.health import health

    lines = list(health(context.store))
    width = max(len(line.name) for line in lines)
    for line in lines:
        click.echo(f"{line.name:{width}}  {line.value}")


def _reason(reason: str) -> str:
    """The word for why a copy was made; versions differ, the word does not."""
    return "before_version" if reason.startswith("before-version") else reason.replace("-", "_")


COMMANDS = (backup, backups, restore, verify, doctor)
