"""The fictional communes: invented, coherent, made as a user would make them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from nrdesk.core import training
from nrdesk.core.document import Document
from nrdesk.core.errors import UserError
from nrdesk.core.model import Equipment
from nrdesk.core.reference import directory
from nrdesk.core.training.communes import KEYS, root, told
from tests.core.training.solutions import SOLUTIONS

Opened = Callable[[str], Document]


def test_they_are_of_three_sizes_and_of_nowhere() -> None:
    found = training.communes()
    assert [commune.key for commune in found] == list(KEYS)
    for commune, about in zip(found, (450, 2_800, 9_000), strict=True):
        assert abs(commune.population - about) < about / 50
        assert commune.name not in {place.name for place in directory.search(commune.name)}
        assert 150 < len(commune.story) < 650
        assert "'" not in commune.story


def test_their_files_are_all_there() -> None:
    assert {each.name for each in root().iterdir()} == {*KEYS, "exercices.toml"}
    assert training.materials("village") == ()
    # Two communes may lie in the same folder.
    names = [each.name for key in KEYS for each in training.materials(key)]
    assert names == ["inventaire-ecole.csv", "inventaire-des-ecoles.csv"]


@pytest.mark.parametrize("key", KEYS)
def test_a_document_is_sound_and_nothing_is_to_be_undone(key: str, opened: Opened) -> None:
    doc = opened(key)
    assert doc.verify() == []
    assert doc.undo_label is None
    assert doc.authority.is_demo
    assert doc.campaign.year == told(key)["year"]
    assert training.session_of(doc) is not None
    # The import kept every line of the inventory.
    assert doc.count(Equipment) == len((root() / key / "inventaire.csv").read_text("utf-8").splitlines()) - (
        0 if key == "bourg" else 1
    )


def test_what_an_exercise_hands_out_lies_beside_the_document(tmp_path: Path) -> None:
    handed_out = tmp_path / "inventaire-des-ecoles.csv"
    handed_out.write_text("corrigé à la main", encoding="utf-8")
    with training.create("ville", tmp_path / "ville.nrdesk", "Table 2"):
        assert handed_out.read_text("utf-8") == "corrigé à la main"


def test_a_file_that_is_there_is_never_replaced(tmp_path: Path) -> None:
    path = tmp_path / "exercice.nrdesk"
    path.write_bytes(b"autre chose")
    with pytest.raises(UserError, match="existe déjà"):
        training.create("village", path, "Table 1")
    assert path.read_bytes() == b"autre chose"


def test_beginning_again_keeps_what_was_done_and_the_table(opened: Opened) -> None:
    doc = opened("village")
    before = training.session_of(doc)
    first = training.exercises("village")[0]
    training.hint(doc, first)
    SOLUTIONS["quantite"](doc)
    assert training.score(doc).done == 1
    with training.reset(doc) as again:
        now = training.session_of(again)
        assert before is not None
        assert now is not None
        assert (again.path, now.table) == (doc.path, before.table)
        assert now.started_at > before.started_at
        assert training.score(again).done == 0
        assert training.hints_opened(again, first) == ()
        assert again.undo_label is None
        (backup,) = again.backups()
        assert [each.name for each in again.path.parent.glob("~*")] == []
    with Document.open(backup.path, read_only=True) as kept:
        assert training.score(kept).done == 1


def test_only_an_exercise_begins_again(opened: Opened, tmp_path: Path) -> None:
    doc = opened("village")
    with Document.create(tmp_path / "vrai.nrdesk", doc.authority, year=2026) as real:
        assert training.session_of(real) is None
        for refused in (training.reset, training.score, training.results):
            with pytest.raises(UserError, match="n’est pas un exercice"):
                refused(real)
        assert real.authority.name == doc.authority.name  # still open


def test_a_file_that_the_last_table_changed_is_handed_out_again(opened: Opened) -> None:
    doc = opened("bourg")
    handed_out = doc.path.with_name("inventaire-ecole.csv")
    as_new = handed_out.read_bytes()
    handed_out.write_text("corrigé à la main", encoding="utf-8")
    with training.reset(doc) as again:
        assert handed_out.read_bytes() == as_new
        (kept,) = again.path.parent.glob("*.sauvegardes/*inventaire-ecole.csv")
        assert kept.read_text("utf-8") == "corrigé à la main"


def test_a_table_has_a_short_name_of_one_line(tmp_path: Path) -> None:
    names = (("  Les\n Éclairés ", "Les Éclairés"), (" ", "Table"), ("T" * 500, "T" * 60))
    for rank, (typed, kept) in enumerate(names):
        with training.create("village", tmp_path / f"{rank}.nrdesk", typed) as doc:
            session = training.session_of(doc)
            assert session is not None
            assert session.table == kept
