"""Texts on one line: what is kept of the spaces that somebody meant."""

from nrdesk.core.fields.field import text_line
from nrdesk.core.inventory.fields import FIELD
from nrdesk.core.written.words import line, plain_line

TIED = "Économiser 5\u202f800\u00a0kWh\u00a0: dès 2027"


def test_a_line_keeps_its_no_break_spaces():
    assert line(f"  {TIED}\u00a0\n\t suite  ") == f"{TIED}\u00a0 suite"
    assert line(TIED) == line(line(TIED)) == TIED
    assert line("a\u2003b\x00\u200b  c") == "a b\u200b c"


def test_what_is_told_apart_by_its_letters_has_plain_spaces():
    assert plain_line(f" {TIED} ") == "Économiser 5 800 kWh : dès 2027"
    assert FIELD["site"].read("École\u00a0Jules-Verne") == {"site": "École Jules-Verne"}


def test_a_field_of_one_line_shows_again_what_was_typed():
    assert text_line("title", "Titre").read(TIED) == TIED
