"""Captions drafted from what is known of a photo: its stop, host, city and people."""

import re
from uuid import UUID

from planner.domain.photo import Photo
from planner.domain.stop import Stop, StopKind
from planner.papers.naming import Naming

_MOST_NAMED = 3
_MEETS = frozenset({StopKind.VISIT, StopKind.MEETING, StopKind.SEMINAR, StopKind.MEAL})


def caption(photo: Photo, naming: Naming) -> str:
    """參訪○○研究院（張副院長導覽）; empty where nothing is known of it."""
    stop = naming.dossier.stop(photo.stop_id)
    if stop is None:
        return _people(photo, naming)
    what = _what(stop, naming)
    detail = _detail(photo, stop, naming, what)
    return naming.words("paper.with_detail", text=what, detail=detail) if detail else what


def _what(stop: Stop, naming: Naming) -> str:
    words, host = naming.words, naming.host_of(stop)
    if stop.stop_kind.is_leg and stop.from_place and stop.place:
        return words("caption.leg", start=stop.from_place, end=stop.place)
    code = f"caption.{stop.stop_kind}"
    if host and code in words and not _says_act(stop.title, host):
        return words(code, host=host)
    return naming.stop(stop)


def _says_act(title: str, host: str) -> bool:
    """Whether the title of a stop tells more than its host does."""
    return bool(title) and title != host and host not in title and len(title) > 4


def _detail(photo: Photo, stop: Stop, naming: Naming, said: str) -> str:
    """Who guided, or who is seen; the city where neither is known."""
    if photo.people_ids:
        return naming.words("caption.shown", people=_named(photo.people_ids, naming, stop))
    if stop.stop_kind in _MEETS and stop.escort_ids:
        return naming.words("caption.guided", people=_named(stop.escort_ids, naming, stop))
    return _city(stop, naming, said)


def _people(photo: Photo, naming: Naming) -> str:
    return naming.people(photo.people_ids)


def _named(keys: tuple[UUID, ...], naming: Naming, stop: Stop) -> str:
    """張副院長, as the post was then; the rest of many are not named."""
    words = naming.words
    named = words.names(_called(key, naming, stop) for key in keys[:_MOST_NAMED])
    if len(keys) > _MOST_NAMED:
        return words("caption.and_others", people=named, count=len(keys))
    return named


def _called(key: UUID, naming: Naming, stop: Stop) -> str:
    person = naming.dossier.person(key)
    member, post = naming.member_of(key), naming.post_at(key, stop.starts.day)
    title = member.post_title if member else post.title if post else ""
    name = naming.person(key)
    if not title or person is None:
        return name
    if naming.words.is_chinese:
        surname = _surname(person.name)
        return f"{surname}{title}" if surname else f"{name}{title}"
    return naming.words("caption.titled", post=title, name=name)


_DOUBLE = ("歐陽", "司馬", "諸葛", "上官", "司徒", "夏侯", "張簡", "范姜", "皇甫", "端木")


def _surname(name: str) -> str:
    """Of a name in Han characters; empty for any other."""
    if not re.fullmatch(r"[\u3400-\u9fff]{2,4}", name):
        return ""
    return name[:2] if name.startswith(_DOUBLE) and len(name) > 2 else name[:1]


def _city(stop: Stop, naming: Naming, said: str) -> str:
    """Where it was, unless that is said already."""
    host = naming.dossier.organisation(stop.host_id)
    city = host.city if host else ""
    return "" if not city or city.rstrip("市縣") in said else city
