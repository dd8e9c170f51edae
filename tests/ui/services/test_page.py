"""The page of services: what is entered, what it weighs, what is not counted twice."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from nrdesk.core.campaigns import freeze
from nrdesk.core.footprint.doubles import Rule
from nrdesk.core.model import ServiceUse, WebSite
from nrdesk.ui import theme
from nrdesk.ui.accessibility import name_of
from nrdesk.ui.records.editors import ChoiceEditor
from nrdesk.ui.services.page import ServicesPage
from nrdesk.ui.session import Session
from nrdesk.ui.widgets.rows import LinkRow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def page(qtbot: QtBot, session: Session) -> ServicesPage:
    made = ServicesPage(session)
    made.refresh()
    made.resize(1080, 900)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    session.changed.connect(made.refresh)
    session.campaign_changed.connect(made.refresh)
    return made


def words(widget: QWidget) -> str:
    labels = [label for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)]
    return " ".join(label.text() for label in labels).replace("\u00a0", " ").replace("\u202f", " ")


def enter(session: Session, *records: ServiceUse | WebSite) -> None:
    with session.act("Saisir") as tx:
        tx.add(*records)


def use(session: Session, service: str, quantity: float | None = 1.0) -> ServiceUse:
    return ServiceUse(campaign_id=session.campaign.id, service=service, quantity=quantity)


def editor(page: ServicesPage, name: str) -> QWidget:
    widgets = page.services.form.findChildren(QWidget)
    return next(each for each in widgets if each.accessibleName().split(" (")[0] == name)


def press(widget: QWidget, name: str) -> None:
    next(each for each in widget.findChildren(QPushButton) if name_of(each) == name).click()


def test_a_newcomer_is_told_the_five_numbers_to_look_for(page: ServicesPage) -> None:
    rows = page.first.findChildren(LinkRow)
    assert [row.accessibleName() for row in rows] == [
        "Boîtes aux lettres électroniques",
        "Pages imprimées, recto verso",
        "Pages vues de vos sites web",
        "Machine virtuelle louée, petite",
        "Dépenses de prestations informatiques",
    ]
    assert all(row.accessibleDescription() for row in rows)
    assert not page.total.isVisible()


def test_entering_the_mailboxes_by_the_keyboard(page: ServicesPage, session: Session, qtbot: QtBot) -> None:
    row = page.first.findChildren(LinkRow)[0]
    row.setFocus()
    qtbot.keyClick(row, Qt.Key.Key_Space)
    typing = QApplication.focusWidget()
    assert isinstance(typing, QLineEdit)
    assert typing.accessibleName() == "Quantité (boîtes aux lettres)"
    assert "prestataire de messagerie" in typing.accessibleDescription()
    qtbot.keyClicks(typing, "24")
    qtbot.keyClick(typing, Qt.Key.Key_Tab)
    (stored,) = session.document.all(ServiceUse)
    assert (stored.service, stored.quantity, stored.campaign_id) == ("boite_mail", 24, session.campaign.id)
    assert "2,5 kg éq. CO₂ par an compté" in words(page.services.verdict)
    assert page.services.list.lines[0].details.startswith("24 boîtes aux lettres")
    QApplication.processEvents()
    left = [row.accessibleName() for row in page.first.findChildren(LinkRow) if row.isVisible()]
    assert len(left) == 4
    assert "Boîtes aux lettres électroniques" not in left
    assert page.total.isVisible()
    assert session.document.undo()
    assert session.document.undo()
    assert session.document.count(ServiceUse) == 0


def test_the_site_is_entered_from_there_too(page: ServicesPage, session: Session) -> None:
    page.first.findChildren(LinkRow)[2].click()
    assert session.document.count(WebSite) == 1
    assert "Il manque : le poids de la page, les pages vues." in words(page.web_sites.verdict)


def test_the_unit_and_the_help_follow_the_service(page: ServicesPage, session: Session, qtbot: QtBot) -> None:
    page.services.add_record()
    choice = editor(page, "Service")
    assert isinstance(choice, ChoiceEditor)
    assert choice.count() == len(page._result().services.kinds)  # the web pages less, the empty answer more
    choice.setCurrentIndex(choice.findData("Ramettes de papier A4 achetées"))
    choice.activated.emit(choice.currentIndex())
    assert editor(page, "Quantité").accessibleName() == "Quantité (ramettes par an)"
    assert "ramettes par an" in words(page.services.form)
    assert "Il manque : la quantité." in words(page.services.verdict)


def test_what_is_left_out_says_why_on_the_line_and_in_its_card(page: ServicesPage, session: Session) -> None:
    enter(session, use(session, "depense_materiel", 4000), use(session, "ramettes", 10))
    # What is added to a page shown is itself shown by an event.
    QApplication.processEvents()
    verdict = words(page.services.verdict)
    assert "non compté" in verdict
    assert Rule.HARDWARE.sentence.replace("\u00a0", " ") in verdict
    assert Rule.HARDWARE.label.replace("\u00a0", " ") in words(page.rules)
    assert "864 kg" in words(page.rules) or "860 kg" in words(page.rules)
    page.services.select(session.document.all(ServiceUse)[1].id)
    assert Rule.HARDWARE.sentence.replace("\u00a0", " ") not in words(page.services.verdict)


def test_what_is_counted_elsewhere_says_so(page: ServicesPage, session: Session) -> None:
    enter(session, use(session, "visio", 10), use(session, "reseau_fixe", 500))
    assert "déjà compté ailleurs" in words(page.services.verdict)
    assert page.services.list.lines[0].details.endswith("déjà compté ailleurs")


def test_every_figure_is_explained(page: ServicesPage, session: Session, qtbot: QtBot) -> None:
    enter(session, use(session, "vm_moyenne", 2))
    press(page.services.verdict, "Expliquer ce chiffre\u00a0: Machine virtuelle louée, moyenne")
    assert page.explain_panel.isVisible()
    assert "2 × 29,99 + 2 × 275,06 × 0,0461" in words(page.explain_panel)
    press(page.total, "Expliquer ce chiffre\u00a0: Empreinte des services")
    qtbot.waitUntil(lambda: "Services numériques : gaz à effet de serre" in words(page.explain_panel))
    press(page.combined, "Expliquer ce chiffre\u00a0: Équipements et services ensemble")
    qtbot.waitUntil(lambda: "Équipements et services : gaz" in words(page.explain_panel))
    qtbot.keyClick(page.explain_panel.close_button, Qt.Key.Key_Escape)
    assert not page.explain_panel.isVisible()


def test_totals_have_their_range(page: ServicesPage, session: Session) -> None:
    enter(session, use(session, "ramettes", 100))
    assert "230 kg éq. CO₂ par an entre 150 et 340 kg" in words(page.total)
    assert "Ce que l’un compte, l’autre ne le compte pas." in words(page.combined)


def test_a_copy_keeps_its_service(page: ServicesPage, session: Session) -> None:
    enter(session, use(session, "toner", 3))
    page.services.duplicate()
    assert [each.service for each in session.document.all(ServiceUse)] == ["toner", "toner"]


def test_a_frozen_campaign_is_only_read(page: ServicesPage, session: Session) -> None:
    enter(session, use(session, "ramettes", 100))
    freeze(session.document, session.campaign)
    assert session.campaign.frozen
    assert not page.services._add.isEnabled()
    quantity = editor(page, "Quantité")
    assert isinstance(quantity, QLineEdit)
    assert quantity.isReadOnly()
    assert not editor(page, "Service").isEnabled()
    assert not page.first.isVisible()
    assert "campagne figée" in words(page)
    assert "230 kg" in words(page.total)
    session.undo()
    assert page.services._add.isEnabled()


def test_the_checklist_leads_to_the_lists(page: ServicesPage) -> None:
    page.reveal("services")
    assert name_of(QApplication.focusWidget()) == "Ajouter un service"
    page.reveal("web_sites")
    assert name_of(QApplication.focusWidget()) == "Ajouter un site"
    page.reveal("licorne")


@pytest.mark.parametrize(("scale", "width"), [(1.0, 760), (2.0, 1180)])
def test_nothing_is_cut_nor_too_wide(
    qapp: QApplication, qtbot: QtBot, session: Session, scale: float, width: int
) -> None:
    theme.apply(qapp, "light", scale)
    enter(
        session,
        *(use(session, kind, 3) for kind in ("stockage", "visio", "reseau_fixe", "depense_materiel")),
        WebSite(campaign_id=session.campaign.id, name="Site", page_kb=2000, yearly_views=1000, ecoindex=40),
    )
    page = ServicesPage(session)
    page.refresh()
    page.resize(width, 700)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    QApplication.processEvents()
    for id in session.document.ids(ServiceUse):
        page.services.select(id)
        # What grows asks for room at one turn of the loop, and has it at the next.
        for _ in range(2):
            QApplication.processEvents()
        areas = [area for area in page.findChildren(QAbstractScrollArea) if area.isVisible()]
        assert [repr(area) for area in areas if area.horizontalScrollBar().maximum() > 0] == []
        for label in page.findChildren(QLabel):
            if label.isVisible() and label.text():
                needed = (
                    label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
                )
                assert label.height() >= needed, label.text()
                assert label.wordWrap() or label.width() >= label.sizeHint().width(), label.text()
