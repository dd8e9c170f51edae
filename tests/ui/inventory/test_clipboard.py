"""Blocks of cells go to a spreadsheet and come back as they were."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nrdesk.ui.inventory.clipboard import parse, render


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("", []),
        ("Mairie", [["Mairie"]]),
        ("NR001\tÉcran\r\nNR002\tPortable\r\n", [["NR001", "Écran"], ["NR002", "Portable"]]),
        ("a\t\n\tb\n", [["a", ""], ["", "b"]]),
        ("a\tb\nc\n", [["a", "b"], ["c", ""]]),
        ('"deux\nlignes"\tfin\n', [["deux\nlignes", "fin"]]),
        ('"écran 24"" incurvé"\tfin', [['écran 24" incurvé', "fin"]]),
        ('24" Iiyama\tfin', [['24" Iiyama', "fin"]]),
        ('"jamais fermé\tfin\nNR002', [['"jamais fermé', "fin"], ["NR002", ""]]),
        ('"à moitié" cité\tfin', [['"à moitié" cité', "fin"]]),
    ],
)
def test_reads_what_spreadsheets_copy(text: str, cells: list[list[str]]) -> None:
    assert parse(text) == cells


_cells = st.text(st.characters(exclude_characters="\r", exclude_categories=["Cs"]), max_size=8)


@given(st.integers(1, 4).flatmap(lambda w: st.lists(st.lists(_cells, min_size=w, max_size=w), min_size=1)))
def test_a_block_comes_back_as_it_went(block: list[list[str]]) -> None:
    assert parse(render(block)) == block


def test_a_long_clipboard_full_of_stray_quotes_is_read_in_no_time() -> None:
    text = '"stray\t' * 20_000
    assert len(parse(text)[0]) == 20_001
