"""Sorting and searching as a French reader expects."""

from hypothesis import given
from hypothesis import strategies as st

from nrdesk.ui.inventory.order import Search, arrange, collate, fold, search


def test_accents_ligatures_and_case_do_not_count() -> None:
    assert fold("École") == fold("ecole") == "ecole"
    assert fold("Œuvre d’art") == "oeuvre d'art"


def test_numbers_sort_by_value() -> None:
    names = ["NR10", "NR2", "nr1"]
    assert sorted(names, key=lambda name: collate(name) or "") == ["nr1", "NR2", "NR10"]


def test_empty_cells_come_last_both_ways() -> None:
    keys = {"a": collate("Mairie"), "b": collate(" "), "c": collate("École"), "d": None}
    assert arrange("abcd", keys) == ["c", "a", "b", "d"]
    assert arrange("abcd", keys, descending=True) == ["a", "c", "b", "d"]


def test_equal_keys_keep_their_order() -> None:
    assert arrange("cab", {"a": 1.0, "b": 0.0, "c": 1.0}) == ["b", "c", "a"]
    assert arrange("cab", {"a": 1.0, "b": 0.0, "c": 1.0}, descending=True) == ["c", "a", "b"]


def test_every_word_must_be_found_anywhere_in_the_line() -> None:
    ids, texts = ["1", "2"], [fold("École\nÉcran"), fold("Mairie\nÉcran")]
    assert search(ids, texts, "ecran") == ["1", "2"]
    assert search(ids, texts, "écran ECOLE") == ["1"]
    assert search(ids, texts, "rien") == []
    assert search(ids, texts, "  ") == ["1", "2"]


@given(st.lists(st.text("abé ", max_size=6), max_size=6))
def test_typing_on_finds_what_a_new_search_finds(typed: list[str]) -> None:
    texts = ["ab", "ba e", "ae b", "eab", ""]
    ids = [str(n) for n in range(len(texts))]
    going_on = Search(ids, texts)
    for wanted in typed:
        for letters in range(len(wanted) + 1):
            assert going_on.find(wanted[:letters]) == search(ids, texts, wanted[:letters])
