"""What a finding rests on, and what a recommendation rests on and asks for."""

from collections.abc import Iterator

from planner.domain.outcome import Finding, Recommendation
from planner.papers.live_tables import verdict_of
from planner.papers.naming import Naming
from planner.papers.pieces import Field, label_table
from planner.papers.prose import label_of
from planner.typesetting.document import Block, Inline, Paragraph, Reference, ReferenceForm


def basis(finding: Finding, naming: Naming) -> Iterator[Block]:
    """Where it was seen or said, by whom, and which objective it answers."""
    words, by_id = naming.words, naming.dossier.by_id
    where = naming.day_and_stop(finding.stop_id)
    talk = by_id.get(finding.talk_id) if finding.talk_id else None
    speaker = naming.person(finding.said_by_id)
    aims = [str(by_id[key].number) for key in finding.objective_ids if key in by_id]
    told = (
        words("paper.seen_at", where=where) if where else "",
        words("paper.seen_in_talk", title=talk.title) if talk else "",
        words("paper.said_by", who=speaker) if speaker else "",
        words("paper.answers", count=len(aims), numbers=words.names(aims)) if aims else "",
    )
    if any(told):
        sentence = words("paper.basis_joint").join(part for part in told if part)
        yield Paragraph(naming.run(words("paper.basis", told=sentence)), "note")


def terms(recommendation: Recommendation, naming: Naming) -> Block:
    """Grounds, addressee, horizon and, once it is there, the decision."""
    words, dossier = naming.words, naming.dossier
    findings = [each for each in dossier.findings if each.id in recommendation.finding_ids]
    joint = words("paper.basis_joint")
    grounds: list[Inline | str] = [
        part
        for index, finding in enumerate(findings)
        for part in (
            *((joint,) if index else ()),
            Reference(label_of("finding", finding.id), form=ReferenceForm.NUMBER),
            words("paper.ground"),
            naming.run(finding.title),
        )
    ]
    fields = [
        Field(words.field("finding_ids"), tuple(grounds)),
        Field(words.field("addressee_id"), naming.body(recommendation.addressee_id)),
        Field(words.field("horizon"), words.text(recommendation.horizon)),
    ]
    if any(each.recommendation_id == recommendation.id for each in dossier.decisions):
        fields.append(Field(words.field("verdict"), verdict_of(recommendation, naming)))
    return label_table(fields, words)
