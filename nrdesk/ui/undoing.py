"""Saying what was done, with a way back beside the sentence."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from nrdesk.ui.session import Session
from nrdesk.ui.widgets.messages import say


def say_undoable(parent: QWidget, session: Session, sentence: str) -> None:
    """Say what was just done and offer to undo it, and nothing else: the offer stays on screen meanwhile.

    Args:
        parent: the widget that speaks.
        session: the open document, whose last action is the one to undo.
        sentence: what was done, in French.
    """
    label = session.document.undo_label

    def undo() -> None:
        if session.document.undo_label == label:
            session.undo()
            say(parent, f"Annulé\u00a0: {label}.", "ok")
        else:
            say(parent, "D’autres modifications ont suivi\u00a0: annulez-les d’abord (Ctrl+Z).", "warn")

    say(parent, sentence, "ok", ("Annuler", undo))
