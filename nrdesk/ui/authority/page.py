"""The settings of the collectivité, what it shares, the look of its documents and of the window, its file."""

from __future__ import annotations

from collections.abc import Sequence

from nrdesk.core.fields import Field
from nrdesk.core.fields.authority import IDENTITY, POPULATION, STAFF
from nrdesk.core.model import Authority
from nrdesk.core.reference.plausibility import doubts
from nrdesk.ui.authority.documents_look_card import DocumentsLookCard
from nrdesk.ui.authority.file_card import FileCard
from nrdesk.ui.authority.look_card import LookCard
from nrdesk.ui.authority.sharing_card import sharing_card
from nrdesk.ui.records import RecordForm
from nrdesk.ui.session import Session
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.card import Card
from nrdesk.ui.widgets.page import Page


class AuthorityPage(Page):
    """What nrdesk knows of the collectivité: populations and staff decide of the obligations."""

    def __init__(self, session: Session) -> None:
        super().__init__(
            "Réglages de la collectivité", "Chaque champ est enregistré dès que vous le quittez."
        )
        self._session = session
        self._forms: list[RecordForm] = []
        for title, fields in (
            ("Identité", IDENTITY),
            ("Populations", POPULATION),
            ("Personnel, élus, achats", STAFF),
        ):
            self._add_form(title, fields)
        self._doubts = text.body("")
        text.set_tone(self._doubts, "warn")
        self.add(self._doubts)
        self._sharing = sharing_card(session)
        self.add(self._sharing)
        self._look = DocumentsLookCard(session)
        self.add(self._look)
        self._file = FileCard(session)
        self.add(self._file)
        self.add(LookCard(session))

    def refresh(self) -> None:
        for form in self._forms:
            form.refresh()
        said = doubts(self._session.document.authority)
        self._doubts.setText("\n".join(said))
        self._doubts.setVisible(bool(said))
        self._sharing.refresh()
        self._look.refresh()
        self._file.refresh()

    def reveal(self, field: str) -> None:
        if self._look.focus_field(field) or self._sharing.focus_field(field):
            return
        for form in self._forms:
            form.focus_field(field)

    def _add_form(self, title: str, fields: Sequence[Field]) -> None:
        authority = self._session.document.authority
        form = RecordForm(self._session, Authority, fields, authority.id, columns=3, flash=False)
        self._forms.append(form)
        card = Card(title)
        card.add(form)
        self.add(card)
