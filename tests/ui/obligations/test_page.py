"""The obligations shown are those that core finds for this collectivité."""

import datetime as dt

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot

from nrdesk.core import dates
from nrdesk.core.compliance import Status, evaluate_all
from nrdesk.core.model import Authority
from nrdesk.core.reference import obligations
from nrdesk.ui.obligations.page import ObligationsPage
from nrdesk.ui.session import Session


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> ObligationsPage:
    made = ObligationsPage(session)
    made.refresh()
    qtbot.addWidget(made)
    made.resize(1000, 900)
    made.show()
    return made


def _names(page: ObligationsPage) -> list[str]:
    return [each.accessibleName().replace("\u00a0", " ") for each in page.findChildren(QAbstractButton)]


def test_every_obligation_is_shown_with_its_reason(page: ObligationsPage, session: Session) -> None:
    names = _names(page)
    for verdict in evaluate_all(obligations.load(), session.document.authority, dt.date.today()):
        said = f"{verdict.obligation.title} : {verdict.status.label}. {verdict.reason}".replace("\u00a0", " ")
        assert said in names


def test_the_date_of_the_law_is_shown(page: ObligationsPage) -> None:
    assert dates.in_letters(obligations.legal_state()) in page.subtitle_label.text()


def test_what_is_not_verified_is_said(page: ObligationsPage) -> None:
    shown = [label.text() for label in page.findChildren(QLabel)]
    assert shown.count("à confirmer") == sum(not each.verified for each in obligations.load())


def test_an_obligation_opens_on_what_it_asks(page: ObligationsPage, qtbot: QtBot) -> None:
    applicable = next(
        each for each in page.findChildren(QAbstractButton) if "S’applique" in each.accessibleName()
    )
    before = {label for label in page.findChildren(QLabel) if label.isVisible()}
    qtbot.mouseClick(applicable, Qt.MouseButton.LeftButton)
    opened = [
        label.text() for label in page.findChildren(QLabel) if label.isVisible() and label not in before
    ]
    assert "Ce qui est demandé" in opened
    assert any(text.startswith("Texte") for text in opened)


def test_the_list_follows_the_population(page: ObligationsPage, session: Session) -> None:
    def applicable() -> int:
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        return sum("S’applique" in name for name in _names(page))

    small = applicable()
    with session.act("Grandir") as tx:
        tx.update(
            Authority, session.document.authority.id, population_municipal=120_000, population_total=121_000
        )
    page.refresh()
    expected = evaluate_all(obligations.load(), session.document.authority, dt.date.today())
    assert applicable() == sum(each.status is Status.APPLICABLE for each in expected) > small
