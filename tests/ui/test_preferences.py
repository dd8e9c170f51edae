"""The look chosen on this computer survives anything."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from nrdesk.core import paths
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


@pytest.fixture
def policy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The file of whoever manages the computer, not written yet."""
    file = tmp_path / "politique.json"
    monkeypatch.setattr(paths, "policy_files", lambda: (tmp_path / "absent.json", file))
    paths.policy.cache_clear()
    yield file
    paths.policy.cache_clear()


def test_a_policy_is_the_default_of_who_chose_nothing(policy: Path) -> None:
    policy.write_text('{"theme": "dark", "text_scale": 1.25}', encoding="utf-8-sig")
    assert preferences.load() == Preferences("dark", 1.25)
    preferences.save(Preferences("light", 2.0))
    assert preferences.load() == Preferences("light", 2.0)


def test_a_policy_that_decides_is_not_overruled(policy: Path) -> None:
    policy.write_text('{"text_scale": 1.5, "impose": true}', encoding="utf-8")
    preferences.save(Preferences("light", 2.0))
    assert preferences.load() == Preferences("system", 1.5)


@pytest.mark.parametrize("content", ["", "[]", "{", '{"theme": "rose"}', '{"text_scale": "grand"}'])
def test_a_policy_that_makes_no_sense_changes_nothing(policy: Path, content: str) -> None:
    policy.write_text(content, encoding="utf-8")
    assert preferences.load() == Preferences()


def test_a_policy_says_where_nrdesk_keeps_its_files(
    policy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PLACE", str(tmp_path))
    policy.write_text('{"user_folder": "$PLACE/nrdesk"}', encoding="utf-8")
    assert paths.user_folder() != tmp_path / "nrdesk", "NRDESK_HOME comes first"
    monkeypatch.delenv("NRDESK_HOME")
    assert paths.user_folder() == tmp_path / "nrdesk"
