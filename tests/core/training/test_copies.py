"""An exercise remains one in an anonymised copy, without the name of its table."""

from collections.abc import Callable
from pathlib import Path

import pytest

from nrdesk.core import training
from nrdesk.core.anonymise import anonymise
from nrdesk.core.document import Document
from nrdesk.core.training.session import SETTING, unnamed


def test_an_anonymised_copy_is_an_exercise_too(opened: Callable[[str], Document], tmp_path: Path) -> None:
    doc = opened("village")
    before = training.session_of(doc)
    assert before is not None
    with doc.action("Se nommer") as tx:
        tx.set_setting(SETTING, {"commune": "village", "table": "Jeanne", "started_at": before.started_at})
    anonymise(doc, tmp_path / "copie.nrdesk")
    assert b"Jeanne" not in (tmp_path / "copie.nrdesk").read_bytes()
    with Document.open(tmp_path / "copie.nrdesk") as copy:
        session = training.session_of(copy)
        assert session is not None
        assert (session.commune, session.table) == ("village", "Table")
        assert training.score(copy).total == training.score(doc).total


@pytest.mark.parametrize(
    "value",
    [
        None,
        "Jeanne",
        {"commune": "Jeanne", "table": "", "started_at": "2026-11-22T08:00:00.000Z"},
        {"commune": "village", "table": "", "started_at": "Jeanne"},
        {"commune": "village", "table": "", "started_at": "2026-11-22"},
        {"commune": "village", "table": ""},
    ],
)
def test_what_is_not_a_session_is_not_taken_for_one(value: object) -> None:
    assert unnamed(value) is None


def test_a_commune_of_a_newer_nrdesk_is_stamped_all_the_same(opened: Callable[[str], Document]) -> None:
    doc = opened("village")
    with doc.action("Nouvelle commune") as tx:
        tx.set_setting(SETTING, {"commune": "archipel", "table": "T", "started_at": "2030-01-01T08:00:00Z"})
    assert training.session_of(doc) is None
    assert training.is_exercise(doc)
