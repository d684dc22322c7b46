"""How the nodes of a thread show and what is said of them, in the language of the window."""

from dataclasses import dataclass
from types import MappingProxyType

from planner.domain.follow_up import FollowUpState
from planner.queries.thread_picture import ThreadNode
from planner.rules.thread import Column
from planner.ui.formats import Formats
from planner.ui.icons import Icon

_STATE_ICONS = MappingProxyType(
    {
        FollowUpState.NOT_STARTED: Icon.NOT_STARTED,
        FollowUpState.IN_PROGRESS: Icon.UNDER_WAY,
        FollowUpState.WAITING: Icon.HOURGLASS,
        FollowUpState.TO_CONFIRM: Icon.SECOND_PERSON,
        FollowUpState.CLOSED: Icon.DONE,
    }
)
_KIND_ICONS = MappingProxyType({"finding": Icon.FINDING, "promise": Icon.PROMISE})
_TOLD = 24
_NUMBERED = frozenset({"objective", "recommendation"})


@dataclass(frozen=True)
class NodeFace:
    """An icon, a day or a numeral in a circle; the words; at their end what is lacking."""

    words: str
    spoken: str
    lack: str = ""
    icon: Icon | None = None
    numeral: str = ""
    day: str = ""


class ThreadFaces:
    def __init__(self, formats: Formats) -> None:
        self._formats = formats
        self._words = formats.words

    def column(self, column: Column) -> str:
        return self._words(f"thread.column.{column}")

    def face(self, node: ThreadNode, number_beside: int | None = None) -> NodeFace:
        """`number_beside` is that of the numbered record a hole stands beside."""
        if node.is_hole:
            return self._hole(node, number_beside)
        spoken = self._words("thread.node", kind=self._kind(node), name=node.name)
        if node.state is not None:
            spoken = f"{spoken} · {self._words.value(node.state)}"
        return NodeFace(
            words=node.name,
            spoken=spoken,
            icon=_STATE_ICONS[node.state] if node.state else _KIND_ICONS.get(node.kind),
            numeral=self._numeral(node.number) if node.number is not None else "",
            day=self._formats.day(node.day) if node.day else "",
        )

    def act(self, node: ThreadNode) -> str:
        """The act that fills a hole."""
        return self._words(f"remedy.{node.remedy}")

    def told(self, node: ThreadNode) -> str:
        """What the status line says of the node in hand."""
        name = shorten(node.name)
        if node.is_hole:
            return self._words(f"rule.{node.rule}", name=name)
        if node.days_waiting:
            return self._words("thread.waiting", name=name, count=node.days_waiting)
        return self._words("thread.node", kind=self._kind(node), name=name)

    def _hole(self, node: ThreadNode, number: int | None) -> NodeFace:
        name = node.name
        if number is not None and node.kind in _NUMBERED:
            name = self._words(f"thread.numbered.{node.kind}", number=self._numeral(number))
        lack = self._words(node.rule.replace("thread.", "thread.lack.", 1))
        spoken = self._words("thread.hole", name=node.name, lack=lack)
        return NodeFace(name, spoken, lack, Icon.HOLE)

    def _kind(self, node: ThreadNode) -> str:
        kind = self._words.kind(node.kind)
        return kind[:1].upper() + kind[1:]

    def _numeral(self, number: int) -> str:
        code = f"thread.numeral.n{number}"
        return self._words(code) if code in self._words else str(number)


def shorten(name: str) -> str:
    """As much as a status line holds; the whole stands in the tip of the node."""
    return name if len(name) <= _TOLD else f"{name[: _TOLD - 1]}…"
