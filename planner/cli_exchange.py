"""Commands that give records to other programs and take them in: export, import."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import click

from planner.cli_context import Context
from planner.domain.errors import NotFound
from planner.output import write_file

_in_context = click.pass_obj


@click.command()
@click.argument("delegation", metavar="DELEGATION")
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
@_in_context
def export(
    context: Context,
    delegation: str,
    output: Path,
    internal: bool,
    member: str | None,
    share: str,
    table: str,
    vcard: str,
) -> None:
    """Write a delegation for other programs, or whole with its photos into an archive.

    What the file will hold is said first. Archives are always whole; everything else is the public
    edition unless --internal is given: no restricted records, contact data only with consent.
    """
    from planner.domain.records import BY_KIND  # here and below: --help needs none of it
    from planner.exchange.calendar import Share
    from planner.exchange.export import (
        SUFFIXES,
        Surroundings,
        Wish,
        contents,
        contents_text,
        suffix_of,
    )
    from planner.exchange.export import export as exported
    from planner.exchange.vcards import Version
    from planner.printing import member_named
    from planner.queries.history import last_changes

    words = context.words
    suffix = suffix_of(output)
    if suffix is None:
        endings = words.names(SUFFIXES)
        raise click.UsageError(words("cli.wrong_ending", path=output.name, endings=endings))
    if table not in BY_KIND:
        raise click.BadParameter(words.names(BY_KIND), param_hint="--table")
    with context.database() as database:
        dossier = dossier_named(database, delegation)
        with database.read() as session:
            changed_at = last_changes(session)
        key = member_named(dossier, member) if member else None
        wish = Wish(suffix, not internal, Share(share), key, table, Version(vcard))
        content = exported(
            dossier,
            wish,
            Surroundings(words, datetime.now(UTC), changed_at, database.files.read),
        )
    for line in contents_text(contents(dossier, wish), output.name, words):
        click.echo(line)
    write_file(output, content)
    click.echo(words("export.written", path=str(output)))


def dossier_named(database: Any, named: str) -> Any:
    """The one delegation that is meant. Raises NotFound where none or several are."""
    from planner.queries.dossiers import delegation_keys, dossier

    with database.read() as session:
        found = delegation_keys(session, named)
        if not found:
            raise NotFound("named.none", named=named)
        if len(found) > 1:
            raise NotFound("named.several", named=named, titles=[title for _, title in found])
        key: UUID = found[0][0]
        return dossier(session, key)


COMMANDS = (export,)
