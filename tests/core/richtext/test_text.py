"""What a rich text may hold, its canonical form, its words."""

import unicodedata

import pytest
from hypothesis import given

from nrdesk.core.richtext import (
    Bullets,
    Heading,
    Insert,
    Paragraph,
    RichText,
    Run,
    is_empty,
    lines,
    plain,
    tidy,
    words,
)
from nrdesk.core.richtext.characters import clean
from tests.core.richtext import strategies


def _paragraph(*runs: Run) -> RichText:
    return RichText((Paragraph(runs),))


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("a\x00b\u200bc\u202ed\ufeff", "abcd"),
        ("un\ndeux\u2028trois\tquatre", "un deux trois quatre"),
        ("👨\u200d👩\u200d👧 نص e\u0301", "👨\u200d👩\u200d👧 نص e\u0301"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("nu\u200dmé\u200crique", "numérique"),
        ("10\u202f000\u00a0€", "10\u202f000\u00a0€"),
        ("\uf0b7 puce de Word \ufffc \ud800", " puce de Word  "),
    ],
)
def test_characters_that_show_nothing_go_and_every_script_stays(typed: str, kept: str) -> None:
    assert clean(typed) == kept


@given(strategies.texts)
def test_a_clean_text_has_nothing_hidden_and_stays_as_it_is(text: str) -> None:
    kept = clean(text)
    assert clean(kept) == kept
    assert not [c for c in kept if unicodedata.category(c) in ("Cc", "Cs", "Co", "Zl", "Zp")]


def test_an_address_that_is_not_of_the_web_becomes_no_address() -> None:
    assert Run("ici", href="javascript:alert(1)").href == ""
    assert Run("ici", href="https://ademe.fr").href == "https://ademe.fr"


@pytest.mark.parametrize("level", [0, 4])
def test_titles_have_three_levels(level: int) -> None:
    with pytest.raises(ValueError, match="level"):
        Heading(level, "Titre")


def test_pieces_in_one_style_become_one_and_spaces_single() -> None:
    rich = _paragraph(Run("  Un "), Run(" mot", bold=True), Run("", italic=True), Run(" fort ", bold=True))
    assert tidy(rich) == _paragraph(Run("Un "), Run("mot fort", bold=True))


def test_empty_blocks_go_and_lists_of_one_kind_join() -> None:
    one, two = Bullets(((Run("un"),), (Run(" "),))), Bullets(((Run("deux"),),))
    rich = RichText((Heading(1, " "), one, Paragraph((Run("\u00a0"),)), two, Insert("")))
    assert tidy(rich) == RichText((Bullets(((Run("un"),), (Run("deux"),))),))


@given(strategies.rich_texts)
def test_the_canonical_form_is_one(rich: RichText) -> None:
    assert tidy(tidy(rich)) == tidy(rich)
    assert plain(tidy(rich)).split() == plain(rich).split()
    assert is_empty(rich) == (not tidy(rich).blocks)


def test_words_and_lines() -> None:
    rich = RichText(
        (
            Heading(1, "Notre ambition"),
            Insert("park"),
            Paragraph((Run("L’achat"), Run(" durable\u00a0: oui !"))),
            Bullets(((Run("un"),), (Run("deux"),)), numbered=True),
        )
    )
    assert lines(rich) == ("Notre ambition", "L’achat durable\u00a0: oui !", "un", "deux")
    assert plain(rich) == "Notre ambition\nL’achat durable\u00a0: oui !\nun\ndeux"
    assert words(rich) == 7
