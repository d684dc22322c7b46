"""The command that takes photos in and places them at stops."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from planner.cli_context import Context, dossier_named

_in_context = click.pass_obj
_HOME = "Asia/Taipei"


@click.command()
@click.argument("delegation", metavar="DELEGATION")
@click.argument(
    "paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FOLDER_OR_FILE…"
)
@click.option("--place", is_flag=True, help="Accept the places that are sure.")
@click.option("--mistimed", is_flag=True, help="Also those with a time that cannot be.")
@_in_context
def photos(
    context: Context, delegation: str, paths: Sequence[Path], place: bool, mistimed: bool
) -> None:
    """Take photos in, as one edit that can be taken back; the files stay as they are.

    JPEG, PNG, WebP, TIFF and HEIC. Bad files are named and left out, the rest come in. What is
    proposed for them is told; the window mends clocks, and accepts or moves what stands wrong.
    """
    from planner.domain.changes import EditName  # here and below: --help needs none of it
    from planner.usecases.photo_files import picture_files, take_up
    from planner.usecases.photos import take_in_photos

    words = context.words
    with context.database() as database:
        key = dossier_named(database, delegation).delegation.id
        up = take_up(picture_files(paths), database.files, with_mistimed=mistimed)
        name = EditName("take_in_photos", {"count": str(len(up.kept))})
        with database.begin(name) as work:
            taken = take_in_photos(work, key, up.kept)
        for error in up.left_out:
            click.echo(f"planner: {words.error(error)}", err=True)
        for file in taken.known:
            click.echo(f"planner: {words('cli.photo_known', file=file)}", err=True)
        click.echo(words("cli.photos_taken", count=len(taken.photos)))
        for line in _placed(database, key, words, accepts=place):
            click.echo(line)


def _placed(database: Any, delegation: Any, words: Any, *, accepts: bool) -> Iterator[str]:
    """What is proposed, and which cameras no one vouches for."""
    from planner.domain.changes import EditName
    from planner.queries.photos import photo_page
    from planner.usecases.photos import place_photos

    with database.read() as session:
        page = photo_page(session, delegation, _HOME)
    proposed = [line for line in page.lines if line.is_proposed]
    sure = {line.key: line.stop_id for line in proposed if line.placing and line.placing.is_sure}
    if accepts and sure:
        with database.begin(EditName("place_photos", {"count": str(len(sure))})) as work:
            place_photos(work, sure)
        yield words("cli.photos_placed", count=len(sure))
    else:
        yield words("cli.photos_proposed", count=len(proposed), sure=len(sure))
    waiting = sum(line.is_waiting for line in page.lines)
    if waiting:
        yield words("cli.photos_waiting", count=waiting)
    for state in page.cameras:
        if state.clock is None and not state.is_told:
            camera = state.camera or words("camera.unnamed")
            yield words("cli.camera_unchecked", camera=camera, count=state.photo_count)


COMMANDS = (photos,)
