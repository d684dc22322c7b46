"""What stands behind the written chapters: made of records, in the order of the profile."""

from collections.abc import Iterator
from uuid import UUID

from planner.domain.person import Person
from planner.domain.profile import Annex, PhotoPlace
from planner.papers.figures import gallery
from planner.papers.live_tables import follow_up_table, member_table
from planner.papers.naming import Naming
from planner.papers.pieces import filled, lines, list_table
from planner.papers.programme import programme_table
from planner.papers.template import Commission
from planner.rules.figures import figures
from planner.typesetting.document import Block, Inlines, ListBlock, ListItem, Table


def annex(kind: Annex, commission: Commission, naming: Naming) -> tuple[Block, ...]:
    """The blocks of an annex; none where the records hold nothing for it.

    Not of that of charts: which ones stand there depends on what the text cites.
    """
    made: Block | None = None
    match kind:
        case Annex.MEMBERS:
            made = member_table(naming)
        case Annex.PROGRAMME:
            made = programme_table(naming)
        case Annex.CONTACTS:
            made = contact_table(naming)
        case Annex.FOLLOW_UPS:
            made = follow_up_table(naming)
        case Annex.SOURCES:
            made = _sources(naming)
        case Annex.PHOTOS:
            photos = figures(commission.dossier)
            stand_here = commission.profile.page.photos is PhotoPlace.APPENDIX
            made = gallery(photos, commission, naming) if photos and stand_here else None
    return () if made is None else (made,)


def people_met(naming: Naming) -> Iterator[tuple[Person, UUID]]:
    """Everyone met, escorts and speakers of other sides too, each at the first stop."""
    dossier = naming.dossier
    own = {member.person_id for member in dossier.members}
    speakers = {
        seminar.stop_id: [
            key
            for talk in dossier.talks
            if talk.seminar_id == seminar.id
            for key in talk.speaker_ids
        ]
        for seminar in dossier.seminars
    }
    seen: set[UUID] = set()
    for stop in dossier.stops:
        for key in (*stop.people_met_ids, *stop.escort_ids, *speakers.get(stop.id, ())):
            person = dossier.person(key)
            if person is not None and key not in seen and key not in own:
                seen.add(key)
                yield person, stop.id


def contact_table(naming: Naming) -> Table | None:
    """People met, with how to reach those who consented to be named so."""
    words, dossier = naming.words, naming.dossier
    rows = []
    for person, stop_id in people_met(naming):
        stop = dossier.stop(stop_id)
        day = stop.starts.day if stop else dossier.delegation.starts_on
        rows.append(
            (
                naming.stacked(person),
                filled(naming.affiliation(person.id, day), words),
                naming.run(naming.day_and_stop(stop_id)),
                contact_lines(person, naming),
            )
        )
    if not rows:
        return None
    has_contacts = any(row[3] for row in rows)
    return list_table(
        (
            words("paper.person"),
            words("paper.affiliation"),
            words("paper.met_at"),
            words.field("contacts"),
        ),
        rows,
        shares=(2.4, 4.4, 4, 3 if has_contacts else 0),
        caption=words("paper.table.contacts"),
    )


def contact_lines(person: Person, naming: Naming) -> Inlines:
    """Nothing unless the person agreed to it."""
    if not person.consents_to_publish:
        return ""
    words = naming.words
    return lines(
        words("paper.contact", kind=words.value(point.kind), value=point.value)
        for point in person.contacts
    )


def _sources(naming: Naming) -> ListBlock | None:
    """What the delegation read, in the order of its briefing."""
    keys = naming.dossier.delegation.briefing_source_ids
    by_id = naming.dossier.by_id
    items = tuple(ListItem(naming.run(naming.source(by_id[key]))) for key in keys if key in by_id)
    return ListBlock(items, level=1) if items else None
