"""Passwords of stores on a server: the system's keyring keeps them; no file or log of ours does."""

import logging

from planner.paths import Place, ServerAddress

logger = logging.getLogger(__name__)
_SERVICE = "delegation-planner"


def kept_password(place: Place) -> str | None:
    """What the keyring knows; None where it knows nothing, is locked, or is not there.

    The address is then left to libpq, which has its own ways (PGPASSFILE, certificates, peers).
    """
    if not isinstance(place, ServerAddress):
        return None
    # imported here and below: a store in a file needs no keyring
    import keyring.errors

    try:
        return keyring.get_password(_SERVICE, _name(place))
    except keyring.errors.KeyringError as error:
        logger.info("no keyring: %s", type(error).__name__)
        return None


def keep_password(address: ServerAddress, password: str) -> bool:
    """Keep it for the next time; False where the system has no keyring."""
    import keyring.errors

    try:
        keyring.set_password(_SERVICE, _name(address), password)
    except keyring.errors.KeyringError as error:
        logger.info("no keyring: %s", type(error).__name__)
        return False
    return True


def _name(address: ServerAddress) -> str:
    return f"{address.user}@{address.host}/{address.database}"
