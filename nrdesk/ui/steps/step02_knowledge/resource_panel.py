"""One resource of the library: what it is, its link and what is known of it, what one made of it."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from nrdesk.core.fields import Field, Value
from nrdesk.core.fields.field import choice, long_text
from nrdesk.core.model import ReadingStatus, ResourceReading
from nrdesk.core.reference.resources import Resource
from nrdesk.ui.records.field_edit import FieldEdit
from nrdesk.ui.session import Session
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.card import Panel
from nrdesk.ui.widgets.flow import flow
from nrdesk.ui.widgets.form import Form

_STATUS = choice("status", "Votre avis", ReadingStatus)
_COMMENT = long_text("comment", "Remarque", "Pour qui, à quelle occasion, ce qu’il faut en retenir.")


class ResourcePanel(Panel):
    """A resource, and the two fields about it."""

    def __init__(self, session: Session) -> None:
        self._title = text.heading("")
        self._about = text.body("", terms=True)
        self._link_status = text.muted("")
        self._open = button("Ouvrir dans le navigateur", "external-link", on_click=self._browse)
        super().__init__(self._title, self._about, flow(self._open), self._link_status)
        self.body.setSpacing(8)
        self._session = session
        self._resource: Resource | None = None
        form = Form()
        self._edits = [
            FieldEdit(session, form, field, partial(self._write, field)) for field in (_STATUS, _COMMENT)
        ]
        self.add(form)
        self.body.addStretch(1)

    def show_resource(self, resource: Resource | None) -> None:
        """Show a resource, as the library describes it and as the document knows it."""
        if self._resource and self._resource != resource:
            for edit in self._edits:
                edit.save_typed()
        self._resource = resource
        if resource is None:
            return
        self._title.setText(text.tied(resource.title))
        self._about.setText(text.tied(_about(resource)))
        self._open.setVisible(bool(resource.url))
        self._open.setToolTip(resource.url)
        self._open.setAccessibleName(f"Ouvrir dans le navigateur\u00a0: {resource.title}")
        self._open.setAccessibleDescription(resource.url)
        self._link_status.setText(text.tied(_link_status(resource)))
        reading = self._reading() or ResourceReading(resource=resource.id)
        for edit in self._edits:
            edit.show(resource.id, edit.field.text(reading))

    def focus_status(self) -> None:
        """Give the focus to the first of the two fields."""
        self._edits[0].editor.setFocus()

    def _browse(self) -> None:
        if self._resource:
            QDesktopServices.openUrl(QUrl(self._resource.url))

    def _reading(self) -> ResourceReading | None:
        assert self._resource is not None
        found = self._session.document.all(ResourceReading, resource=self._resource.id)
        return found[0] if found else None

    def _write(self, field: Field, value: Value) -> None:
        assert self._resource is not None
        reading = self._reading()
        changes: dict[str, Any] = {field.name: value}
        with self._session.act(f"Modifier «\u00a0{field.label}\u00a0» ({self._resource.title})") as tx:
            if reading:
                tx.update(ResourceReading, reading.id, **changes)
            else:
                tx.add(ResourceReading(resource=self._resource.id, **changes))


def _about(resource: Resource) -> str:
    kind = f"{resource.type[0].upper()}{resource.type[1:]}"
    public = ", ".join(resource.audience)
    return f"{kind}. Public : {public}. Éditeur : {resource.publisher}. Coût : {resource.cost}."


def _link_status(resource: Resource) -> str:
    """Return what is known of the link, never more than what is known."""
    if not resource.url:
        return f"Pas d’adresse connue : {resource.link_status}."
    if resource.verified:
        return f"{resource.link_status[0].upper()}{resource.link_status[1:]}."
    return f"Lien non vérifié : {resource.link_status}."
