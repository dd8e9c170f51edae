import pytest

from nrdesk.core.errors import SurroundingsError, UserError
from nrdesk.core.reference.table import read


@pytest.fixture
def table(tmp_path):
    def write(text, encoding="utf-8"):
        file = tmp_path / "table.csv"
        file.write_bytes(text.encode(encoding))
        return file

    return write


def test_cells_are_read_by_name(table):
    (row,) = read(table("id;value;flag;parts\n a ; 1,5 ;yes;x; \n".replace("x; ", '"x;y, z"')))
    assert row.text("id") == "a"
    assert row.number("value") == 1.5
    assert row.flag("flag") is True
    assert row.list("parts") == ("x", "y", "z")


def test_an_empty_cell_is_nothing_rather_than_zero(table):
    (row,) = read(table("id;value\na;\n"))
    assert row.number("value") is None
    assert row.integer("value") is None
    assert row.text("value", "absent") == "absent"
    assert row.text("no such column") == ""


def test_byte_order_mark_and_blank_lines_are_ignored(table):
    rows = list(read(table("\ufeffid\na\n\nb\n")))
    assert [row.text("id") for row in rows] == ["a", "b"]


@pytest.mark.parametrize(
    ("text", "column", "getter", "words"),
    [
        ("id;v\na;douze\n", "v", "number", "n’est pas un nombre"),
        ("id;v\na;nan\n", "v", "number", "n’est pas un nombre fini"),
        ("id;v\na;1.5\n", "v", "integer", "n’est pas un nombre entier"),
        ("id;v\na;oui\n", "v", "flag", "n’est ni"),
        ("id;v\na;\n", "v", "required", "est vide"),
    ],
)
def test_what_cannot_be_read_is_said_with_file_and_line(table, text, column, getter, words):
    (row,) = read(table(text))
    with pytest.raises(UserError, match=words) as caught:
        getattr(row, getter)(column)
    assert caught.value.what.startswith("table.csv, ligne 2")


def test_a_missing_column_is_named(table):
    with pytest.raises(UserError, match="« source »".replace(" ", "\u00a0")):
        list(read(table("id\na\n"), ("id", "source")))


def test_a_line_with_too_many_cells_is_refused(table):
    with pytest.raises(UserError, match="3 cellules pour 2 colonnes"):
        list(read(table("id;v\na;1;2\n")))


def test_another_encoding_is_refused_with_what_to_do(table):
    with pytest.raises(UserError, match="UTF-8") as caught:
        list(read(table("id;v\né;1\n", "cp1252")))
    assert "Enregistrez" in caught.value.todo


def test_an_unclosed_quote_is_refused(table):
    with pytest.raises(UserError, match="n’est pas un tableau lisible"):
        list(read(table('id;v\n"a;1\n')))


def test_an_absent_file_is_the_surroundings_fault(tmp_path):
    with pytest.raises(SurroundingsError, match="ne peut pas être lu"):
        list(read(tmp_path / "absent.csv"))
