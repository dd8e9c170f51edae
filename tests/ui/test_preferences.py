"""The look chosen on this computer survives anything."""

from pathlib import Path

import pytest

from nrdesk.ui import preferences
from nrdesk.ui.preferences import Preferences


def test_what_is_chosen_is_found_again() -> None:
    assert preferences.load() == Preferences()
    preferences.save(Preferences("dark", 1.5))
    assert preferences.load() == Preferences("dark", 1.5)


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{",
        "[]",
        '{"theme": "rose", "text_scale": 1}',
        '{"theme": "dark", "text_scale": 9}',
        '{"theme": 1}',
    ],
)
def test_a_file_that_makes_no_sense_gives_the_defaults(home: Path, content: str) -> None:
    home.mkdir()
    (home / "preferences.json").write_text(content, encoding="utf-8")
    assert preferences.load() == Preferences()
