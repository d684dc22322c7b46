"""Earlier delegations to the same hosts, on the same subject, or of the same people."""

from sqlalchemy import or_, select
from sqlmodel import Session

from planner.domain.delegation import Delegation, DelegationState, Member
from planner.domain.dossier import Dossier
from planner.domain.stop import Stop, StopStatus
from planner.queries.dossiers import dossiers
from planner.rules.follow_through import is_same_subject
from planner.store.tables import columns_of


def earlier_dossiers(session: Session, dossier: Dossier) -> tuple[Dossier, ...]:
    """Those that were over before this one begins, the latest first."""
    delegation, stop, member = columns_of(Delegation), columns_of(Stop), columns_of(Member)
    hosts = {each.host_id for each in dossier.stops if each.host_id}
    people = {each.person_id for each in dossier.members if each.person_id}
    visited = select(stop.delegation_id).where(
        stop.host_id.in_(hosts), stop.status != StopStatus.DROPPED
    )
    joined = select(member.delegation_id).where(member.person_id.in_(people))
    are_kin = or_(delegation.id.in_(visited), delegation.id.in_(joined))
    query = (
        select(delegation.id, delegation.title, are_kin.label("are_kin"))
        .where(
            delegation.ends_on < dossier.delegation.starts_on,
            delegation.state != DelegationState.CANCELLED,
        )
        .order_by(delegation.ends_on.desc(), delegation.id)
    )
    title = dossier.delegation.title
    rows = session.connection().execute(query)
    wanted = [row.id for row in rows if row.are_kin or is_same_subject(row.title, title)]
    return dossiers(session, wanted)
