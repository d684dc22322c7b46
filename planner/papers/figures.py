"""Photos as figures of a paper: numbered by their captions, told by their alt texts."""

from collections.abc import Sequence

from planner.domain.photo import Photo
from planner.papers.naming import Naming
from planner.papers.pieces import gap
from planner.papers.prose import label_of
from planner.papers.template import Commission
from planner.typesetting.document import Block, Figure, FigureRow, Gallery, mm

_BESIDE = 2  # figures that share a row where they stand in the text
_HEIGHT = mm(75)


def figure(photo: Photo, commission: Commission, naming: Naming) -> Figure:
    """A missing caption shows as a gap: without one the figure would lose its number."""
    caption = naming.run(photo.caption) if photo.caption else gap(naming.words)
    return Figure(
        picture=commission.picture_of(photo),
        alt=photo.alt_text or photo.caption or naming.words("paper.photo_without_alt"),
        caption=caption,
        label=label_of("photo", photo.id),
    )


def gallery(photos: Sequence[Photo], commission: Commission, naming: Naming) -> Gallery:
    """Photos on pages of their own, as many on one as the profile says."""
    on_page = commission.profile.page.photos_a_page
    across = 2 if on_page > 3 else 1
    return Gallery(
        tuple(figure(photo, commission, naming) for photo in photos),
        across=across,
        down=-(-on_page // across),
    )


def in_text(photos: Sequence[Photo], commission: Commission, naming: Naming) -> tuple[Block, ...]:
    """Photos where they are cited, two beside each other."""
    made: list[Block] = []
    for start in range(0, len(photos), _BESIDE):
        row = [figure(photo, commission, naming) for photo in photos[start : start + _BESIDE]]
        if len(row) > 1:
            made.append(FigureRow(tuple(row)))
        else:
            made.append(
                Figure(row[0].picture, row[0].alt, row[0].caption, row[0].label, 0.6, _HEIGHT)
            )
    return tuple(made)
