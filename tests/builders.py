"""Records with sane values, for tests to change what they are about."""

from datetime import date
from typing import Any
from uuid import UUID, uuid5

from planner.domain.briefing import Fact, Source
from planner.domain.delegation import Delegation, Member, Objective, Role, WorkShare
from planner.domain.dossier import Dossier
from planner.domain.follow_up import FollowUp
from planner.domain.manuscript import ChapterMeaning, Section
from planner.domain.organisation import Organisation
from planner.domain.outcome import Decision, Finding, Promise, Recommendation, Verdict
from planner.domain.person import Person, Post
from planner.domain.photo import Photo
from planner.domain.seminar import Seminar, Session, Talk
from planner.domain.stop import Stop, StopKind
from planner.domain.values import Side

DAY = date(2015, 8, 17)
_SPACE = UUID("5f0c1d8e-3f4a-4c44-9d3e-0d2b6a1c7e10")


def key(name: str) -> UUID:
    """The same id for the same name, in every run."""
    return uuid5(_SPACE, name)


def delegation(name: str = "delegation", **values: Any) -> Delegation:
    given = {"title": "內蒙古稀土產業參訪", "starts_on": DAY, "ends_on": date(2015, 8, 19)}
    return Delegation(id=key(name), **{**given, **values})


def organisation(name: str, **values: Any) -> Organisation:
    return Organisation(id=key(name), **{"name": name, **values})


def person(name: str, **values: Any) -> Person:
    return Person(id=key(name), **{"name": name, **values})


def post(of: Person, title: str, **values: Any) -> Post:
    return Post(id=key(f"{of.name} {title}"), person_id=of.id, title=title, **values)


def member(of: Person, **values: Any) -> Member:
    given = {"delegation_id": key("delegation"), "person_id": of.id, "role": Role.MEMBER}
    return Member(id=key(f"member {of.name}"), **{**given, **values})


def objective(number: int, title: str, **values: Any) -> Objective:
    given = {"delegation_id": key("delegation"), "number": number, "title": title}
    return Objective(id=key(f"objective {number}"), **{**given, **values})


def work_share(task: str, **values: Any) -> WorkShare:
    given = {"delegation_id": key("delegation"), "task": task}
    return WorkShare(id=key(f"share {task}"), **{**given, **values})


def stop(title: str, starts: str = "2015-08-17", **values: Any) -> Stop:
    given = {
        "delegation_id": key("delegation"),
        "stop_kind": StopKind.VISIT,
        "title": title,
        "starts": starts,
    }
    return Stop.checked({"id": key(f"stop {title}"), **given, **values})


def seminar(title: str = "研討會", **values: Any) -> Seminar:
    given = {"delegation_id": key("delegation"), "title": title}
    return Seminar(id=key(title), **{**given, **values})


def talk(number: int, title: str, of: Seminar, **values: Any) -> Talk:
    given = {"seminar_id": of.id, "number": number, "title": title, "side": Side.OWN}
    return Talk(id=key(f"talk {title}"), **{**given, **values})


def session(title: str, of: Seminar, **values: Any) -> Session:
    return Session(id=key(f"session {title}"), **{"seminar_id": of.id, "title": title, **values})


def finding(number: int, title: str, **values: Any) -> Finding:
    given = {"delegation_id": key("delegation"), "number": number, "title": title}
    return Finding(id=key(f"finding {title}"), **{**given, **values})


def promise(text: str, **values: Any) -> Promise:
    given = {"delegation_id": key("delegation"), "text": text}
    return Promise(id=key(f"promise {text}"), **{**given, **values})


def recommendation(number: int, title: str, **values: Any) -> Recommendation:
    given = {"delegation_id": key("delegation"), "number": number, "title": title}
    return Recommendation(id=key(f"recommendation {title}"), **{**given, **values})


def decision(of: Recommendation, verdict: Verdict, **values: Any) -> Decision:
    given = {"recommendation_id": of.id, "decided_on": date(2015, 12, 1), "verdict": verdict}
    return Decision(id=key(f"decision {of.title} {verdict}"), **{**given, **values})


def follow_up(text: str, **values: Any) -> FollowUp:
    given = {"delegation_id": key("delegation"), "text": text}
    return FollowUp(id=key(f"follow-up {text}"), **{**given, **values})


def photo(caption: str, **values: Any) -> Photo:
    given = {
        "delegation_id": key("delegation"),
        "content": f"{key(caption).int:064x}"[:64],
        "media_type": "image/jpeg",
        "file_name": f"{caption}.jpg",
        "width": 1600,
        "height": 1200,
        "caption": caption,
        "alt_text": f"畫面：{caption}",
    }
    return Photo(id=key(f"photo {caption}"), **{**given, **values})


def section(heading: str, meaning: ChapterMeaning = ChapterMeaning.OTHER, **values: Any) -> Section:
    given = {"delegation_id": key("delegation"), "heading": heading, "meaning": meaning}
    return Section(id=key(f"section {heading}"), **{**given, **values})


def source(title: str, **values: Any) -> Source:
    return Source(id=key(f"source {title}"), title=title, **values)


def fact(of: Organisation, metric: str, **values: Any) -> Fact:
    given = {"subject": of.name, "organisation_id": of.id, "metric": metric}
    name = f"fact {of.name} {metric} {values.get('quantity')} {values.get('text')}"
    return Fact(id=key(name), **{**given, **values})


def dossier(**records: Any) -> Dossier:
    """A dossier of these records: `dossier(stops=(…,))`; the delegation need not be given."""
    return Dossier(**{"delegation": delegation(), **records})
