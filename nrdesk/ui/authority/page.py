"""The settings of the collectivité, of its file, and the look of the window."""

from __future__ import annotations

from nrdesk.ui.authority.fields import IDENTITY, POPULATION, STAFF
from nrdesk.ui.authority.file_card import FileCard
from nrdesk.ui.authority.form_card import FormCard
from nrdesk.ui.authority.look_card import LookCard
from nrdesk.ui.session import Session
from nrdesk.ui.widgets.page import Page


class AuthorityPage(Page):
    """What nrdesk knows of the collectivité: populations and staff decide of the obligations."""

    def __init__(self, session: Session) -> None:
        super().__init__(
            "Réglages de la collectivité", "Chaque champ est enregistré dès que vous le quittez."
        )
        self._forms = (
            FormCard(session, "Identité", IDENTITY),
            FormCard(session, "Populations", POPULATION),
            FormCard(session, "Personnel, élus, achats", STAFF),
        )
        for form in self._forms:
            self.add(form)
        self._file = FileCard(session)
        self.add(self._file)
        self.add(LookCard(session))

    def refresh(self) -> None:
        for form in self._forms:
            form.refresh()
        self._file.refresh()

    def reveal(self, field: str) -> None:
        for form in self._forms:
            if edit := form.field(field):
                edit.setFocus()
                edit.selectAll()
