"""Commands that give records to other programs and take them in: export, import."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from planner import sealing
from planner.cli_context import Context, dossier_named
from planner.output import write_file

_in_context = click.pass_obj


@click.command()
@click.argument("delegation", required=False, metavar="DELEGATION")
@click.option("--all", "is_whole", is_flag=True, help="The whole store, into an archive.")
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Ends in .planner .ics .vcf .xlsx .csv .json .geojson .kml .xml (frab) or .jsonld.",
)
@click.option("--internal", is_flag=True, help="All there is; without it the public edition.")
@click.option("--member", metavar="NAME", help="Only the days, or the card, of one member.")
@click.option(
    "--share",
    type=click.Choice(["all", "stops", "seminar", "follow-ups"]),
    default="all",
    help="Which part a calendar holds.",
)
@click.option("--table", default="stop", metavar="KIND", help="Which table a CSV file holds.")
@click.option("--vcard", type=click.Choice(["3.0", "4.0"]), default="3.0", help="Version of cards.")
@click.option("--traces", is_flag=True, help="Photos keep positions and what cameras wrote.")
@click.option("--encrypt", is_flag=True, help="Under a passphrase; the file then ends in .age.")
@_in_context
def export(
    context: Context,
    delegation: str | None,
    is_whole: bool,
    output: Path,
    internal: bool,
    member: str | None,
    share: str,
    table: str,
    vcard: str,
    traces: bool,
    encrypt: bool,
) -> None:
    """Write a delegation for other programs, or whole with its photos into an archive.

    What the file will hold is said first. Archives are always whole; everything else is the public
    edition unless --internal is given: no restricted records, contact data only with consent.
    """
    from planner.domain.records import BY_KIND  # here and below: --help needs none of it
    from planner.exchange.bundle import SUFFIX as ARCHIVE
    from planner.exchange.calendar import Share
    from planner.exchange.export import (
        SUFFIXES,
        Surroundings,
        Wish,
        contents,
        contents_text,
        suffix_of,
        write_archive,
    )
    from planner.exchange.export import export as exported
    from planner.exchange.vcards import Version
    from planner.printing import member_named
    from planner.queries.archived import archived
    from planner.queries.last_changes import last_changes

    words = context.words
    suffix = suffix_of(output)
    if suffix is None or (is_whole and suffix != ARCHIVE):
        endings = ARCHIVE if is_whole else words.names(SUFFIXES)
        raise click.UsageError(words("cli.wrong_ending", path=output.name, endings=endings))
    if is_whole == (delegation is not None):
        raise click.UsageError(words("cli.one_or_all"))
    if table not in BY_KIND:
        raise click.BadParameter(words.names(BY_KIND), param_hint="--table")
    with context.database() as database:
        if delegation is None:
            with database.read() as session:
                held = archived(session, None)
            content = write_archive(
                held.records, database.files.read, held.removed, has_traces=traces
            )
            _write(context, output, content, encrypt=encrypt)
            return
        dossier = dossier_named(database, delegation)
        with database.read() as session:
            changed_at = last_changes(session)
            gone = archived(session, dossier.delegation.id).removed
        key = member_named(dossier, member) if member else None
        wish = Wish(suffix, not internal, Share(share), key, table, Version(vcard), traces)
        content = exported(
            dossier,
            wish,
            Surroundings(words, datetime.now(UTC), changed_at, database.files.read, gone),
        )
    for line in contents_text(contents(dossier, wish), output.name, words):
        click.echo(line)
    _write(context, output, content, encrypt=encrypt)


def _write(context: Context, output: Path, content: bytes, *, encrypt: bool) -> None:
    if encrypt:
        content = sealing.sealed(content, context.passphrase(is_new=True))
        output = output.with_name(output.name + sealing.SUFFIX)
    write_file(output, content)
    click.echo(context.words("export.written", path=str(output)))


@click.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE…")
@click.option("--into", metavar="DELEGATION", help="The delegation that a list or booking is for.")
@click.option("--theirs", is_flag=True, help="Where they clash, take what the file says.")
@click.option("--dry-run", is_flag=True, help="Tell what would be stored, and store nothing.")
@_in_context
def import_files(
    context: Context, files: tuple[Path, ...], into: str | None, theirs: bool, dry_run: bool
) -> None:
    """Take files into the store, each as one edit that can be taken back whole.

    Archives (.planner), calendars (.ics), contacts (.vcf), member lists and itineraries (.xlsx,
    .ods, .csv), wallet passes (.pkpass), booking mails (.eml) and the confirmations of flights,
    trains and nights (.pdf, .txt, .docx, .odt). One that ends in .age is asked its passphrase.
    """
    from planner.exchange.attached import carries_archive  # here and below: --help needs none
    from planner.exchange.bundle import SUFFIX

    with context.database() as database:
        for given in files:
            with sealing.plain(given, context.passphrase) as file:
                if file.suffix.lower() == SUFFIX or carries_archive(file, SUFFIX):
                    _take_archive(context, database, file, theirs=theirs, dry_run=dry_run)
                else:
                    _take_file(context, database, file, into, theirs=theirs, dry_run=dry_run)
    if dry_run:
        click.echo(context.words("import.dry"))


def _take_archive(
    context: Context, database: Any, file: Path, *, theirs: bool, dry_run: bool
) -> None:
    from planner.exchange.bundle import read_bundle
    from planner.queries.staging import staged_archive
    from planner.usecases.imports import name_of_import

    bundle = read_bundle(file)
    with database.read() as session:
        held = staged_archive(session, bundle, file.name)
    if dry_run:
        _tell(context, held)
        return
    if held.brings_anything:
        database.back_up_before_import()
    name = name_of_import(bundle, file.name)
    imported = _take(context, database, name, held, theirs=theirs)
    click.echo(context.words("cli.imported", new=imported.new, same=imported.same))


def _take_file(
    context: Context, database: Any, file: Path, into: str | None, *, theirs: bool, dry_run: bool
) -> None:
    from planner.exchange.incoming import home_zone, read_incoming
    from planner.queries.staging import staged
    from planner.usecases.imports import name_of_file

    delegation, zone = None, ""
    if into is not None:
        dossier = dossier_named(database, into)
        delegation, zone = dossier.delegation, home_zone(dossier.stops)
    read = read_incoming(file, delegation, zone)
    with database.read() as session:
        held = staged(session, read)
    _tell(context, held)
    if not dry_run:
        _take(context, database, name_of_file(file.name), held, theirs=theirs)


def _take(context: Context, database: Any, name: Any, held: Any, *, theirs: bool) -> Any:
    """Store what is new and what was empty; of clashes ours stays, or theirs where asked for."""
    from planner.exchange.staged import Verdict
    from planner.usecases.imports import take_in

    clashing = [each.kept.id for each in held.of(Verdict.CLASHING)]
    with database.begin(name) as work:
        imported = take_in(work, held, theirs=clashing if theirs else ())
    if clashing and not theirs:
        click.echo(context.words("import.kept_mine"))
    return imported


def _tell(context: Context, held: Any) -> None:
    """Every row with its verdict, what clashes beside what, and why rows were left out."""
    from planner.exchange.preview import preview

    for line in preview(held, context.words):
        click.echo(line)


COMMANDS = (export, import_files)
