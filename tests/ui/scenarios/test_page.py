"""« Effets et scénarios »: what is shown adds up, follows every change, and works by keyboard."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from nrdesk.core.model import Action, Objective, Scenario, ScenarioAction
from nrdesk.core.plan import scenarios
from nrdesk.core.plan.effects import Measure, effects
from nrdesk.core.plan.money import price_of_kwh
from nrdesk.ui.accessibility import focusable, name_of
from nrdesk.ui.scenarios.page import ScenariosPage
from nrdesk.ui.session import Session
from tests.core.plan.small import act, create, lever


@pytest.fixture
def session(tmp_path, qtbot) -> Iterator[Session]:
    doc = create(tmp_path)
    act(doc, "Garder", lever("lifetime", "add", 2, "portable"))
    act(doc, "Imprimer moins", lever("service", "multiply", 0.5, "ramettes"))
    act(doc, "Éteindre la nuit", lever("electricity", "multiply", 0.5))
    act(doc, "Donner", lever("reuse_exit", "set", 0.7))
    act(doc, "Former")
    with doc.action("Viser") as tx:
        tx.add(
            Objective(title="Alléger", measured_by="footprint.gwp", unit="kg", target_value=300, due="2032")
        )
    made = Session(doc)
    yield made
    made.close()


@pytest.fixture
def page(session, qtbot) -> ScenariosPage:
    made = ScenariosPage(session)
    qtbot.addWidget(made)
    made.resize(1100, 800)
    session.changed.connect(lambda _: made.refresh())
    made.refresh()
    made.show()
    made.activateWindow()
    return made


def add_scenario(session, name="Essai") -> Scenario:
    return scenarios.add_from_plan(session.document, name)


def cells(table) -> list[list[str]]:
    return [
        [table.item(row, column).text() for column in range(table.columnCount() - 1)]
        for row in range(table.rowCount())
    ]


def test_the_objective_is_what_is_drawn_first(page):
    assert page.trajectory.measure.currentData() == Measure.PARK
    assert [line.label for line in page.trajectory.chart.lines] == [
        "Sans action",
        "Avec ces actions",
        "Objectif",
    ]
    assert "2032" in page.trajectory.chart.accessibleDescription()


def test_another_measure_has_its_own_curve(page):
    box = page.trajectory.measure
    box.setCurrentIndex(box.findData(Measure.ELECTRICITY))
    box.activated.emit(box.currentIndex())
    assert [line.label for line in page.trajectory.chart.lines] == ["Sans action", "Avec ces actions"]
    assert "kWh" in page.trajectory.chart.accessibleName()
    page.refresh()
    assert box.currentData() == Measure.ELECTRICITY, "the choice stays"


def test_every_action_tells_its_part(page, session):
    found = effects(session.document)
    rows = cells(page.effects.table)
    assert [row[0] for row in rows] == [each.title for each in found.actions if each.effect]
    assert {"Garder", "Imprimer moins", "Éteindre la nuit"} == {row[0] for row in rows}
    assert all(row[1].startswith("−") for row in rows)


def test_an_action_explains_its_figure(page, qtbot):
    link = next(
        each for each in page.effects.findChildren(QPushButton) if each.accessibleName().endswith("Garder")
    )
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert page.explain_panel.isVisible()
    qtbot.keyClick(page.explain_panel, Qt.Key.Key_Escape)
    assert not page.explain_panel.isVisible()


def test_the_whole_explains_its_figure(page, qtbot):
    links = [
        each for each in page.trajectory.findChildren(QPushButton) if each.text() == "Expliquer ce chiffre"
    ]
    qtbot.mouseClick(links[0], Qt.MouseButton.LeftButton)
    assert page.explain_panel.isVisible()


def test_what_has_no_effect_is_not_hidden(page):
    assert not page.effects.none.isHidden()
    page.effects.none.header.setChecked(True)
    said = " ".join(label.text() for label in page.effects.none.findChildren(type(page.effects.told)))
    assert "Donner" in said
    assert "Former" in said


def test_a_price_changes_the_euros_and_a_slip_is_told(page, session, qtbot):
    page.money.price.setText("0,4")
    page.money.price.editingFinished.emit()
    assert price_of_kwh(session.document) == 0.4
    page.money.price.setText("beaucoup")
    page.money.price.editingFinished.emit()
    assert page.money.price.property("invalid")
    assert page.money.price.text() == "beaucoup"
    assert price_of_kwh(session.document) == 0.4
    page.money.price.setText("")
    page.money.price.editingFinished.emit()
    assert not page.money.price.property("invalid")
    assert price_of_kwh(session.document) == 0.2


class TestScenarios:
    def test_the_first_one_keeps_the_actions_of_the_plan(self, page, session):
        assert page.comparison.isHidden()
        page.scenarios.add_record()
        (made,) = session.document.all(Scenario)
        assert session.document.count(ScenarioAction, scenario_id=made.id) == 5
        assert not page.comparison.isHidden()
        assert [row[0] for row in cells(page.comparison.table)] == ["Le plan", made.name]

    def test_space_takes_an_action_out(self, page, session, qtbot):
        made = add_scenario(session)
        page.refresh()
        kept = page.scenarios.kept.list
        kept.setFocus()
        kept.setCurrentRow(0)
        qtbot.keyClick(kept, Qt.Key.Key_Space)
        assert session.document.count(ScenarioAction, scenario_id=made.id) == 4
        assert kept.item(0).checkState() is Qt.CheckState.Unchecked
        assert kept.currentRow() == 0
        first, second = cells(page.comparison.table)
        assert first[1] != second[1]
        page.comparison.differences.header.setChecked(True)
        session.undo()
        assert kept.item(0).checkState() is Qt.CheckState.Checked

    def test_none_then_all(self, page, session, qtbot):
        made = add_scenario(session)
        page.refresh()
        for text, number in (("Tout décocher", 0), ("Tout cocher", 5)):
            button = next(
                each for each in page.scenarios.kept.findChildren(QPushButton) if each.text() == text
            )
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
            assert session.document.count(ScenarioAction, scenario_id=made.id) == number

    def test_an_action_may_begin_later(self, page, session):
        made = add_scenario(session)
        page.refresh()
        kept = page.scenarios.kept
        kept.list.setCurrentRow(0)
        kept.year.setCurrentIndex(kept.year.findData(2030))
        kept.year.activated.emit(kept.year.currentIndex())
        first = session.document.all(Action)[0]
        (found,) = session.document.all(ScenarioAction, scenario_id=made.id, action_id=first.id)
        assert found.from_year == 2030
        assert kept.year.currentData() == 2030

    def test_a_copy_keeps_the_same_actions(self, page, session):
        add_scenario(session)
        page.refresh()
        page.scenarios.duplicate()
        names = [scenario.name for scenario in scenarios.ordered(session.document)]
        assert names == ["Essai", "Essai (copie)"]
        assert [row[0] for row in cells(page.comparison.table)] == ["Le plan", *names]

    def test_the_one_chosen_is_the_one_simulated(self, page, session):
        made = add_scenario(session)
        scenarios.keep(session.document, made, session.document.ids(Action), kept=False)
        page.refresh()
        box = page.trajectory.scenario
        box.setCurrentIndex(box.findData(made.id))
        box.activated.emit(box.currentIndex())
        assert page.effects.table.rowCount() == 0
        page.refresh()
        assert box.currentData() == made.id


def test_an_empty_plan_leads_to_the_plan(session, page, qtbot):
    with session.act("Vider") as tx:
        from nrdesk.core.document import remove

        remove(session.document, tx, Action, session.document.ids(Action))
    page.refresh()
    assert page.trajectory.isHidden()
    assert not page._empty.isHidden()


def test_everything_has_a_name(page, session):
    add_scenario(session)
    page.refresh()
    QApplication.processEvents()
    assert [repr(widget) for widget in focusable(page) if not name_of(widget).strip()] == []


def test_a_large_park_is_simulated_apart(page, session, monkeypatch):
    monkeypatch.setattr("nrdesk.ui.scenarios.page._MANY", 0)
    page.trajectory.table.setRowCount(0)
    page.refresh()
    assert page.trajectory.table.rowCount() == 7
