"""What an import would do, row by row."""

import dataclasses

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nrdesk.core.errors import UserError
from nrdesk.core.exchange import Source, SourceRow, plan_import, read_source, recognise_columns, text_files
from nrdesk.core.inventory import fields
from nrdesk.core.inventory.fields import FIELDS, changes
from nrdesk.core.jobs import Cancelled
from nrdesk.core.model import Equipment, Origin
from tests.core.exchange.helpers import CLEAN, MESSY, csv_file, planned, reasons, xlsx_file


def test_unreadable_cells_do_not_reject_a_line(tmp_path):
    plan = planned(csv_file(tmp_path, "Type;Modèle;Date d'achat;Prix HT;État\nÉcran;A;jadis;cher;bleu\n"))
    (row,) = plan.rows
    assert row.outcome.label == "importée"
    assert row.record is not None
    assert row.record.unread_texts() == {"purchased": "jadis", "price": "cher", "status": "bleu"}
    assert "« jadis » n’est pas une date" in row.reason.replace("\u00a0", " ")


def test_an_unknown_category_is_kept_to_be_chosen(tmp_path):
    plan = planned(csv_file(tmp_path, "Type;Marque;Modèle;Quantité\nBidule;Truc;X3000;2\n"))
    (record,) = plan.records
    assert (record.category, record.unread_texts()) == (None, {"category": "Bidule"})
    assert plan.rows[0].reason.replace("\u00a0", " ") == "catégorie non reconnue : à choisir dans la liste"


def test_the_model_tells_the_category_that_the_type_does_not(tmp_path):
    text = "Type;Modèle;Quantité\nMatériel;Latitude 5490;1\n;LaserJet P1102;1\nOrdinateur;iPad Air;1\n"
    assert [r.category for r in planned(csv_file(tmp_path, text)).records] == [
        "portable",
        "imprimante_laser",
        "tablette",
    ]


def test_a_line_is_rejected_when_nothing_tells_what_it_is_or_how_many(tmp_path):
    text = (
        "N°;Type;Modèle;Quantité\n1;Écran;A;2\n2;;;1\nMAIRIE;;;\n3;Écran;B;0\n4;Écran;C;beaucoup\nPC-07;;;\n"
    )
    plan = planned(csv_file(tmp_path, text))
    nothing = "rien ne dit de quel appareil il s’agit\u00a0: ni catégorie, ni marque, ni modèle"
    rejected = reasons(plan)
    assert rejected[3] == rejected[4] == ("rejected", nothing)
    assert "n’est pas une quantité" in rejected[5][1]
    assert "«\u00a0beaucoup\u00a0»" in rejected[6][1]
    assert [record.number for record in plan.records] == ["1", "PC-07"], "a name may tell a category"


def test_totals_blanks_and_repeated_titles_are_ignored(tmp_path):
    rows = [
        "Type;Modèle;Quantité",
        "Écran;A;2",
        ";;",
        "Sous-total;;2",
        "Type;Modèle;Quantité",
        "Écran;B;1",
        ";Total;3",
    ]
    assert reasons(planned(csv_file(tmp_path, "\n".join(rows)))) == {
        3: ("ignored", "ligne vide"),
        4: ("ignored", "ligne de total"),
        5: ("ignored", "titres de colonnes répétés"),
        7: ("ignored", "ligne de total"),
    }


def test_a_line_that_only_speaks_of_a_total_is_not_taken_for_one(tmp_path):
    rows = ("Bidule;Truc X;1;totalement HS", "Bidule;Somme X;1;", ";Total général;2;")
    text = "\n".join(("Type;Marque / modèle;Quantité;Remarque", *rows))
    assert [row.outcome.value for row in planned(csv_file(tmp_path, text)).rows] == [
        "imported",
        "imported",
        "ignored",
    ]


def test_a_serial_number_is_imported_once(tmp_path):
    serials = (
        "CZC-123",
        "czc123",
        "N/A",
        "N/A",
        "0000",
        "0000",
        "To be filled by O.E.M.",
        "to be filled by O.E.M.",
    )
    text = "Type;N° de série\n" + "".join(f"Écran;{serial}\n" for serial in serials)
    existing = [Equipment(campaign_id="campaign", serial_number="ABCD 9")]
    assert reasons(planned(csv_file(tmp_path, text))) == {3: ("duplicate", "même n° de série que la ligne 2")}
    other = csv_file(tmp_path, "Type;N° de série\nÉcran;abcd9\nÉcran;X123\n", name="autre.csv")
    assert reasons(planned(other, existing)) == {2: ("duplicate", "n° de série déjà dans l’inventaire")}


def test_like_lines_without_a_number_are_as_many_appliances(tmp_path):
    text = "Modele,Fabricant,Type\n" + "Latitude 7490,DELL,Portable\n" * 5
    assert planned(csv_file(tmp_path, text)).imported == 5


def test_importing_the_same_file_again_adds_nothing():
    first = planned(MESSY)
    again = planned(MESSY, first.records)
    assert (again.imported, again.duplicates) == (0, first.imported + first.duplicates)


