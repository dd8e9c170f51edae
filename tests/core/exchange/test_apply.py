"""An import carried out in a real document, undone, remembered; its rejects corrected and imported again."""

import pytest

from nrdesk.core.document import Document
from nrdesk.core.errors import SurroundingsError
from nrdesk.core.exchange import (
    apply_plan,
    plan_import,
    read_source,
    recognise_columns,
    remembered,
    write_rejects,
)
from nrdesk.core.model import Authority, Equipment, ImportMapping
from tests.core.exchange.helpers import MESSY, csv_file


@pytest.fixture
def doc(tmp_path):
    with Document.create(tmp_path / "commune.nrdesk", Authority(name="Test"), year=2025) as document:
        yield document


def plan_of(doc, path, *, correct=None):
    source = read_source(path)
    mapping = recognise_columns(source, remembered(doc, source))
    if correct:
        mapping = mapping.corrected(*correct)
    campaign = doc.campaign.id
    return plan_import(source, mapping, doc.all(Equipment, campaign_id=campaign), campaign)


def test_an_import_is_one_action_and_one_undo(doc):
    plan = plan_of(doc, MESSY)
    events = []
    doc.subscribe(events.append)
    apply_plan(doc, plan)
    assert len(events) == 1
    assert doc.undo_label == "Importer «\u00a0demo_inventory_brut_cp1252.csv\u00a0» (60\u00a0lignes)"
    assert [r.number for r in doc.all(Equipment)] == [r.number for r in plan.records], (
        "in the order of the file"
    )
    doc.undo()
    assert doc.count(Equipment) == 0
    assert doc.count(ImportMapping) == 0
    doc.redo()
    assert doc.count(Equipment) == 60


def test_nothing_to_import_is_no_action(doc):
    apply_plan(doc, plan_of(doc, MESSY))
    apply_plan(doc, plan_of(doc, MESSY))
    assert doc.count(Equipment) == 60
    doc.undo()
    assert doc.undo_label is None


def test_the_columns_matched_by_hand_are_remembered(doc, tmp_path):
    first = csv_file(tmp_path, "Type;Couleur;Modèle\nÉcran;noir;A\n")
    apply_plan(doc, plan_of(doc, first, correct=(1, "comment")))
    second = csv_file(tmp_path, "TYPE ;couleur;modele\nÉcran;gris;B\n", name="suite.csv")
    plan = plan_of(doc, second)
    assert [record.comment for record in plan.records] == ["gris"]
    apply_plan(doc, plan_of(doc, second, correct=(1, "")))
    assert doc.count(ImportMapping) == 1, "the last decision replaces the one before"
    source = read_source(second)
    assert remembered(doc, source) == {"type": "category", "couleur": "", "modele": "model"}


def test_rejects_are_corrected_and_imported_again(doc, tmp_path):
    text = "Type;Modèle;Quantité;Remarque\nÉcran;A;2;\nÉcran;=HYPERLINK(1);0;-\n;;;seule\n"
    plan = plan_of(doc, csv_file(tmp_path, text))
    apply_plan(doc, plan)
    rejects = tmp_path / "rejets.csv"
    write_rejects(plan, rejects)
    written = rejects.read_text(encoding="utf-8-sig")
    assert written.splitlines()[0] == "Type;Modèle;Quantité;Remarque;Ligne du fichier;Motif du rejet"
    assert written.splitlines()[1].startswith("Écran;'=HYPERLINK(1);0;'-;3;")

    rejects.write_text(written.replace(";0;", ";4;"), encoding="utf-8-sig")
    again = plan_of(doc, rejects)
    assert (again.imported, again.rejected) == (1, 1)
    assert [(r.model, r.quantity, r.comment) for r in again.records] == [("=HYPERLINK(1)", 4, "-")]
    assert again.mapping.signature == plan.mapping.signature


def test_a_file_of_rejects_that_cannot_be_written_leaves_the_old_one(doc, tmp_path):
    plan = plan_of(doc, MESSY)
    folder = tmp_path / "occupé.csv"
    folder.mkdir()
    with pytest.raises(SurroundingsError, match="n’a pas pu être écrit"):
        write_rejects(plan, folder)
    assert [path.name for path in tmp_path.glob("*.part")] == []
