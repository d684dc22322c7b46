"""Relations with hosts: earlier matters by one key, agreements, gifts and visits by forms."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from planner.allowances import allowances
from planner.domain.agreement import Activity, Agreement, AgreementKind
from planner.domain.changes import EditName
from planner.domain.gift import Gift, GiftDirection
from planner.domain.inbound_visit import InboundVisit
from planner.domain.outcome import Verdict
from planner.queries.dossiers import dossier
from planner.queries.relations_page import RelationsPage, relations_page
from planner.rules.transfers import Allowances
from planner.store.database import Database
from planner.ui.agreements.blanks import (
    ACTIVITIES,
    AGREEMENTS,
    GIFTS,
    INBOUND,
    MATTERS,
    YEARS,
)
from planner.ui.agreements.relations_view import RelationsView
from planner.ui.editor import Editor
from planner.ui.form_dialog import FormDialog
from planner.ui.formats import Formats
from planner.ui.icons import Icon
from planner.ui.row_table_model import Role
from planner.words import Words
from tests import builders as b

pytestmark = pytest.mark.usefixtures("appearance")
TODAY = date(2017, 8, 1)
HOST = b.organisation("稀土研究院")
PAST = b.delegation(
    "past", title="稀土參訪", starts_on=date(2015, 8, 17), ends_on=date(2015, 8, 19)
)
NOW = b.delegation("now", title="稀土再訪", starts_on=date(2017, 8, 14), ends_on=date(2017, 8, 18))
ADVICE = b.recommendation(1, "研究人員雙向交流", delegation_id=PAST.id)


@pytest.fixture
def editor(database: Database) -> Editor:
    return Editor(database, lambda name: name.code)


@pytest.fixture
def view(
    qtbot: QtBot, database: Database, editor: Editor, keep: Callable[..., None]
) -> RelationsView:
    keep(
        HOST,
        PAST,
        NOW,
        b.stop("參訪", "2015-08-18", host_id=HOST.id, delegation_id=PAST.id),
        b.stop("再訪", "2017-08-15", host_id=HOST.id, delegation_id=NOW.id),
        ADVICE,
        b.decision(ADVICE, Verdict.ADOPTED),
        Gift(
            delegation_id=PAST.id,
            direction=GiftDirection.GIVEN,
            item="茶葉",
            received_by_body_id=HOST.id,
        ),
    )
    view = RelationsView(database, editor, Formats(Words("en")), lambda: TODAY)
    view.resize(1080, 700)
    qtbot.addWidget(view)
    view.show_delegation(NOW.id)
    with qtbot.waitExposed(view):
        view.show()
    view.activateWindow()
    return view


def page(database: Database, key: UUID = NOW.id) -> RelationsPage:
    with database.read() as session:
        return relations_page(session, key, TODAY)


def show(view: RelationsView, part: str) -> None:
    view.part.choose(part)
    view.part.chosen.emit(part)


def fill(view: RelationsView, **values: object) -> FormDialog:
    dialog = view.findChildren(FormDialog)[-1]
    for name, value in values.items():
        dialog.form.input(name).show_value(value)
    dialog.accept()
    return dialog


@pytest.mark.parametrize(
    ("keys", "choice"),
    [([Qt.Key.Key_A], True), ([Qt.Key.Key_X], False), ([Qt.Key.Key_X, Qt.Key.Key_U], None)],
)
def test_an_earlier_matter_is_chosen_on_by_one_key(qtbot, view, database, keys, choice):
    view.tables[MATTERS].choose(ADVICE.id)
    for key in keys:
        qtbot.keyClick(view.tables[MATTERS], key)
    (line,) = page(database).matters
    assert line.matter.is_taken_up is choice


def test_a_choice_is_one_edit_that_can_be_undone(qtbot, view, database, editor):
    view.tables[MATTERS].choose(ADVICE.id)
    qtbot.keyClick(view.tables[MATTERS], Qt.Key.Key_X)
    editor.undo_stack.undo()
    (line,) = page(database).matters
    assert line.matter.is_taken_up is None


def test_a_choice_does_not_drag_the_earlier_delegation_into_this_one(view, database, qtbot):
    view.tables[MATTERS].choose(ADVICE.id)
    qtbot.keyClick(view.tables[MATTERS], Qt.Key.Key_A)
    with database.read() as session:
        assert dossier(session, NOW.id).recommendations == ()


def test_an_agreement_is_added_with_the_host_as_party(view, database):
    show(view, AGREEMENTS)
    view.add.trigger()
    fill(view, title="合作備忘錄", expires_on="2018-08-01", notice_days="60")
    (line,) = page(database).agreements
    assert (line.agreement.title, line.parties) == ("合作備忘錄", ("稀土研究院",))
    assert line.notice_on == date(2018, 6, 2)


def test_what_is_wrong_with_an_agreement_stands_beside_its_field(view, database):
    show(view, AGREEMENTS)
    view.add.trigger()
    dialog = fill(view, title="備忘錄", signed_on="2018-08-01", expires_on="2017-08-01")
    assert dialog.isVisible()
    assert dialog.form.problem("expires_on")
    dialog.reject()
    assert page(database).agreements == ()


def test_activities_stand_under_their_agreement(view, database, keep):
    signed = Agreement(
        agreement_kind=AgreementKind.MEMORANDUM, title="備忘錄", party_ids=(HOST.id,)
    )
    keep(signed)
    show(view, AGREEMENTS)
    view.tables[AGREEMENTS].choose(signed.id)
    view.add_activity.trigger()
    fill(view, text="短期訪問")
    (line,) = page(database).agreements
    assert [each.text for each in line.activities] == ["短期訪問"]
    assert isinstance(line.activities[0], Activity)
    view.tables[AGREEMENTS].choose(signed.id)
    view.remove.trigger()
    assert page(database).agreements == ()


def test_a_gift_shows_what_was_given_the_last_time(view, database):
    show(view, GIFTS)
    view.add.trigger()
    fill(view, item="書", other=None, value="500", currency="TWD")
    (line,) = page(database).gifts
    assert (line.gift.item, line.other, line.last) == ("書", "", ())
    view.tables[GIFTS].choose(line.key)
    view.change.trigger()
    dialog = view.findChildren(FormDialog)[-1]
    dialog.form.input("other").setText("稀土研究院")
    dialog.accept()
    (line,) = page(database).gifts
    assert (line.other, line.last) == ("稀土研究院", ("茶葉",))


def test_a_visit_to_us_counts_in_its_year(view, database):
    show(view, YEARS)
    view.add.trigger()
    fill(view, purpose="回訪", starts_on="2016-05-02")
    years = {line.year.year: line.year for line in page(database).years}
    assert (years[2016].visits, years[2016].inbound) == (0, 1)
    assert (years[2015].visits, years[2015].inbound) == (1, 0)
    with database.read() as session:
        (came,) = dossier(session, NOW.id).inbound_visits
    assert isinstance(came, InboundVisit)


def test_an_empty_part_says_what_belongs_there(view, database):
    pages = view._pages  # noqa: SLF001
    assert pages[MATTERS].currentIndex() == 0
    assert pages[AGREEMENTS].currentIndex() == pages[GIFTS].currentIndex() == 1


def test_a_removed_gift_is_gone_from_the_table(view, database, keep):
    held = Gift(delegation_id=NOW.id, direction=GiftDirection.RECEIVED, item="銀盤")
    keep(held)
    with database.begin(EditName("again")) as work:
        work.replace(NOW.with_(budget_note="1"))
    show(view, GIFTS)
    view.reload()
    view.tables[GIFTS].choose(held.id)
    view.remove.trigger()
    assert view.tables[GIFTS].model().rowCount() == 0


def test_one_activity_is_changed_and_removed_without_its_agreement(view, database, keep):
    first, second = (
        Agreement(agreement_kind=AgreementKind.MEMORANDUM, title=title, party_ids=(HOST.id,))
        for title in ("備忘錄", "意向書")
    )
    done = Activity(agreement_id=first.id, on=TODAY, text="短期訪問")
    keep(first, second, done)
    show(view, ACTIVITIES)
    view.tables[ACTIVITIES].choose(done.id)
    view.change.trigger()
    fill(view, text="短期研究", agreement_id=second.id)
    (line,) = page(database).activities
    assert (line.activity.text, line.agreement) == ("短期研究", "意向書")
    view.tables[ACTIVITIES].choose(done.id)
    view.remove.trigger()
    assert page(database).activities == ()
    assert len(page(database).agreements) == 2


def test_an_activity_needs_an_agreement_to_stand_under(view, keep):
    show(view, ACTIVITIES)
    assert not view.add.isEnabled()
    keep(Agreement(agreement_kind=AgreementKind.MEMORANDUM, title="約", party_ids=(HOST.id,)))
    assert view.add.isEnabled()


def test_a_visit_to_us_is_changed_and_removed(view, database, editor, keep):
    came = InboundVisit(organisation_id=HOST.id, starts_on=date(2016, 5, 2), purpose="回訪")
    keep(came)
    show(view, INBOUND)
    view.tables[INBOUND].choose(came.id)
    view.change.trigger()
    fill(view, purpose="簽約", starts_on="105/6/3", visitor_count="4")
    (line,) = page(database).inbound
    assert (line.what, line.host, line.visit.visitor_count) == ("簽約", "稀土研究院", 4)
    assert line.visit.starts_on == date(2016, 6, 3)
    view.tables[INBOUND].choose(came.id)
    view.remove.trigger()
    assert page(database).inbound == ()
    editor.undo_stack.undo()
    assert [each.what for each in page(database).inbound] == ["簽約"]


def test_a_gift_form_tells_what_one_may_keep_and_the_table_marks_what_is_more(
    view, database, keep, monkeypatch
):
    limits = Allowances(gift_limits={"TWD": 3000}, given_gift_limits={"CNY": 400})
    for module in ("acts", "relations_view"):
        monkeypatch.setattr(f"planner.ui.agreements.{module}.allowances", lambda: limits)
    show(view, GIFTS)
    view.add.trigger()
    dialog = view.findChildren(FormDialog)[-1]
    told = {label.text() for label in dialog.findChildren(QLabel)}
    assert "One may keep what is worth up to 3,000 TWD." in told
    assert "One may give what is worth up to 400 CNY." in told
    fill(view, item="銀盤", direction=GiftDirection.RECEIVED, value="3500", currency="TWD")
    with database.read() as session:
        (line,) = relations_page(session, NOW.id, TODAY, limits).gifts
    assert line.limit == 3000
    marks = view.tables[GIFTS].model().index(0, 4)
    assert marks.data(Role.ICON) == Icon.WARNING


def test_without_limits_nothing_is_told_of_them(view):
    assert allowances() == Allowances()
    show(view, GIFTS)
    view.add.trigger()
    dialog = view.findChildren(FormDialog)[-1]
    assert not [each for each in dialog.findChildren(QLabel) if "worth up to" in each.text()]
    dialog.reject()


def test_a_record_that_is_asked_for_is_chosen_in_its_part(view, keep):
    held = Gift(delegation_id=NOW.id, direction=GiftDirection.RECEIVED, item="銀盤")
    keep(held)
    view.choose("gift", held.id)
    assert view.part.key == GIFTS
    assert view.tables[GIFTS].keys == [held.id]
