"""A questionnaire filled in elsewhere, taken back: what is in it, then one action to undo."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from nrdesk.core.errors import UserError
from nrdesk.core.formatting import NBSP, count
from nrdesk.ui.dialogs import file_to_open
from nrdesk.ui.errors import show_error
from nrdesk.ui.session import Session
from nrdesk.ui.undoing import say_undoable
from nrdesk.ui.widgets.messages import ask, report

if TYPE_CHECKING:
    from nrdesk.core.exchange.maturity_file import PlannedAnswer

_KINDS = "Tableaux (*.xlsx *.ods *.xls *.csv);;Tous les fichiers (*)"
_SHOWN = 8
"""Rejected lines told in the question; the others are counted."""


def take_back(parent: QWidget, session: Session) -> None:
    """Ask for a file, say what it holds, and take its answers once the user agrees."""
    # Reading other people's files comes with it: not before somebody asks for it.
    from nrdesk.core.exchange import maturity_file
    from nrdesk.core.exchange.maturity_file import Outcome

    path = file_to_open(parent, "Reprendre un questionnaire rempli", _KINDS)
    if path is None:
        return
    try:
        plan = maturity_file.plan_maturity(session.document, path, session.campaign)
        details = "\n".join((maturity_file.in_words(plan), *_rejects(plan.rejected)))
        taken = plan.number(Outcome.TAKEN)
        if not taken:
            report(parent, "nrdesk", f"Ce tableau n’apporte aucune réponse nouvelle. {details}")
            return
        question = f"Reprendre {count(taken, 'réponse')} dans la campagne {session.campaign.year}{NBSP}?"
        if not ask(parent, question, yes="Reprendre", details=details):
            return
        maturity_file.apply_maturity(session.document, plan)
    except UserError as error:
        show_error(parent, error)
    else:
        say_undoable(parent, session, f"{count(taken, 'réponse reprise', 'réponses reprises')}.")


def _rejects(rejected: Sequence[PlannedAnswer]) -> list[str]:
    told = [f"Ligne {row.number}{NBSP}: {row.reason}." for row in rejected[:_SHOWN]]
    if len(rejected) > _SHOWN:
        told.append(f"… et {len(rejected) - _SHOWN} autres lignes rejetées.")
    return told
