"""A plan as people keep it in a spreadsheet: nothing is lost, nothing is guessed silently."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nrdesk.core.errors import UserError
from nrdesk.core.exchange import Outcome, write_rejects
from nrdesk.core.exchange.plans import PlanImport, read_plan, recognise_columns, words
from nrdesk.core.model import (
    Action,
    ActionStatus,
    Axis,
    BudgetLine,
    Contribution,
    Dependency,
    ImportMapping,
    Milestone,
    MoneyKind,
)
from nrdesk.core.plan import importing
from nrdesk.core.written.values import Unreadable
from tests.core.exchange.helpers import csv_file, xlsx_file

TITLES = (
    "N°", "Axe", "Action", "Pilote", "Services associés", "Échéance", "Avancement", "Budget (€ HT)",
    "Priorité", "Dépend de", "Observations",
)  # fmt: skip
ROWS = (
    (1, "Commande publique", "Acheter reconditionné", "Secrétaire", "Finances ; École", "T2 2026", "En cours",
     3000, "Haute", None, "groupement"),
    (2, None, "Clause réparabilité", "DGS", "", "fin 2026", "à faire", "environ 2 k", "Moyenne", "1", ""),
    (3, "Sobriété chez nous", "Éteindre la nuit", "ST", "", 2026, "Fait", 0, "Basse", "", ""),
    (4, None, None, "ST", "", 2027, "à faire", 200, "Basse", "", ""),
    (5, None, "Former les agents", "RH", "", "quand on pourra", "à faire", 900, "Haute", "1, 3, 42", ""),
    (6, None, "Acheter  reconditionné", "RH", "", "", "", "", "", "", ""),
    ("Total", None, None, None, None, None, None, 4100, None, None, None),
)  # fmt: skip


@pytest.fixture
def file(tmp_path: Path) -> Path:
    rows = [("PLAN D’ACTIONS 2025-2027",), (), TITLES, *ROWS]
    return xlsx_file(tmp_path, ("Listes", [("Statut", "Priorité")]), ("Plan", rows), name="plan DEF.xlsx")


def planned(doc, path: Path) -> PlanImport:
    plan = importing.plan_file(doc, path)
    assert plan.read == plan.imported + plan.duplicates + plan.rejected + plan.ignored
    return plan


def test_every_row_is_accounted_for(empty, file):
    plan = planned(empty, file)
    assert plan.source.sheet == "Plan"
    assert (plan.imported, plan.duplicates, plan.rejected, plan.ignored) == (4, 1, 1, 3)
    reasons = {row.number: row.reason for row in plan.rows}
    assert "son titre est vide" in reasons[7]
    assert "même titre qu’à la ligne 4" in reasons[9]
    assert reasons[10] == "ligne de total"
    assert importing.in_words(plan).replace("\u00a0", " ") == (
        "4 lignes importées sur 9 lues : 1 doublon, 1 rejetée, 3 ignorées."
    )


def test_what_is_written_is_one_action_and_one_undo(empty, file):
    importing.apply(empty, planned(empty, file))
    first, second, third, fourth = empty.all(Action)
    assert (first.title, first.owner, first.priority) == ("Acheter reconditionné", "Secrétaire", 1)
    assert (first.axis, first.ends, first.status) == (Axis.PURCHASING, "2026-06", ActionStatus.UNDER_WAY)
    assert [each.who for each in empty.all(Contribution)] == ["Finances", "École"]
    assert (second.axis, second.ends) == (Axis.PURCHASING, "2026")
    assert "environ 2 k" in second.comment
    assert third.status is ActionStatus.DONE
    assert "Sobriété chez nous" in third.unread
    assert "quand on pourra" in fourth.unread
    assert "42" in fourth.comment
    links = {(each.action_id, each.needs_id) for each in empty.all(Dependency)}
    assert links == {(second.id, first.id), (fourth.id, first.id), (fourth.id, third.id)}
    money = {(each.action_id, each.amount, each.year, each.kind) for each in empty.all(BudgetLine)}
    assert money == {
        (first.id, 3_000.0, 2026, MoneyKind.OPERATING),
        (fourth.id, 900.0, 2026, MoneyKind.OPERATING),
    }
    empty.undo()
    assert not any(empty.all(kind) for kind in (Action, Contribution, Dependency, BudgetLine, ImportMapping))


def test_what_is_uncertain_is_said(empty, file):
    told = {row.action.title: row.reason for row in planned(empty, file).rows if row.action}
    assert "axe repris de la ligne 4" in told["Clause réparabilité"]
    assert "axe du décret à choisir" in told["Éteindre la nuit"]
    assert "budget compté en fonctionnement" in told["Acheter reconditionné"]
    assert "Budget total" in told["Clause réparabilité"]
    assert "1\u00a0dépendance non reconnue" in told["Former les agents"]


def test_a_column_corrected_by_hand_is_remembered(empty, file):
    source = read_plan(file)
    mapping, remembered = importing.columns(empty, source)
    assert not remembered
    place = next(column.index for column in mapping.columns if column.header == "Observations")
    corrected = mapping.corrected(place, "description")
    importing.apply(empty, importing.prepared(empty, source, corrected)(lambda *_: None))
    assert empty.all(Action)[0].description == "groupement"
    again, remembered = importing.columns(empty, source)
    assert remembered
    assert again.by_field["description"] == place


def test_a_circle_is_broken_and_told(empty, tmp_path):
    path = csv_file(tmp_path, "Action;Dépendances\nUne;Deux\nDeux;Une\n")
    plan = planned(empty, path)
    importing.apply(empty, plan)
    assert len(empty.all(Dependency)) == 1
    assert "Dépend de" in empty.all(Action)[1].comment


def test_rejected_rows_go_to_a_file_that_can_be_imported(empty, file, tmp_path):
    plan = planned(empty, file)
    target = tmp_path / "rejets.csv"
    write_rejects(plan, target)
    text = target.read_text("utf-8-sig").replace("4;;;ST", "4;;Réparer;ST")
    target.write_text(text, "utf-8-sig")
    assert [each.title for each in planned(empty, target).actions] == ["Réparer"]


def test_percentages_milestones_and_parts_are_understood(empty, tmp_path):
    path = xlsx_file(
        tmp_path,
        (
            "A",
            [
                ("Intitulé de l'action", "Progression", "Jalons", "Calendrier", "Durée"),
                ("AXE 1 : Commande publique", None, None, None, None),
                (
                    "Une",
                    0.5,
                    "Marché signé (03/2027)\nLivraison, recette",
                    "janvier 2026 à mars 2027",
                    "1 an",
                ),
                ("Deux", 1, "", "2026-2027", "6 mois"),
            ],
        ),
    )
    importing.apply(empty, planned(empty, path))
    actions = [each for each in empty.all(Action) if not each.title.startswith("AXE")]
    assert [each.progress for each in actions] == [50, 100]
    assert [(each.starts, each.ends) for each in actions] == [("2026-01", "2027-03"), ("2026", "2027")]
    assert [each.months for each in actions] == [12.0, 6.0]
    assert [(each.title, each.due) for each in empty.all(Milestone)] == [
        ("Marché signé", "2027-03"),
        ("Livraison, recette", None),
    ]


def test_a_file_about_something_else_is_refused(empty, tmp_path):
    path = csv_file(tmp_path, "Couleur;Poids\nbleu;3\nrouge;4\n")
    with pytest.raises(UserError, match="n’est pas un plan d’action") as caught:
        importing.plan_file(empty, path)
    assert "Votre plan" in caught.value.kept or "plan" in caught.value.kept
    with pytest.raises(UserError, match="vide"):
        importing.plan_file(empty, csv_file(tmp_path, "", name="rien.csv"))


@given(
    st.lists(
        st.tuples(st.text(max_size=30), st.text(max_size=30), st.text(max_size=20), st.text(max_size=10)),
        min_size=1,
        max_size=6,
    )
)
def test_whatever_is_in_the_cells_every_row_has_one_fate(cells):
    from nrdesk.core.exchange.plans.planning import plan_actions
    from nrdesk.core.exchange.source import Source, SourceRow

    headers = ("Action", "Statut", "Date de début", "Budget")
    rows = tuple(SourceRow(number, row) for number, row in enumerate(cells, start=2))
    source = Source(Path("x.csv"), "", "utf-8", ";", 1, headers, rows, (), (), "")
    plan = plan_actions(source, recognise_columns(source), [], [], [], 2026)
    assert plan.read == len(rows) == plan.imported + plan.duplicates + plan.rejected + plan.ignored
    assert len(plan.actions) == plan.imported
    assert all(row.reason for row in plan.rows if row.outcome is not Outcome.IMPORTED)


@pytest.mark.parametrize(
    ("text", "value"),
    [("12 000 €", 12_000), ("12 k€", 12_000), ("1,5 M€", 1_500_000), ("3 500,50 € HT", 3_500.5), ("", None)],
)
def test_sums_are_read_as_they_are_written(text, value):
    assert words.money(text) == value


@pytest.mark.parametrize("text", ["12 000 € TTC", "à voir", "environ 3 k€"])
def test_sums_that_are_not_clear_are_not_guessed(text):
    with pytest.raises(Unreadable):
        words.money(text)


@pytest.mark.parametrize(
    ("text", "starts", "ends"),
    [
        ("T2 2027", "2027-04", "2027-06"),
        ("2e semestre 2026", "2026-07", "2026-12"),
        ("03/2027", "2027-03", "2027-03"),
        ("15 mars 2027", "2027-03-15", "2027-03-15"),
    ],
)
def test_quarters_and_halves_begin_or_end(text, starts, ends):
    assert words.date(text) == starts
    assert words.date(text, last=True) == ends


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("2025-2027", ("2025", "2027")),
        ("01/2026-03/2027", ("2026-01", "2027-03")),
        ("janvier 2026 à mars 2027", ("2026-01", "2027-03")),
        ("T1 2026 → T2 2027", ("2026-01", "2027-06")),
        ("2026-03-05", ("2026-03-05", "2026-03-05")),
    ],
)
def test_periods_are_two_dates(text, dates):
    assert words.period(text) == dates
