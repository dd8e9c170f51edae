"""Two campaigns compared on screen: the sentences, the bars and the explanation tell the same figures."""

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from nrdesk.core import campaigns
from nrdesk.core.assessment.years import compare_years
from nrdesk.core.model import Equipment
from nrdesk.ui.accessibility import focusable, name_of
from nrdesk.ui.session import Session
from nrdesk.ui.years.page import YearsPage


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> YearsPage:
    made = YearsPage(session)
    qtbot.addWidget(made)
    made.refresh()
    made.resize(1080, 900)
    made.show()
    return made


@pytest.fixture
def two_years(session: Session) -> None:
    document = session.document
    opened = campaigns.copy_campaign(document, document.campaign, 2027, "2027-12-31")
    with document.action("Acheter deux portables") as tx:
        tx.add(Equipment(campaign_id=opened.id, category="portable", quantity=2, purchased="2027"))
    session.show_campaign(opened)


def words(page: YearsPage) -> str:
    labels = page.comparison.findChildren(QLabel)
    return " ".join(label.text() for label in labels if label.isVisibleTo(page.comparison))


def test_a_single_campaign_says_when_there_will_be_something_to_compare(page: YearsPage) -> None:
    assert "Il n’y a qu’une campagne" in words(page)
    assert not page.comparison.bars.isVisibleTo(page)


@pytest.mark.usefixtures("two_years")
def test_the_bars_are_the_effects_and_end_with_the_difference(page: YearsPage, session: Session) -> None:
    before, after = session.document.campaigns()
    told = compare_years(session.document, before, after).headline
    bars = page.comparison.bars.bars
    assert [bar.value for bar in bars[:-1]] == list(told.effects.values())
    assert bars[-1].value == told.difference
    assert told.difference > 0
    assert "Nombre d’équipements" in page.comparison.bars.accessibleDescription()
    assert "De 2026 à 2027" in words(page)


@pytest.mark.usefixtures("two_years")
def test_the_difference_is_explained_beside_the_cards(page: YearsPage) -> None:
    page.comparison._link.click()
    said = " ".join(label.text() for label in page.explain_panel.findChildren(QLabel))
    assert "2026" in said
    assert "2027" in said
    assert not [widget for widget in focusable(page) if not name_of(widget)]


@pytest.mark.usefixtures("two_years")
def test_years_can_be_swapped_and_another_criterion_chosen(page: YearsPage) -> None:
    card = page.comparison
    forward = card.bars.bars[-1].value
    card.before.setCurrentIndex(1)
    card.after.setCurrentIndex(0)
    card.after.activated.emit(0)
    assert card.bars.bars[-1].value == pytest.approx(-forward)
    card.criterion.setCurrentIndex(card.criterion.findData("electricity"))
    card.criterion.activated.emit(card.criterion.currentIndex())
    assert "kWh" in card.bars.bars[0].text
