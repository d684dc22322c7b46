"""RecentStores: the servers' addresses that were opened last, latest first; never a password."""

import json

from planner.paths import ServerAddress
from planner.ui.window_state import WindowState

_MOST = 5
_NAME = "recent_stores"


class RecentStores:
    """Kept with the state of the window."""

    def __init__(self, state: WindowState) -> None:
        self._state = state

    @property
    def addresses(self) -> list[ServerAddress]:
        try:
            kept = json.loads(self._state.value(_NAME) or "[]")
        except ValueError:
            return []
        return [ServerAddress(each) for each in kept if isinstance(each, str)]

    def add(self, address: ServerAddress) -> None:
        latest = [str(address), *map(str, self.addresses)]
        self._state.remember(_NAME, json.dumps(list(dict.fromkeys(latest))[:_MOST]))
