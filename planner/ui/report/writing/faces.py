"""What references show in the editor, and what `@` offers: in the words the paper will print."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from uuid import UUID

from planner.domain.briefing import Fact, FactChart
from planner.domain.dossier import Dossier
from planner.domain.markup import INTERNAL, OUTCOME, Reference, with_references
from planner.domain.photo import Photo
from planner.domain.profile import PhotoPlace, ReportProfile
from planner.papers.naming import Naming
from planner.papers.prose import Prose
from planner.rules.fact_charts import charts
from planner.rules.figures import figures, numbers
from planner.rules.similarity import folded
from planner.typesetting.document import Footnote, plain
from planner.typesetting.terms import terms_for
from planner.ui.icons import Icon
from planner.words import Words

TABLES = ("work", "talks", "members", "objectives", "promises", "follow_ups")
_TITLED = ("section", "finding", "recommendation", "promise")


@dataclass(frozen=True)
class Offer:
    """One thing that may be referred to; `group` is the kind it stands under."""

    group: str
    icon: Icon
    title: str
    note: str
    markup: str

    def answers(self, wanted: str) -> bool:
        return wanted in folded(self.title + self.note)


@dataclass(frozen=True)
class ReferenceFaces:
    """Over one state of the records."""

    dossier: Dossier
    words: Words
    profile: ReportProfile | None = None

    @property
    def _naming(self) -> Naming:
        return Naming(self.dossier, self.words)

    def is_known(self, reference: Reference) -> bool:
        if reference.kind in ("table", INTERNAL):
            return True
        keys = reference.keys
        return bool(keys) and all(key in self.dossier.by_id for key in keys)

    def __call__(self, reference: Reference) -> str:
        """What stands in the place of a reference."""
        if reference.kind == INTERNAL:
            return self.words("writing.internal")
        if not self.is_known(reference):
            return self.words("writing.gone")
        if reference.kind == "table":
            return self._table(reference.target.strip())
        found = self.dossier.by_id[reference.keys[0]]
        if reference.kind == OUTCOME:
            return self.words("writing.outcome", kind=self.words.kind(found.kind))
        if isinstance(found, Photo | FactChart):
            return self._figures(reference)
        if found.kind in _TITLED:
            return self.words(
                "paper.cited_title", title=getattr(found, "heading", "") or found.title
            )
        made = Prose(self._naming, ()).inlines((reference,))
        has_note = any(isinstance(part, Footnote) for part in made)
        return plain(made) + (self.words("writing.note") if has_note else "")

    @cached_property
    def _numbers(self) -> Mapping[UUID, int]:
        """Under which numbers the figures print, charts among them."""
        in_text = self.profile is not None and self.profile.page.photos is PhotoPlace.IN_TEXT
        return numbers(self.dossier, photos_in_text=in_text)

    def _figures(self, reference: Reference) -> str:
        found = [self._numbers.get(key) for key in reference.keys]
        known = [number for number in found if number is not None]
        if len(known) < len(found):
            return self.words("writing.gone")
        terms = terms_for(self.words.tag).figure
        if len(known) > 1:
            return terms.range.format(first=known[0], last=known[-1])
        return terms.name.format(n=known[0])

    def _table(self, name: str) -> str:
        code = f"paper.table.{name}"
        caption = self.words(code) if code in self.words else name
        return self.words("writing.table", caption=caption)

    def shown(self, text: str) -> str:
        """A manuscript with the faces of its references."""
        return with_references(text, lambda reference: self(reference))

    # What may be referred to

    def offers(self) -> tuple[Offer, ...]:
        """Everything, by kind: figures first, as they are asked for most."""
        return (
            *self._photos(),
            *self._charts(),
            *self._people(),
            *self._hosts(),
            *self._stops(),
            *self._talks(),
            *self._facts(),
            *self._rest(),
        )

    def _photos(self) -> Iterator[Offer]:
        shown = figures(self.dossier)
        for stop_id, held in groupby(shown, key=lambda photo: photo.stop_id):
            run = tuple(held)
            if stop_id and len(run) > 1:
                note = self.words("writing.photos_of", what=self._stop(stop_id), count=len(run))
                yield self._offer("figures", f"{run[0].id}..{run[-1].id}", Icon.PHOTO, note)
        for photo in shown:
            yield self._offer("figure", str(photo.id), Icon.PHOTO, photo.caption)

    def _charts(self) -> Iterator[Offer]:
        for chart in charts(self.dossier):
            yield self._offer("chart", str(chart.id), Icon.CHART, chart.title)

    def _stop(self, key: object) -> str:
        stop = self.dossier.by_id.get(key)  # type: ignore[call-overload]
        return self._naming.stop(stop) if stop else ""

    def _people(self) -> Iterator[Offer]:
        naming, day = self._naming, self.dossier.delegation.starts_on
        for person in self.dossier.people:
            note = naming.affiliation(person.id, day)
            yield self._offer("titled", str(person.id), Icon.PERSON, note)

    def _hosts(self) -> Iterator[Offer]:
        for body in self.dossier.organisations:
            yield self._offer("host", str(body.id), Icon.ORGANISATION, body.aliases)

    def _stops(self) -> Iterator[Offer]:
        for stop in self.dossier.stops:
            yield self._offer("stop", str(stop.id), Icon.STOP, stop.place)

    def _talks(self) -> Iterator[Offer]:
        for talk in self.dossier.talks:
            speakers = self._naming.people(talk.speaker_ids)
            yield self._offer("talk", str(talk.id), Icon.SEMINAR, speakers)

    def _facts(self) -> Iterator[Offer]:
        for fact in self.dossier.facts:
            yield self._offer("cited", str(fact.id), Icon.CHART, _told(fact))
        for source in self.dossier.sources:
            note = self._naming.short_source(source)
            yield self._offer("source", str(source.id), Icon.QUOTE, note)

    def _rest(self) -> Iterator[Offer]:
        for advice in self.dossier.recommendations:
            yield self._offer("recommendation", str(advice.id), Icon.RECOMMENDATION, "")
        for name in TABLES:
            yield self._offer("table", name, Icon.TABLE, "")

    def _offer(self, kind: str, target: str, icon: Icon, note: str | Iterable[str]) -> Offer:
        first, dots, last = target.partition("..")
        reference = Reference(kind, first, last if dots else "")
        told = note if isinstance(note, str) else self.words.names(note)
        group = self.words(f"writing.group.{reference.record_kind or 'table'}")
        return Offer(group, icon, self(reference), told, reference.source)


def _told(fact: Fact) -> str:
    return " ".join(part for part in (fact.subject, fact.metric, fact.as_of or "") if part)


def matching(offers: Iterable[Offer], wanted: str, most: int = 40) -> tuple[Offer, ...]:
    """Those that hold what was typed; of their group in the order they stand."""
    asked = folded(wanted)
    found = (offer for offer in offers if not asked or offer.answers(asked))
    return tuple(offer for offer, _ in zip(found, range(most), strict=False))
