"""Where the collectivité stands on one obligation: its progress, who sees to it, a remark."""

from __future__ import annotations

from functools import partial

from nrdesk.core.fields import Field, Value
from nrdesk.core.fields.evidence import TRACKING
from nrdesk.core.model import ObligationTracking
from nrdesk.core.model.obligation import Obligation
from nrdesk.ui.records.field_edit import FieldEdit
from nrdesk.ui.session import Session
from nrdesk.ui.widgets.form import Form


class TrackingForm(Form):
    """The fields of the tracking; its record is made with the first answer."""

    def __init__(self, session: Session, obligation: Obligation) -> None:
        super().__init__(columns=2)
        self._session, self._obligation = session, obligation
        self._edits = [FieldEdit(session, self, field, partial(self._write, field)) for field in TRACKING]

    def refresh(self) -> None:
        """Show what the document holds."""
        kept = self._session.document.all(ObligationTracking, obligation=self._obligation.id)
        tracking = kept[0] if kept else ObligationTracking(obligation=self._obligation.id)
        for edit in self._edits:
            edit.show(f"tracking:{self._obligation.id}", edit.field.text(tracking))

    def focus_first(self) -> None:
        """Bring the first field in sight and give it the focus."""
        self._edits[0].focus()

    def _write(self, field: Field, value: Value) -> None:
        document, obligation = self._session.document, self._obligation
        kept = document.ids(ObligationTracking, obligation=obligation.id)
        with self._session.act(f"Modifier «\u00a0{field.label}\u00a0» ({obligation.title})") as tx:
            if not kept:
                tracking = ObligationTracking(obligation=obligation.id)
                tx.add(tracking)
                kept = [tracking.id]
            tx.update(ObligationTracking, kept[0], **{field.name: value})
