"""Where an objective stands today, when nrdesk computes what it is measured by."""

from __future__ import annotations

from collections.abc import Callable

from nrdesk.core.ambition import FigureKind, Measured, figures, way
from nrdesk.core.assessment.figures import base_of, computed
from nrdesk.core.model import Objective
from nrdesk.ui.session import Session
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.card import Panel
from nrdesk.ui.widgets.charts import Bar, Bars
from nrdesk.ui.widgets.flow import flow
from nrdesk.ui.widgets.page import page_of


class MeasurePanel(Panel):
    """The value of today, the way done, the base that nrdesk proposes."""

    def __init__(self, session: Session, take_base: Callable[[FigureKind, Measured], object]) -> None:
        """Make it empty; `take_base` is called with a figure and the value to start from."""
        super().__init__()
        self._session = session
        self._proposed: tuple[FigureKind, Measured] | None = None
        self._kind: FigureKind | None = None
        self._known: dict[tuple[str, int | None], Measured | None] = {}
        """Figures worked out since the document last changed: identifier and base year, None for now."""
        self._take_base = take_base
        self.setAccessibleName("Où en est cet objectif")
        self.value = text.body("")
        self.note = text.muted("")
        self.bar = Bars()
        self.take = button("", on_click=self._take)
        self.take.setEnabled(not session.document.read_only)
        self.look = button("Voir ce chiffre", "chevron-right", kind="link", on_click=self._look)
        for widget in (text.strong("Où en est-on\u00a0?"), self.value, self.bar, self.note):
            self.add(widget)
        self.add(flow(self.take, self.look))

    def show_objective(self, objective: Objective) -> None:
        """Show where an objective stands."""
        kind = self._kind = figures().get(objective.measured_by)
        self.look.setVisible(kind is not None)
        if kind is None:
            self._proposed = None
            self.value.setText("nrdesk ne calcule pas cette mesure\u00a0: vous la relèverez à l’étape 9.")
            for widget in (self.bar, self.note, self.take):
                widget.hide()
            return
        now = self._now(kind)
        known = now.value is not None
        self.value.setText(f"{kind.label} en {now.year}\u00a0: {now.text}." if known else now.text)
        done = way(objective, now.value)
        self.bar.setVisible(done is not None)
        self.note.setVisible(done is not None)
        if done:
            self.bar.show_bars("Chemin fait", [Bar("", (min(max(done.share, 0.0), 1.0),), "")], full=1.0)
            self.note.setText(f"{done.text[:1].upper()}{done.text[1:]}.")
        self._propose(objective)

    def forget(self) -> None:
        """Work the figures out again: the document changed."""
        self._known.clear()

    def _now(self, kind: FigureKind) -> Measured:
        """Return the figure of the campaign shown; of the latest one, with all that was done since."""
        if (kind.id, None) not in self._known:
            document, shown = self._session.document, self._session.campaign
            latest = shown.id == document.campaign.id
            self._known[kind.id, None] = computed(
                document, kind.id, None if latest else shown, assessment=self._session.assessment()
            )
        found = self._known[kind.id, None]
        assert found is not None
        return found

    def _base(self, objective: Objective) -> Measured | None:
        """Return the figure of the base year; of the campaign shown while there is none."""
        if objective.base_year is None:
            return self._known.get((objective.measured_by, None))
        place = (objective.measured_by, objective.base_year)
        if place not in self._known:
            self._known[place] = base_of(self._session.document, objective)
        return self._known[place]

    def _propose(self, objective: Objective) -> None:
        """Offer what nrdesk computes as the base, unless it already is."""
        assert self._kind is not None
        base = self._base(objective)
        told = base is not None and base.value is not None and base.value != objective.base_value
        self._proposed = (self._kind, base) if base and told else None
        self.take.setVisible(told)
        if base and told:
            self.take.setText(f"Partir de {base.text} ({base.year})")

    def _take(self) -> None:
        if self._proposed:
            self._take_base(*self._proposed)

    def _look(self) -> None:
        page = page_of(self)
        if page and self._kind:
            page.go(self._kind.page)
