"""Whether each member may travel: passports and visas."""

from collections.abc import Iterator

from planner.domain.delegation import Member
from planner.domain.dossier import Dossier
from planner.rules.months import months_later
from planner.rules.notice import Notice, Severity, Spot
from planner.rules.transfers import Allowances


def travel_paper_notices(dossier: Dossier, allowances: Allowances) -> Iterator[Notice]:
    for member in dossier.members:
        person = dossier.person(member.person_id)
        where = Spot.of(member, name=person.name if person else member.post_title)
        yield from _passport(dossier, member, where, allowances)
        yield from _visa(dossier, member, where)


def _passport(
    dossier: Dossier, member: Member, where: Spot, allowances: Allowances
) -> Iterator[Notice]:
    expires_on = member.passport_expires_on
    months = allowances.passport_months
    wanted = months_later(dossier.delegation.ends_on, months)
    spot = where.at("passport_expires_on")
    if expires_on is None:
        context = {"name": where.name}
        yield Notice("member.passport_unknown", Severity.SHOULD, spot, context, "fill_in")
    elif expires_on < wanted:
        yield Notice(
            "member.passport_expires",
            Severity.MUST,
            spot,
            {"name": where.name, "expires_on": expires_on, "months": months, "wanted": wanted},
            "renew",
        )


def _visa(dossier: Dossier, member: Member, where: Spot) -> Iterator[Notice]:
    ends_on = dossier.delegation.ends_on
    if not member.visa and member.visa_expires_on is None:
        context = {"name": where.name}
        yield Notice("member.visa_missing", Severity.SHOULD, where.at("visa"), context, "fill_in")
    elif member.visa_expires_on and member.visa_expires_on < ends_on:
        yield Notice(
            "member.visa_expires",
            Severity.MUST,
            where.at("visa_expires_on"),
            {"name": where.name, "expires_on": member.visa_expires_on, "ends_on": ends_on},
            "renew",
        )
