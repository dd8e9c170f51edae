"""The spreadsheet twin of a document: every table on its sheet, numbers that can be added up, no formula."""

import io
import os
import subprocess
from pathlib import Path

import openpyxl
import pytest
from lxml import etree
from openpyxl.workbook import Workbook

from nrdesk.core.reports import workbook
from nrdesk.core.reports.content import Column, Figure, Heading, MapSpec, Point, Report, Table
from tests.core.reports.docx.test_libreoffice import NAMES, SOFFICE
from tests.core.reports.samples import META, document, everything, hostile


def opened(report: Report) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(workbook.render(report)))


def column(book: Workbook, sheet: str, rank: int) -> list[object]:
    return [row[rank].value for row in book[sheet].iter_rows(min_row=2)]


def table(caption: str, *rows: tuple[str, str], total: tuple[str, str] | None = None) -> Table:
    return Table(caption, (Column("Nom", 2), Column("kg", 1, "right")), rows, total)


def test_each_table_has_its_sheet_and_the_first_one_says_where() -> None:
    book = opened(everything())
    assert book.sheetnames == [
        "Lisez-moi", "Chiffres clés", "Empreinte par groupe", "Inventaire", "Graphiques", "Texte",
    ]  # fmt: skip
    told = {row[0].value: row[1].value for row in book["Lisez-moi"].iter_rows()}
    assert told["Collectivité"] == META.authority
    assert told["Facteurs d’empreinte"] == META.factors
    assert told["Inventaire"] == "Inventaire – Âge"


def test_numbers_are_numbers_shown_as_in_the_document() -> None:
    sheet = opened(everything())["Empreinte par groupe"]
    assert [cell.value for cell in sheet[1]] == ["Groupe", "kg"]
    assert [sheet["B2"].value, sheet["B3"].value, sheet["B4"].value] == [1290, 490, 1780]
    assert sheet["B2"].number_format == "#,##0"
    assert sheet["A4"].font.bold
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("B2", "A1:B3"), "the total is not filtered away"


def test_a_number_of_inventory_stays_a_text() -> None:
    book = opened(document(table("T", ("007", "7"))))
    assert (book["T"]["A2"].value, book["T"]["B2"].value) == ("007", 7)


def test_the_values_of_charts_are_all_there_unrounded() -> None:
    book = opened(everything())
    rows = list(book["Graphiques"].iter_rows(min_row=2, values_only=True))
    assert ("Empreinte par groupe.", "Écrans", "Utilisation", 170, "kg éq. CO₂ par an") in rows
    assert len(rows) == 9


def test_a_map_gives_its_two_notes() -> None:
    spec = MapSpec((Point("École", 4, 2),), "intérêt", "influence", 4, ("a", "b", "c", "d"))
    book = opened(document(Figure(spec, "Carte", "Une carte.")))
    assert column(book, "Graphiques", 3) == [4, 2]


def test_no_sentence_is_left_out() -> None:
    texts = column(opened(everything()), "Texte", 2)
    assert "Prudence\nOrdres de grandeur." in texts
    assert "• deux gras" in texts
    assert any("la mairie (mailto:mairie@exemple.fr)" in str(text) for text in texts)


def test_names_of_sheets_are_unique_and_accepted_whatever_the_captions() -> None:
    long = "Une légende bien trop longue pour être le nom d’une feuille"
    captions = [long, long, "Par lieu [1/2] : école ?", "Texte", "'", "par lieu 1 2 école", long.upper()]
    book = opened(document(*(table(caption, ("a", "1")) for caption in captions)))
    names = book.sheetnames[1:]
    assert len({name.lower() for name in names}) == len(captions)
    assert all(0 < len(name) <= 31 for name in book.sheetnames)
    assert "Tableau Texte" in names


def test_a_hostile_text_is_a_text() -> None:
    book = opened(hostile())
    for sheet in book:
        for row in sheet.iter_rows():
            assert all(cell.data_type != "f" for cell in row)
    formulas = opened(document(Heading(1, "=1"), table("=2+2", ("=A1", "=A2"), total=("+3", "@4"))))
    assert [cell.value for cell in formulas["=2+2"][2]] == ["=A1", "=A2"]


def test_the_same_document_gives_the_same_bytes() -> None:
    assert workbook.render(everything()) == workbook.render(everything())


@pytest.mark.slow
@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) is not installed on this machine")
def test_libreoffice_reads_the_same_numbers(tmp_path: Path) -> None:
    (tmp_path / "tout.xlsx").write_bytes(workbook.render(everything()))
    assert SOFFICE
    profile = f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}"
    command = [SOFFICE, profile, "--headless", "--convert-to", "fods", "--outdir", str(tmp_path)]
    subprocess.run(
        [*command, str(tmp_path / "tout.xlsx")],
        check=True, capture_output=True, timeout=180, env={**os.environ, "HOME": str(tmp_path)},
    )  # fmt: skip
    read = etree.parse(tmp_path / "tout.fods").getroot()
    names = {"office": NAMES["office"], "table": NAMES["table"]}
    sheet = read.find(".//table:table[@table:name='Empreinte par groupe']", names)
    values = [
        cell.get(f"{{{names['office']}}}value") for cell in sheet.iterfind(".//table:table-cell", names)
    ]
    assert [value for value in values if value] == ["1290", "490", "1780"]
