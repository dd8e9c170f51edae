"""The checklist keeps each answer once, with its remark, and one undo takes it back."""

from pathlib import Path

import pytest

from nrdesk.core.communication import checklist
from nrdesk.core.document import Document
from nrdesk.core.model import Authority, KitCheck
from nrdesk.core.reference.communication import CheckTheme, checks


def test_each_theme_has_its_items_and_the_whole_is_complete_when_all_are_ticked() -> None:
    none = checklist.of_answers([])
    assert all(none.of(theme) for theme in CheckTheme)
    assert not none.complete
    every = checklist.of_answers(KitCheck(item=id, done=True) for id in checks())
    assert every.complete
    assert "Tout est vérifié" in every.sentence


def test_an_answer_is_kept_once(tmp_path: Path) -> None:
    item = next(iter(checks()))
    with Document.create(tmp_path / "a.nrdesk", Authority(name="V"), year=2026) as document:
        checklist.answer(document, item, comment="")
        assert document.undo_label is None or "point" not in document.undo_label
        checklist.answer(document, item, done=True)
        checklist.answer(document, item, comment="Vu avec l’imprimeur")
        (kept,) = document.all(KitCheck)
        assert (kept.done, kept.comment) == (True, "Vu avec l’imprimeur")
        state = checklist.of_answers(document.all(KitCheck)).items[0]
        assert (state.done, state.comment) == (True, "Vu avec l’imprimeur")
        document.undo()
        document.undo()
        assert document.all(KitCheck) == []
        with pytest.raises(KeyError):
            checklist.answer(document, "nothing", done=True)
