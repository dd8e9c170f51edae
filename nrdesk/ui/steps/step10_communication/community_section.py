"""The community of those who are really committed, and the commitments signed."""

from __future__ import annotations

import datetime as dt

from PySide6.QtWidgets import QVBoxLayout

from nrdesk.core.communication import community
from nrdesk.core.fields.communication import COMMITMENT, PIONEER
from nrdesk.core.model import ChosenMoment, Commitment, Pioneer
from nrdesk.ui.records import RecordSection
from nrdesk.ui.session import Session
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.layout import clear


class CommunitySection(RecordSection):
    """The members, and when they meet."""

    def __init__(self, session: Session) -> None:
        self._state = text.body("")
        self._remarks = QVBoxLayout()
        self._remarks.setSpacing(2)
        super().__init__(
            session,
            Pioneer,
            PIONEER,
            title="Les volontaires",
            columns=("name", "service"),
            add_label="Ajouter un volontaire",
            noun="un volontaire",
            empty="",
            essential=False,
            places={"community": ""},
            help="Agents, élus, habitants, associations\u00a0: ceux qui font vivre la démarche au quotidien. "
            "Leurs rencontres se notent dans les moments de l’année.",
        )
        self.body.insertWidget(2, self._state)
        self.body.insertLayout(3, self._remarks)

    def refresh(self) -> None:
        """Show what the document holds."""
        super().refresh()
        self._empty.hide()
        document = self._session.document
        found = community.state(document.all(Pioneer), document.all(ChosenMoment), dt.date.today())
        self._state.setText(found.sentence)
        clear(self._remarks)
        for remark in found.remarks:
            self._remarks.addWidget(text.muted(remark, terms=True))


def commitments(session: Session) -> RecordSection:
    """Return the list of those who signed a commitment."""
    return RecordSection(
        session,
        Commitment,
        COMMITMENT,
        title="Les engagements signés",
        columns=("name", "signed", "function"),
        add_label="Ajouter un engagement",
        noun="un engagement",
        empty="Personne n’a signé pour l’instant. La feuille à signer est dans le kit.",
        essential=False,
        places={"commitments": ""},
    )
