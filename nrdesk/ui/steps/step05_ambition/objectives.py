"""The list of the objectives, with the five letters and the measure beside the form."""

from __future__ import annotations

import datetime as dt
from typing import Any

from nrdesk.core import dates
from nrdesk.core.ambition import FigureKind, Measured, figures, in_order, smart, value_text
from nrdesk.core.errors import UserError
from nrdesk.core.fields.ambition import objective
from nrdesk.core.model import Objective, PriorityAxis, Record
from nrdesk.ui import errors
from nrdesk.ui.records import RankedSection
from nrdesk.ui.records.record_list import Line
from nrdesk.ui.session import Session
from nrdesk.ui.steps.step05_ambition.measure_panel import MeasurePanel
from nrdesk.ui.steps.step05_ambition.smart_panel import SmartPanel

_NARROWEST = 165
"""Two columns of numbers and short answers fit beside the list; what is long takes the whole width."""


class ObjectivesSection(RankedSection):
    """The objectives of the document."""

    def __init__(self, session: Session) -> None:
        super().__init__(
            session,
            Objective,
            objective({kind.id: kind.label for kind in figures().values()}),
            title="Les objectifs",
            columns=("title",),
            add_label="Ajouter un objectif",
            noun="un objectif",
            empty="Deux ou trois objectifs suffisent. Par exemple\u00a0: garder les ordinateurs sept ans au "
            "lieu de cinq d’ici 2030.",
            defaults=lambda: {"axis_id": self._only_axis()},
            places={"objectives": ""},
            narrowest=_NARROWEST,
        )
        self.smart = SmartPanel()
        self.measure = MeasurePanel(session, self._take_base)
        self.show_under(self.smart)
        self.show_under(self.measure)
        self.form.edited.connect(self._show_draft)

    def refresh(self) -> None:
        axes = in_order(self._session.document.all(PriorityAxis))
        names = {axis.id: f"{rank}. {axis.title or '(sans nom)'}" for rank, axis in enumerate(axes, 1)}
        self.measure.forget()
        self.form.offer("axis_id", {"": "", **names})
        super().refresh()
        self._show_draft()

    def _line_of(self, record: Record) -> Line:
        assert isinstance(record, Objective)
        target = value_text(record.target_value, record.unit)
        due = dates.short(record.due) if record.due else ""
        return Line(record.id, self._title(record), " · ".join(filter(None, (target, due, record.owner))))

    def _show(self, record_id: str | None) -> None:
        super()._show(record_id)
        self._show_draft()

    def _show_draft(self) -> None:
        """Look at the objective as it is being typed."""
        draft = self.form.draft()
        if isinstance(draft, Objective):
            axes = self._session.document.all(PriorityAxis)
            self.smart.show_letters(smart(draft, axes, dt.date.today()))
            self.measure.show_objective(draft)

    def _take_base(self, kind: FigureKind, base: Measured) -> None:
        """Write what nrdesk computes as the base, and name what is measured if it is not yet."""
        self.form.save()
        record = self._current()
        if not isinstance(record, Objective):
            return
        changes: dict[str, Any] = {"base_year": base.year, "base_value": base.value, "unit": kind.unit}
        if not record.indicator:
            changes["indicator"] = kind.label
        try:
            with self._session.act(self._label("Reprendre le point de départ", record)) as tx:
                tx.update(Objective, record.id, **changes)
        except UserError as error:
            errors.show_error(self, error)
        self.refresh()
        self.form.focus_field("target_value")

    def _only_axis(self) -> str | None:
        """Return the axis of a new objective: the only one there is, none when one must choose."""
        axes = self._session.document.ids(PriorityAxis)
        return axes[0] if len(axes) == 1 else None
