"""Text tables, however they were saved."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from nrdesk.core.exchange import read_source
from tests.core.exchange.helpers import csv_file, planned

TABLE = "N°;Catégorie;Modèle;Remarque\n1;Écran;P2419H;à côté\n2;Portable;Latitude;« neuf »\n"


@pytest.mark.parametrize(
    ("encoding", "found"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("cp1252", "cp1252"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
    ],
)
def test_the_encoding_is_found(tmp_path, encoding, found):
    source = read_source(csv_file(tmp_path, TABLE, encoding=encoding))
    assert source.encoding == found
    assert source.headers == ("N°", "Catégorie", "Modèle", "Remarque")
    assert source.rows[0].cells == ("1", "Écran", "P2419H", "à côté")


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_the_separator_is_found(tmp_path, separator, end):
    text = TABLE.replace(";", separator).replace("\n", end)
    source = read_source(csv_file(tmp_path, text))
    assert source.separator == separator
    assert [row.number for row in source.rows] == [2, 3]


def test_decimal_commas_do_not_pass_for_separators(tmp_path):
    rows = "".join(f"{i};Écran;{i},50;un, deux, trois\n" for i in range(1, 30))
    source = read_source(csv_file(tmp_path, "N°;Type;Prix;Remarque\n" + rows))
    assert source.separator == ";"


def test_excel_may_say_the_separator_itself(tmp_path):
    source = read_source(csv_file(tmp_path, "sep=|\nType|Quantité\nÉcran|4\n"))
    assert source.separator == "|"
    assert (source.header_row, source.rows[0].cells) == (2, ("Écran", "4"))


def test_cells_of_several_lines_keep_their_line_numbers(tmp_path):
    text = 'Type;Modèle;Remarque\nÉcran;A;"un\ndeux; trois"\nÉcran;B;\n'
    source = read_source(csv_file(tmp_path, text))
    assert [(row.number, row.cells[2]) for row in source.rows] == [(2, "un\ndeux; trois"), (4, "")]


def test_a_stray_quotation_mark_does_not_swallow_the_lines_that_follow(tmp_path):
    rows = "".join(f'{i};Écran;"24 pouces;Mairie\n' for i in range(1, 20))
    assert planned(csv_file(tmp_path, "N°;Type;Modèle;Lieu\n" + rows)).imported == 19


def test_trailing_separators_make_no_column(tmp_path):
    source = read_source(csv_file(tmp_path, "Type;Modèle;;;\nÉcran;A;;;\nÉcran;B;;;\n"))
    assert source.headers == ("Type", "Modèle")


def test_a_row_longer_than_the_titles_keeps_its_cells(tmp_path):
    source = read_source(csv_file(tmp_path, "Type;Modèle\nÉcran;A;en trop\nÉcran\n"))
    assert source.headers == ("Type", "Modèle", "")
    assert [row.cells for row in source.rows] == [("Écran", "A", "en trop"), ("Écran", "", "")]


def test_titles_are_found_under_what_was_written_above(tmp_path):
    above = "Commune de Test;;\nInventaire du service;2025;\n\n"
    plan = planned(csv_file(tmp_path, above + "Type;Modèle;Quantité\nÉcran;A;2\n"))
    assert plan.source.header_row == 4
    assert (plan.imported, plan.ignored) == (1, 3)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@given(
    rows=st.lists(
        st.lists(st.text(alphabet="aéÉ ;,\"'\n1€=-", max_size=8), min_size=2, max_size=2),
        min_size=1,
        max_size=8,
    )
)
def test_what_a_spreadsheet_saves_is_read_back(tmp_path_factory, encoding, rows):
    def quoted(cell: str) -> str:
        return '"' + cell.replace('"', '""') + '"'

    text = "Type;Modèle\r\n" + "".join(";".join(map(quoted, row)) + "\r\n" for row in rows)
    assume(any(cell.strip() for row in rows for cell in row))
    source = read_source(csv_file(tmp_path_factory.mktemp("csv"), text, encoding=encoding))
    width = len(source.headers)
    assert [row.cells for row in source.rows] == [tuple(row[:width]) for row in rows]
