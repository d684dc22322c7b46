"""Commands of an office that shares one store on a server: make it, let people in, copy it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from planner import paths
from planner.cli_context import Context
from planner.domain.errors import NotFound, Refused
from planner.paths import Place, ServerAddress

T = TypeVar("T")
_in_context = click.pass_obj
_ROLES = ("reader", "editor", "keeper")


class _Address(click.ParamType[ServerAddress]):
    """Where a server's store is."""

    name = "address"

    def convert(
        self, value: str, param: click.Parameter | None, ctx: click.Context | None
    ) -> ServerAddress:
        place = paths.store_place(value)
        if not isinstance(place, ServerAddress):
            self.fail("postgresql://…", param, ctx)
        return place


_address = click.argument("address", type=_Address(), metavar="ADDRESS")
_account = click.argument("account", metavar="ACCOUNT")
_delegation = click.option(
    "--delegation", "named", metavar="DELEGATION", help="For this one only; others do not see it."
)


@click.group()
def office() -> None:
    """Look after a store on a PostgreSQL server; ADDRESS is postgresql://operator@host/database."""


@office.command()
@_address
@click.option(
    "--photos",
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    help="Keep photos there, a share that every machine reaches by this path.",
)
@_in_context
def init(context: Context, address: ServerAddress, photos: Path | None) -> None:
    """Make a store in an empty database, or bring one to this version."""
    from planner.store.server.setting_up import set_up  # here and below: --help needs no driver

    context.let_in(address, lambda password: set_up(address, password, photos))
    click.echo(context.words("office.made", address=str(address)))


@office.command()
@_address
@_account
@click.argument("role", type=click.Choice(_ROLES), required=False)
@_delegation
@click.option("--password", "sets_password", is_flag=True, help="Ask for a password to give it.")
@_in_context
def grant(
    context: Context,
    address: ServerAddress,
    account: str,
    role: str | None,
    named: str | None,
    sets_password: bool,
) -> None:
    """Let ACCOUNT in as reader, editor or keeper; with --delegation: name it for that one."""
    from planner.store.server import roles

    if role is None and named is None:
        raise click.UsageError(context.words("office.what_to_grant"))
    words, secret = context.words, None
    if sets_password:
        asked = words("office.password_for", place=account)
        secret = click.prompt(asked, hide_input=True, confirmation_prompt=True, err=True)
    if role is not None:
        chosen = roles.Role(role)
        is_new = _operate(
            context, address, lambda operator: roles.grant(operator, account, chosen, secret)
        )
        code = "office.let_in_new" if is_new else "office.let_in"
        click.echo(words(code, account=account, role=words(f"office.role.{role}")))
    if named is not None:
        key, title = _delegation_named(context, address, named)
        _operate(context, address, lambda operator: roles.restrict(operator, key, account))
        click.echo(words("office.restricted", account=account, title=title))


@office.command()
@_address
@_account
@_delegation
@_in_context
def revoke(context: Context, address: ServerAddress, account: str, named: str | None) -> None:
    """Let ACCOUNT in no more; with --delegation: name it for that one no more."""
    from planner.store.server import roles

    if named is None:
        _operate(context, address, lambda operator: roles.revoke(operator, account))
        click.echo(context.words("office.let_out", account=account))
        return
    key, title = _delegation_named(context, address, named)
    _operate(context, address, lambda operator: roles.release(operator, key, account))
    click.echo(context.words("office.released", account=account, title=title))


@office.command()
@_address
@_in_context
def people(context: Context, address: ServerAddress) -> None:
    """List who is let in, and as what."""
    from planner.store.server import roles

    for account, role in _operate(context, address, roles.accounts):
        click.echo(f"{account:24}{context.words(f'office.role.{role}')}")


def _operate(context: Context, address: ServerAddress, act: Callable[[Any], T]) -> T:
    """One transaction as the operator."""
    from planner.store.server.setting_up import operating

    def enter(password: str | None) -> T:
        with operating(address, password) as operator:
            return act(operator)

    return context.let_in(address, enter)


def _delegation_named(context: Context, address: ServerAddress, named: str) -> tuple[Any, str]:
    from planner.queries.dossiers import delegation_keys

    with context.opened(address) as database, database.read() as session:
        found = delegation_keys(session, named)
    if len(found) != 1:
        code = "named.several" if found else "named.none"
        raise NotFound(code, named=named, titles=[title for _, title in found])
    return found[0]


class _Place(click.ParamType[Place]):
    """A store, in a file or on a server."""

    name = "store"

    def convert(
        self, value: str, param: click.Parameter | None, ctx: click.Context | None
    ) -> Place:
        return paths.store_place(value)


@click.command("copy-store")
@click.argument("source", type=_Place(), metavar="FROM")
@click.argument("target", type=_Place(), metavar="TO")
@_in_context
def copy_store(context: Context, source: Place, target: Place) -> None:
    """Copy a store with its history and photos into an empty one: a file, or postgresql://…

    Run again, it goes on where it stopped; at the end both are compared row by row.
    """
    from planner.store.copying import copy

    if source == target:
        raise Refused("office.same_store")
    words = context.words
    with context.opened(source) as from_store, context.opened(target) as to_store:
        told = copy(from_store, to_store)
    click.echo(words("office.copied", rows=told.rows, files=told.files, speed=round(told.speed)))


COMMANDS = (office, copy_store)
