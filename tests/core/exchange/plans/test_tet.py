"""The template of Territoires en Transitions: taken in, and handed out as its importer wants it."""

import io

import openpyxl
import pytest

from nrdesk.core.document import Document
from nrdesk.core.exchange import Outcome, spreadsheets
from nrdesk.core.exchange.plans import tet
from nrdesk.core.model import (
    Action,
    ActionStatus,
    Authority,
    Axis,
    BudgetLine,
    MoneyKind,
    Objective,
    Participation,
)
from nrdesk.core.plan import importing
from nrdesk.core.reports import plan_tet
from tests.core.exchange.plans.conftest import FILES
from tests.core.exchange.plans.tet_rules import refusals

SAMPLES = FILES / "tet"
ACCEPTED = SAMPLES / "nouveau-plan-valide.xlsx"


def rows_of(content):
    page = openpyxl.load_workbook(io.BytesIO(content))[tet.PLAN_SHEET]
    titles = [str(cell.value).strip() for cell in page[2]]
    return [dict(zip(titles, row, strict=True)) for row in page.iter_rows(min_row=4, values_only=True)]


def test_the_rules_tell_their_own_samples_apart():
    assert refusals((ACCEPTED).read_bytes()) == []
    (reason,) = refusals((SAMPLES / "plan_column_order_issue.xlsx").read_bytes())
    assert "'Sous-axe (x.x)'" in reason


def test_our_columns_are_those_of_the_sample_that_they_accept():
    groups, titles, hints = (row.cells for row in spreadsheets.read(ACCEPTED, tet.PLAN_SHEET).rows[:3])
    assert [column.title for column in tet.COLUMNS] == list(titles)[: len(tet.COLUMNS)]
    assert {group.strip() for group in groups if group} <= {column.group.strip() for column in tet.COLUMNS}
    told = zip(hints, tet.COLUMNS, strict=False)
    assert [(hint, column.hint) for hint, column in told if hint and hint != column.hint] == []


def test_our_lists_are_those_of_the_template():
    rows = [row.cells for row in spreadsheets.read(SAMPLES / "modele-import-pa.xlsx", tet.LISTS_SHEET).rows]
    columns = {col[0].strip(): [text.strip() for text in col[1:] if text] for col in zip(*rows, strict=True)}
    assert columns["Statut"] == list(tet.STATUSES)
    assert columns["Niveau de priorité"] == list(tet.PRIORITIES)
    assert columns["Participation citoyenne"] == list(tet.PARTICIPATIONS)


def test_their_importer_takes_our_export(doc):
    content = plan_tet.write(doc)
    assert refusals(content) == []
    assert content == plan_tet.write(doc)
    first, second, third = rows_of(content)
    assert first["Axe (x)"] == "1. Commande publique"
    assert first["Sous-axe (x.x)"] == "1.1. Garder les ordinateurs sept ans"
    assert first["Statut"] == "Bloqué"
    assert first["Niveau de priorité"] == "Élevé"
    assert first["Participation Citoyenne"] == "Concertation"
    assert first["Budget prévisionnel total € HT"] == 1_735
    assert (first["Financeur 1"], first["Financeur 2"], first["Financeur 3"]) == (
        "Région",
        "ADEME",
        "Syndicat",
    )
    assert "Mécène" in first["Financements"]
    assert first["Élu·e référent·e"] == "Jean Luc Orneval"
    assert first["Direction ou service pilote"] == "Mairie Achats"
    assert first["Action en amélioration continue"] == "VRAI"
    assert f"{second['Date de début']:%d/%m/%Y}" == "01/01/2026"
    assert f"{second['Date de fin']:%d/%m/%Y}" == "31/12/2027"
    assert second["Actions des plans liées"] == "Acheter reconditionné"
    assert second["Titre de l'action"] == "=2+2 n’est pas une formule"
    assert (third["Statut"], third["Budget prévisionnel total € HT"]) == ("Abandonné", None)


@pytest.mark.parametrize(
    "action",
    [
        Action(),
        Action(title="x" * 400),
        Action(title="Fin avant début", starts="2027", ends="2026"),
        Action(title="Deux\nlignes", owner="Chargé d’accueil / DGS <a@b.fr>", blocked=True),
    ],
)
def test_what_is_badly_filled_in_is_still_taken(empty, action):
    with empty.action("Ajouter") as tx:
        tx.add(action)
        tx.add(BudgetLine(action_id=action.id, year=2026, kind=MoneyKind.INVESTMENT, amount=2e12))
    assert refusals(plan_tet.write(empty)) == []


def test_what_goes_out_comes_back(doc, tmp_path):
    path = tmp_path / "tet.xlsx"
    path.write_bytes(plan_tet.write(doc))
    with Document.create(tmp_path / "autre.nrdesk", Authority(name="Autre"), year=2026) as other:
        with other.action("Copier l’objectif") as tx:
            tx.add(*doc.all(Objective))
        plan = importing.plan_file(other, path)
        assert (plan.imported, plan.rejected) == (3, 0)
        assert "ne dit ni qui contribue" in plan.limits
        importing.apply(other, plan)
        before, after = doc.all(Action)[0], other.all(Action)[0]
        for name in ("title", "description", "objective_id", "axis", "priority", "starts", "participation"):
            assert getattr(after, name) == getattr(before, name), name
        assert (after.blocked, after.continuous, after.partners) == (True, True, before.partners)
        (cost,) = [line for line in other.all(BudgetLine) if line.kind is MoneyKind.OPERATING]
        assert cost.amount == 1_735
        assert sum(line.kind is MoneyKind.FUNDING for line in other.all(BudgetLine)) == 3


def test_their_sample_is_taken_in_whole(empty):
    plan = importing.plan_file(empty, ACCEPTED)
    assert plan.read == plan.imported + plan.duplicates + plan.rejected + plan.ignored
    assert (plan.imported, plan.rejected) == (7, 0)
    importing.apply(empty, plan)
    first = empty.all(Action)[0]
    assert first.status is ActionStatus.UNDER_WAY
    assert (first.starts, first.ends, first.priority) == ("2020-12-14", "2028-12-14", 1)
    assert first.structure == ""  # the instruction that was left in the cell is no organisation
    assert first.axis is Axis.LIFE_CYCLE
    assert "Sécurité" in first.unread
    second = empty.all(Action)[1]
    assert second.participation is Participation.CONSULTATION
    again = importing.plan_file(empty, ACCEPTED)
    assert (again.imported, again.duplicates) == (0, 7)


def test_the_empty_template_brings_nothing(empty):
    plan = importing.plan_file(empty, SAMPLES / "modele-import-pa.xlsx")
    assert plan.imported == 0
    reasons = {row.reason for row in plan.rows if row.outcome is Outcome.IGNORED}
    assert {"consigne du modèle", "exemple du modèle"} <= reasons


def test_a_plan_with_its_columns_in_another_order_is_taken_all_the_same(empty):
    plan = importing.plan_file(empty, SAMPLES / "plan_column_order_issue.xlsx")
    (action,) = plan.actions
    assert action.owner == "Sophie AMOUROUS"
    assert action.starts == "2025-12-01"
    # What is too long for its case is kept whole.
    assert "commission d’élus communautaires" in action.comment