def test_a_place_inside_a_place_is_cut_only_when_no_service_is_written(tmp_path):
    text = "Type;Lieu;Service\nÉcran;Entité racine > Mairie > Étage > RH;\nÉcran;Mairie > RH;État civil\n"
    places = [(r.site, r.service) for r in planned(csv_file(tmp_path, text)).records]
    assert places == [("Mairie", "Étage > RH"), ("Mairie > RH", "État civil")]


def test_an_age_becomes_a_doubtful_year(tmp_path):
    (record,) = planned(csv_file(tmp_path, "Type;Modèle;Âge\nÉcran;A;7\n")).records
    assert record.purchased is not None
    assert record.purchased_uncertain


def test_a_file_whose_titles_are_unknown_is_imported_once_matched_by_hand(tmp_path):
    source = read_source(csv_file(tmp_path, "Truc;Machin\nLatitude 5490;2\nP2419H;3\n"))
    mapping = recognise_columns(source)
    with pytest.raises(UserError, match="aucune colonne ne dit"):
        plan_import(source, mapping, (), "campaign")
    plan = plan_import(source, mapping.corrected(0, "model").corrected(1, "quantity"), (), "campaign")
    assert [(r.category, r.quantity) for r in plan.records] == [("portable", 2), ("ecran", 3)]


def test_an_import_can_be_cancelled():
    source = read_source(CLEAN)

    def stop(done: int, total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        plan_import(source, recognise_columns(source), (), "campaign", stop)


def test_progress_reaches_its_end():
    source = read_source(CLEAN)
    said: list[tuple[int, int]] = []
    plan_import(
        source, recognise_columns(source), (), "campaign", lambda done, total: said.append((done, total))
    )
    assert said == [(0, 60), (60, 60)]


words = st.sampled_from(
    ("", " ", "Écran", "Portable", "Dell", "Latitude 5490", "TOTAL", "2018", "2022 ?", "0", "2", "-1",
     "1 450,00 €", "NR1", "CZC1234", "neuf", "Mairie > Accueil", "bidule", "Type", "=1+1", "un\ndeux")
)  # fmt: skip
titles = st.sampled_from(
    ("Type", "Modèle", "Marque", "Marque / modèle", "Quantité", "N°", "N° de série", "Date d’achat",
     "Prix HT", "État", "Lieu", "Service", "Utilisateur", "Couleur", "", "Âge")
)  # fmt: skip


@st.composite
def tables(draw):
    width = draw(st.integers(1, 6))
    cells = st.lists(st.one_of(words, st.text(max_size=6)), min_size=width, max_size=width).map(tuple)
    rows = draw(st.lists(cells, max_size=8))
    headers = tuple(draw(st.lists(titles, min_size=width, max_size=width)))
    numbered = tuple(SourceRow(number, row) for number, row in enumerate(rows, 3))
    above = (SourceRow(1, ("Inventaire",)),)
    return Source(CLEAN, "", "", "", 2, headers, numbered, above, (), "")


@settings(max_examples=150)
@given(source=tables())
def test_every_row_of_any_table_is_accounted_for(source):
    try:
        plan = plan_import(source, recognise_columns(source), (), "campaign")
    except UserError:
        return
    assert plan.read == len(source.rows) + len(source.above)
    assert plan.read == plan.imported + plan.duplicates + plan.rejected + plan.ignored
    assert len(plan.records) == plan.imported
    assert all((row.record is None) == (row.outcome != "imported") for row in plan.rows)
    assert all(row.reason for row in plan.rows if row.record is None)


@settings(max_examples=40)
@given(texts=st.lists(st.fixed_dictionaries({field.name: words for field in FIELDS}), min_size=1, max_size=4))
def test_our_own_export_comes_back_as_it_was(tmp_path_factory, texts):
    lines = []
    for place, line in enumerate(texts):
        record = Equipment(campaign_id="campaign", origin=Origin.IMPORTED)
        unique = {"number": f"NR{place}", "serial_number": ""}
        for name, text in (line | unique).items():
            record = dataclasses.replace(record, **changes(record, name, text))
        lines.append(record)
    path = tmp_path_factory.mktemp("export") / "parc.csv"
    shown = [[fields.text(record, field.name) for field in FIELDS] for record in lines]
    text_files.write(path, [[field.label for field in FIELDS], *shown])
    plan = planned(path)
    assert [dataclasses.replace(record, id="") for record in plan.records] == [
        dataclasses.replace(record, id="") for record in lines
    ]


def test_our_own_workbook_comes_back_as_it_was(tmp_path):
    records = planned(CLEAN).records
    rows = [[field.show(record) for field in FIELDS] for record in records]
    path = xlsx_file(tmp_path, ("Inventaire", [[field.label for field in FIELDS], *rows]))
    again = planned(path).records
    assert [dataclasses.replace(record, id="") for record in again] == [
        dataclasses.replace(record, id="") for record in records
    ]
