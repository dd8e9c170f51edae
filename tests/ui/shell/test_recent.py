"""The list of recent files survives anything."""

from pathlib import Path

import pytest

from nrdesk.ui.shell import recent


def test_the_latest_comes_first_and_once(tmp_path: Path) -> None:
    one, other = tmp_path / "un.nrdesk", tmp_path / "deux.nrdesk"
    for path in (one, other, one):
        recent.remember(path, path.stem)
    assert [each.name for each in recent.load()] == ["un", "deux"]
    recent.forget(one)
    assert [each.name for each in recent.load()] == ["deux"]


def test_only_the_last_ones_are_kept(tmp_path: Path) -> None:
    for number in range(recent.MOST + 3):
        recent.remember(tmp_path / f"{number}.nrdesk", str(number))
    assert len(recent.load()) == recent.MOST


@pytest.mark.parametrize("content", ["", "{", "[1]", '{"path": 3}', "[null]"])
def test_a_list_that_makes_no_sense_is_no_list(home: Path, content: str) -> None:
    home.mkdir()
    (home / "recent.json").write_text(content, encoding="utf-8")
    assert recent.load() == []
