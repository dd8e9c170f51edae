"""Spreadsheets: XLSX, ODS, typed cells, several sheets."""

import datetime as dt
import zipfile

import openpyxl
import pytest

from nrdesk.core.errors import UserError
from nrdesk.core.exchange import read_source
from nrdesk.core.exchange.cells import as_text
from tests.core.exchange.helpers import planned, xlsx_file

TITLES = ("N°", "Type", "Marque", "Modèle", "Quantité", "Date d’achat", "Prix HT", "Remarque")


def test_typed_cells_are_read_as_a_person_would_have_typed_them(tmp_path):
    rows = [
        TITLES,
        (1, "Portable", "Dell", "Latitude 5490", 2, dt.date(2018, 3, 5), 1450.5, "un\ndeux"),
        ("2", "Écran", "Dell", 2419, 3.0, 2019, 160, True),
        (3, "Écran", "HP", "E231", None, dt.datetime(2020, 1, 2, 9, 30), None, None),
        (4, "Écran", "HP", "E231", 1, dt.datetime(1905, 7, 10), None, None),
        (5, "Écran", "HP", "E231", 1, 43164, None, None),
    ]
    records = planned(xlsx_file(tmp_path, ("Parc", rows))).records
    assert [(r.number, r.model, r.quantity, r.purchased, r.price) for r in records] == [
        ("1", "Latitude 5490", 2, "2018-03-05", 1450.5),
        ("2", "2419", 3, "2019", 160),
        ("3", "E231", 1, "2020-01-02", None),
        ("4", "E231", 1, "2018", None),
        ("5", "E231", 1, "2018-03-05", None),
    ]
    assert not any(record.unread for record in records)
    assert [record.comment for record in records[:2]] == ["un\ndeux", "oui"]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (12.345, "12,345"),
        (1e15, "1000000000000000"),
        (False, "non"),
        (dt.time(9, 30), "09:30:00"),
    ],
)
def test_cells_as_text(value, text):
    assert as_text(value) == text


def test_the_value_of_a_formula_is_taken_and_never_computed(tmp_path):
    path = xlsx_file(tmp_path, ("Parc", [("Type", "Quantité"), ("Écran", "=2+2"), ("Portable", 3)]))
    plan = planned(path)
    assert [record.quantity for record in plan.records] == [1, 3], "openpyxl saved no value"


def test_a_text_that_begins_like_a_formula_stays_a_text(tmp_path):
    path = xlsx_file(tmp_path, ("Parc", [("Type", "Quantité", "Remarque"), ("Écran", 1, "x")]))
    book = openpyxl.load_workbook(path)
    cell = book["Parc"]["C2"]
    cell.value, cell.data_type = "=1+1", "s"
    book.save(path)
    assert planned(path).records[0].comment == "=1+1"


def test_the_sheet_most_like_an_inventory_is_read_and_the_others_offered(tmp_path):
    path = xlsx_file(
        tmp_path,
        ("Lisez-moi", [("Ce classeur contient", "trois feuilles")] * 9),
        ("Parc", [("Parc de la mairie",), (), ("Type", "Modèle", "Quantité"), ("Écran", "P2419H", 2)]),
        ("Contrats", [("Fournisseur", "Service"), ("Orange", "Mairie")]),
    )
    source = read_source(path)
    assert source.sheet == "Parc"
    assert source.sheets == ("Lisez-moi", "Parc", "Contrats")
    assert source.header_row == 3
    assert read_source(path, sheet="Contrats").headers == ("Fournisseur", "Service")
    with pytest.raises(UserError, match="n’a pas de feuille"):
        read_source(path, sheet="Absente")


def test_rows_keep_their_numbers_under_an_empty_top(tmp_path):
    rows = [(), (), (None, "Type", "Quantité"), (None, "Écran", 2), (), (None, "Portable", 1)]
    plan = planned(xlsx_file(tmp_path, ("Parc", rows)))
    assert [(row.number, row.outcome.value) for row in plan.rows] == [
        (4, "imported"), (5, "ignored"), (6, "imported"),
    ]  # fmt: skip


def ods_file(path, rows: str):
    """Write an ODS from the XML of its rows."""
    content = (
        '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2"><office:body>'
        f'<office:spreadsheet><table:table table:name="Parc">{rows}</table:table></office:spreadsheet>'
        "</office:body></office:document-content>"
    )
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        '<manifest:file-entry manifest:full-path="/" '
        'manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/></manifest:manifest>'
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "mimetype", "application/vnd.oasis.opendocument.spreadsheet", compress_type=zipfile.ZIP_STORED
        )
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", manifest)
    return path


def ods_row(*texts: str, repeated: int = 1) -> str:
    """Return the XML of a row."""
    cells = "".join(
        f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>'
        for text in texts
    )
    return f'<table:table-row table:number-rows-repeated="{repeated}">{cells}</table:table-row>'


def test_an_ods_is_read_with_its_typed_cells(tmp_path):
    rows = ods_row("Type", "Quantité", "Date d’achat") + (
        "<table:table-row>"
        '<table:table-cell office:value-type="string"><text:p>Écran</text:p></table:table-cell>'
        '<table:table-cell office:value-type="float" office:value="4"><text:p>4</text:p></table:table-cell>'
        '<table:table-cell office:value-type="date" office:date-value="2018-03-05"><text:p>x</text:p>'
        '</table:table-cell></table:table-row><table:table-row table:number-rows-repeated="1048570">'
        '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    )
    plan = planned(ods_file(tmp_path / "parc.ods", rows))
    assert [(r.category, r.quantity, r.purchased) for r in plan.records] == [("ecran", 4, "2018-03-05")]
    assert plan.read == 1, "the blank million that closes every ODS sheet is not read"
