"""Commands that look after a store: copies of it, verifying, persons' data, health."""

import json
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from planner import paths, sealing, settings
from planner.cli_context import Context
from planner.domain.errors import StoreUnavailable
from planner.output import write_file
from planner.words import Words

_REFUSED = 1
_in_context = click.pass_obj


@click.command()
@click.option(
    "--to",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="Where the copy goes; default: beside the store, and into the second folder.",
)
@click.option("--encrypt", is_flag=True, help="Under a passphrase; the file ends in .age.")
@_in_context
def backup(context: Context, folder: Path | None, encrypt: bool) -> None:
    """Make a checked copy of the store as it stands."""
    from planner.store.backup import back_up  # here and below: --help needs no store
    from planner.store.daily import put_beside

    with context.database() as database:
        store = database.path
        if encrypt:
            click.echo(str(_sealed_copy(context, store, folder)))
            return
        made = back_up(store, reason="manual", folder=folder)
    click.echo(str(made))
    second = settings.load(paths.settings_path()).second_folder
    if second and folder is None:
        click.echo(str(put_beside(made, store, Path(second))))


def _sealed_copy(context: Context, store: Path, folder: Path | None) -> Path:
    from planner.store.backup import back_up, folder_of

    passphrase = context.passphrase(is_new=True)
    with TemporaryDirectory() as name:
        made = back_up(store, reason="manual", folder=Path(name))
        content = sealing.sealed(made.read_bytes(), passphrase)
    target = (folder or folder_of(store)) / f"{made.name}{sealing.SUFFIX}"
    write_file(target, content)
    return target


@click.command("backup-folder")
@click.argument("folder", required=False, type=click.Path(path_type=Path), metavar="[DIR]")
@click.option("--none", "has_none", is_flag=True, help="Copies go nowhere else any more.")
@_in_context
def backup_folder(context: Context, folder: Path | None, has_none: bool) -> None:
    """Tell, or set, the second folder of copies: a stick, or a share."""
    kept = settings.load(paths.settings_path())
    if has_none or folder is not None:
        if folder is not None and not folder.is_dir():
            raise StoreUnavailable("backup.no_folder", path=str(folder))
        kept = replace(kept, second_folder="" if folder is None else str(folder.absolute()))
        write_file(paths.settings_path(), settings.written(kept))
    if not kept.second_folder:
        click.echo(context.words("backup.no_second"))
        return
    is_there = Path(kept.second_folder).is_dir()
    told = "backup.second" if is_there else "error.backup.second_away"
    click.echo(context.words(told, path=kept.second_folder))


@click.command()
@_in_context
def backups(context: Context) -> None:
    """List the copies of the store, latest first, and what taking each back would change."""
    from planner.domain.records import RECORDS
    from planner.store.backup import copies, differences, folder_of

    kinds = [entity.kind for entity in RECORDS]
    words = context.words
    for copy in copies(folder_of(context.file)):
        made = copy.made_at.astimezone().strftime("%Y-%m-%d %H:%M")
        try:
            differing = differences(context.file, copy.path, kinds)
        except StoreUnavailable as error:
            told = words.error(error)
        else:
            count = sum(each.in_store + each.in_copy + each.changed for each in differing)
            told = words("backup.differs", count=count) if count else words("backup.same")
        click.echo(f"{made}  {words(f'backup.reason.{copy.cause}'):12}  {told}")
        click.echo(f"    {copy.path}")


@click.command()
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@_in_context
def restore(context: Context, file: Path) -> None:
    """Make the store what a copy of it was; what is there now is copied first.

    A copy that ends in .age is asked its passphrase.
    """
    from planner.store.database import restore_store

    with sealing.plain(file, context.passphrase) as copy:
        before = restore_store(context.file, copy)
    click.echo(context.words("backup.restored", path=str(context.store)))
    _forget_picture(context.words)
    if before is not None:
        click.echo(context.words("backup.kept_before", path=str(before)))


def _forget_picture(words: Words) -> None:
    """The window's last picture shows what is there no more; the work itself is done by now."""
    if not paths.forget_first_picture():
        path = str(paths.first_picture_path())
        click.echo(words("first_picture.stays", path=path), err=True)


@click.command()
@click.option("--repair", is_flag=True, help="Make anew what follows from the records.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON for programs.")
@_in_context
def verify(context: Context, repair: bool, as_json: bool) -> None:
    """Tell whether the store is what was put into it; nothing is changed without --repair."""
    from planner.health import fault_text

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
            click.echo(fault_text(fault, context.words))
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


@click.command()
@click.argument("name")
@click.option(
    "--export",
    "file",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE.json",
    help="Write all that is kept of the person.",
)
@click.option("--erase", is_flag=True, help="Erase the person everywhere; needs --yes.")
@click.option("--yes", is_flag=True, help="Really erase: it cannot be undone.")
@_in_context
def person(context: Context, name: str, file: Path | None, erase: bool, yes: bool) -> None:
    """Tell, export or erase what is kept of one person. NAME is any name, in any script."""
    from planner.domain.errors import NotFound
    from planner.personal_data import erase as erase_everywhere
    from planner.personal_data import exported, kept_of
    from planner.queries.personal import persons_named

    words = context.words
    with context.database() as database:
        with database.read() as session:
            found = persons_named(session, name)
            if len(found) != 1:
                code = "named.several" if found else "named.none"
                raise NotFound(code, named=name, titles=[each.name for each in found])
            kept = kept_of(database, session, found[0])
            content = exported(session, found[0])
        if file is not None:
            write_file(file, content)
            click.echo(words("person.exported", path=str(file)))
        for kind, count in kept.records:
            click.echo(f"{words.kind(kind)}: {count}")
        if not erase:
            return
        if not yes:
            click.echo(words("person.not_erased", name=found[0].name), err=True)
            raise click.exceptions.Exit(_REFUSED)
        for line in erase_everywhere(database, found[0], words):
            click.echo(line)
        _forget_picture(words)


@click.command()
@click.option("--years", default=10, show_default=True, help="Unneeded for so many years.")
@_in_context
def retention(context: Context, years: int) -> None:
    """List the persons whom nothing has needed for years, to be erased or kept with reason."""
    from planner.personal_data import due

    with context.database() as database, database.read() as session:
        persons = due(session, context.today, years)
    for kept in persons:
        click.echo(f"{kept.last_needed.isoformat()}  {kept.name}")
    click.echo(context.words("person.due", count=len(persons), years=years))


COMMANDS = (backup, backup_folder, backups, restore, verify, person, retention, doctor)
