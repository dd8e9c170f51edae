"""The national schema of projects: what goes out is valid, what comes in is understood."""

import csv
import io
import json
import re
import time
from uuid import UUID

from nrdesk.core.document import Document
from nrdesk.core.model import Action, ActionStatus, Authority, BudgetLine
from nrdesk.core.plan import importing
from nrdesk.core.reports import plan_projects
from tests.core.exchange.plans.conftest import FILES

SCHEMA = json.loads((FILES / "schema_projets" / "projets_schema.json").read_text("utf-8"))
EXAMPLE = FILES / "schema_projets" / "projets_exemple-valide.csv"


def faults(text: str) -> list[str]:
    """Return what a file has against the schema: titles, required cells, types, patterns, lists."""
    reader = csv.DictReader(io.StringIO(text, newline=""))
    names = [field["name"] for field in SCHEMA["fields"]]
    found = [] if reader.fieldnames == names else [f"titles {reader.fieldnames}"]
    for row in reader:
        for field in SCHEMA["fields"]:
            value = row[field["name"]]
            rules = field.get("constraints", {})
            if not value:
                found += [f"{field['name']} is required"] if rules.get("required") else []
                continue
            if "pattern" in rules and not re.search(rules["pattern"], value):
                found.append(f"{field['name']}: {value!r}")
            if value not in rules.get("enum", [value]):
                found.append(f"{field['name']}: {value!r} is not in the list")
            if field["type"] == "integer":
                int(value)
            if field["type"] == "array":
                assert isinstance(json.loads(value), list)
            if field.get("format") == "uuid" and field["type"] == "string":
                UUID(value)
    return found


def test_the_example_of_the_schema_is_valid_by_the_same_rules():
    assert faults(EXAMPLE.read_text("utf-8")) == []


def test_no_project_is_changed_before_it_is_created(doc):
    with doc.action("Ajouter lentement") as tx:
        time.sleep(0.01)
        tx.add(Action(title="Tardive"))
    rows = list(csv.DictReader(io.StringIO(plan_projects.write(doc).decode("utf-8"), newline="")))
    assert "Tardive" in {row["nom"] for row in rows}
    assert all(row["createdAt"] <= row["updatedAt"] for row in rows)


def test_our_export_is_valid_and_names_nobody(doc):
    text = plan_projects.write(doc).decode("utf-8")
    assert faults(text) == []
    first, second, third = csv.DictReader(io.StringIO(text, newline=""))
    assert UUID(first["id"]).hex == doc.all(Action)[0].id
    assert first["createdAt"] <= first["updatedAt"]
    assert (first["budgetPrevisionnel"], first["dateDebutPrevisionnelle"]) == ("1735", "2026-01-15")
    assert (first["phase"], first["phaseStatut"]) == ("Opération", "Bloqué")
    assert first["porteurReferentFonction"] == "Secrétaire"
    assert "Ménard" not in text
    assert first["porteurCodeSiret"] == "21690123400019"
    assert second["nom"] == "'=2+2 n’est pas une formule"
    assert third["phaseStatut"] == "Abandonné"


def test_the_example_comes_in(empty):
    plan = importing.plan_file(empty, EXAMPLE)
    assert (plan.imported, plan.read) == (5, 5)
    assert "schéma national" in plan.limits
    importing.apply(empty, plan)
    actions = empty.all(Action)
    assert [each.status for each in actions] == [
        ActionStatus.TO_START,
        ActionStatus.DONE,
        ActionStatus.UNDER_WAY,
        ActionStatus.DROPPED,
        ActionStatus.TO_START,
    ]
    assert actions[4].blocked
    assert actions[0].owner == "Directrice des services techniques"
    assert empty.all(BudgetLine)[0].amount == 450_000
    assert "Dupont" not in repr(actions)


def test_what_goes_out_comes_back(doc, tmp_path):
    path = tmp_path / "projets.csv"
    path.write_bytes(plan_projects.write(doc))
    with Document.create(tmp_path / "autre.nrdesk", Authority(name="Autre"), year=2026) as other:
        importing.apply(other, importing.plan_file(other, path))
        assert [each.title for each in other.all(Action)] == [each.title for each in doc.all(Action)]
        assert other.all(Action)[1].starts == "2026-01-01"
