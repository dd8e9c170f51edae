import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from nrdesk.core.model import Equipment
from nrdesk.ui.renewal.page import RenewalPage
from nrdesk.ui.widgets.fold import Fold
from nrdesk.ui.widgets.rows import LinkRow


@pytest.fixture
def page(session, qtbot) -> RenewalPage:
    campaign = session.campaign
    soon = int(campaign.as_of[:4])
    with session.act("Saisir") as tx:
        tx.add(
            Equipment(
                campaign_id=campaign.id,
                number="OLD",
                category="pc_fixe_bureautique",
                purchased="2014",
                operating_system="Windows 10",
                price=500.0,
            ),
            Equipment(campaign_id=campaign.id, number="SOON", category="portable", purchased=str(soon - 4)),
            Equipment(campaign_id=campaign.id, category="smartphone", operating_system="Android"),
            Equipment(campaign_id=campaign.id, number="W", category="ecran", warranty_until=f"{soon + 1}-01"),
        )
    made = RenewalPage(session)
    qtbot.addWidget(made)
    made.resize(1100, 800)
    made.refresh()
    made.show()
    return made


def open_all(widget) -> None:
    for fold in widget.findChildren(Fold):
        fold.header.setChecked(True)


def rows(widget) -> dict[str, LinkRow]:
    open_all(widget)
    return {row.accessibleName(): row for row in widget.findChildren(LinkRow)}


def row(widget, number: str) -> LinkRow:
    return next(found for name, found in rows(widget).items() if name.startswith(number))


def identifier(session, number: str) -> str:
    return next(line.id for line in session.document.all(Equipment) if line.number == number)


def test_a_sentence_says_what_matters_first(page):
    assert "déjà dépassé la durée prévue" in page.subtitle_label.text()
    assert "gardez la machine, changez le système" in page.subtitle_label.text()


def test_a_system_leads_to_its_lines(page, session):
    asked = []
    page.navigate.connect(lambda *where: asked.append(where))
    row(page.systems, "OLD").click()
    assert asked == [("inventory", identifier(session, "OLD"))]


def test_what_is_due_leads_to_its_line_and_says_what_it_cost(page, session):
    titles = [fold.header.text() for fold in page.due.findChildren(Fold)]
    assert titles[0].startswith("Durée prévue déjà dépassée")
    asked = []
    page.navigate.connect(lambda *where: asked.append(where))
    row(page.due, "SOON").click()
    assert asked == [("inventory", identifier(session, "SOON"))]
    texts = " ".join(label.text() for label in page.due.findChildren(QLabel))
    assert "500\u00a0€ HT. Ce n’est pas un devis." in texts


def test_warranties_are_told(page):
    assert any("Garanties qui se terminent" in fold.header.text() for fold in page.due.findChildren(Fold))
    assert row(page.due, "W")


def test_ages_are_those_of_the_family_chosen(page):
    counts = {bar.label: bar.parts[0] for bar in page.ages.bars.bars}
    assert counts["8 ans et plus"] == 1
    page.ages.group_box.setCurrentText("Téléphones et tablettes")
    assert {bar.label: bar.parts[0] for bar in page.ages.bars.bars}["sans date"] == 1


def test_the_table_says_the_same_as_the_bars_and_leads_to_the_oldest(page, session):
    table = page.ages.table
    families = [table.item(place, 0).text() for place in range(table.rowCount())]
    asked = []
    page.navigate.connect(lambda *where: asked.append(where))
    link = table.cellWidget(families.index("Ordinateurs"), table.columnCount() - 1)
    assert isinstance(link, QPushButton)
    link.click()
    assert asked == [("inventory", identifier(session, "OLD"))]
    total = sum(int(table.item(place, table.columnCount() - 2).text()) for place in range(table.rowCount()))
    assert total == sum(int(bar.parts[0]) for bar in page.ages.bars.bars)


def test_an_empty_inventory_leads_to_where_it_begins(session, qtbot):
    with session.act("Vider") as tx:
        tx.delete(Equipment, session.document.ids(Equipment))
    page = RenewalPage(session)
    qtbot.addWidget(page)
    page.refresh()
    page.show()
    assert not page.ages.isVisible()
    asked = []
    page.navigate.connect(lambda *where: asked.append(where))
    rows(page)["Commencer l’inventaire"].click()
    assert asked == [("inventory", "")]


def test_a_long_list_says_how_many_others(session, qtbot):
    with session.act("Saisir") as tx:
        tx.add_all(
            Equipment(campaign_id=session.campaign.id, number=f"P{n}", category="portable", purchased="2012")
            for n in range(12)
        )
    page = RenewalPage(session)
    qtbot.addWidget(page)
    page.refresh()
    open_all(page.due)
    texts = [each.text() for each in page.due.findChildren(QPushButton)]
    assert any(text.startswith("Et ") and text.endswith("autres lignes") for text in texts)


def test_what_was_opened_stays_open_after_an_edit(page, session):
    first = page.due.findChildren(Fold)[0]
    assert not first.header.isChecked()
    first.header.setChecked(True)
    with session.act("Dater") as tx:
        tx.update(Equipment, identifier(session, "W"), purchased="2019")
    page.refresh()
    QApplication.processEvents()
    shown = [fold for fold in page.due.findChildren(Fold) if fold.isVisible()]
    assert shown[0].header.text().startswith("Durée prévue déjà dépassée")
    assert shown[0].header.isChecked()
