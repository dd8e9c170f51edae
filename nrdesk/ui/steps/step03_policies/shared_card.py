"""What belongs to the EPCI: its documents, and what the law asks of it rather than of its communes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from nrdesk.core.compliance import Duty, epci_duties
from nrdesk.core.model import Authority, AuthorityKind, PolicyDocument, PolicyOwner
from nrdesk.core.reference import directory, obligations
from nrdesk.ui.session import Session
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.card import Card, Panel
from nrdesk.ui.widgets.flow import FlowLayout
from nrdesk.ui.widgets.layout import clear
from nrdesk.ui.widgets.pill import Pill


class SharedCard(Card):
    """Nothing of it is to be done again by the commune; hidden for an EPCI, whose duties are its own."""

    def __init__(self, session: Session) -> None:
        super().__init__("Ce qui relève de l’intercommunalité")
        self._session = session
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        self.add_layout(self._lines)

    def refresh(self) -> None:
        """Show what the document holds."""
        document = self._session.document
        authority = document.authority
        self.setHidden(authority.kind is not AuthorityKind.COMMUNE)
        clear(self._lines)
        name = authority.epci_name or "Votre intercommunalité"
        self._lines.addWidget(text.strong("Ses documents"))
        self._lines.addWidget(_documents(document.all(PolicyDocument, owner=PolicyOwner.EPCI)))
        self._lines.addWidget(text.strong("Ce que la loi lui demande, et pas à vous"))
        for duty in epci_duties(obligations.load(), authority, _epci(authority), dt.date.today()):
            self._lines.addWidget(_duty(duty))
        self._lines.addWidget(
            text.muted(
                f"{name} peut vous associer à son travail\u00a0: demandez-lui ce que vous pouvez partager."
            )
        )

    def focus_field(self, name: str) -> bool:
        """Return False: the checklist leads to the list of documents."""
        return False


def _epci(authority: Authority) -> Authority | None:
    place = directory.epci(authority.epci_siren) if authority.epci_siren else None
    return directory.authority(place) if place else None


def _documents(found: Sequence[PolicyDocument]) -> QWidget:
    if not found:
        return text.muted("Aucun n’est noté\u00a0: son plan climat ou son projet de territoire, par exemple.")
    return text.body(" · ".join(f"{each.title} ({each.status.label})" for each in found))


def _duty(duty: Duty) -> QWidget:
    pill = Pill("s’applique à elle", "accent") if duty.applies else Pill("à vérifier avec elle", "quiet")
    head = FlowLayout(gap=12)
    for widget in (text.strong(duty.obligation.title), pill):
        head.addWidget(widget)
    panel = Panel()
    panel.body.addLayout(head)
    panel.add(text.muted(duty.aim, terms=True))
    return panel
