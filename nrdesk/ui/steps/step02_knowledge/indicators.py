"""How many agents and élus were trained, in all and year by year, and what is missing to know it."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt

from nrdesk.core.formatting import NBSP, count, euros, percent, trimmed
from nrdesk.core.knowledge.training import Trained, TrainingFigures, training_of
from nrdesk.core.model import Authority
from nrdesk.ui.session import Session
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.card import Card
from nrdesk.ui.widgets.charts import Bar, Bars
from nrdesk.ui.widgets.page import page_of
from nrdesk.ui.widgets.reveal import reveal

_NAME = "Part des agents et des élus formés"


class IndicatorsCard(Card):
    """The two indicators of the step."""

    def __init__(self, session: Session) -> None:
        super().__init__("Qui a été formé")
        self._session = session
        self._summary = text.body("")
        self.chart = Bars()
        self._note = text.muted("")
        self._missing = text.label("", tone="warn")
        self._complete = button("Compléter la fiche", "pencil", on_click=self._go_to_settings)
        for widget in (self._summary, self.chart, self._note, self._missing, self._complete):
            self.add(widget)
        self.body.setAlignment(self._complete, Qt.AlignmentFlag.AlignLeft)

    def refresh(self) -> None:
        """Show what the document holds."""
        authority = self._session.document.authority
        figures = training_of(self._session.document)
        self._summary.setText(text.tied(_summary(figures)))
        bars = _bars(figures, authority)
        self.chart.show_bars(_NAME, bars, full=1.0)
        self.chart.setVisible(bool(bars))
        self._note.setText(figures.note)
        self._note.setVisible(bool(figures.note))
        missing = _missing(authority)
        self._missing.setText(missing)
        self._missing.setVisible(bool(missing))
        self._complete.setVisible(bool(missing))

    def focus_field(self, name: str) -> bool:
        """Lead here, or to the number that is missing; return whether the name is that of this card."""
        if name != "indicators":
            return False
        reveal(self if self._complete.isHidden() else self._complete)
        return True

    def _go_to_settings(self) -> None:
        field = "elected" if self._session.document.authority.agents else "agents"
        if page := page_of(self):
            page.go("authority", field)


def _summary(figures: TrainingFigures) -> str:
    """Return what was done so far, in one or two sentences."""
    if not figures.sessions:
        coming = f" {count(figures.planned, 'séance')} à venir." if figures.planned else ""
        return f"Aucune séance tenue pour l’instant.{coming}"
    held = count(figures.sessions, "séance tenue", "séances tenues")
    hours = f", {trimmed(figures.hours)}{NBSP}h en tout" if figures.hours else ""
    cost = f", {euros(figures.cost)} hors taxes" if figures.cost else ""
    coming = f", {figures.planned} à venir" if figures.planned else ""
    people = f"{count(figures.agents_trained, 'agent')} et {count(figures.elected_trained, 'élu')}"
    return f"{held}{coming}{hours}{cost}. Personnes formées : {people}."


def _bars(figures: TrainingFigures, authority: Authority) -> list[Bar]:
    """Return the bars of the shares that are known: in all, then each year when there are several."""
    periods: list[tuple[str, Trained]] = [("", figures)]
    if len(figures.by_year) > 1:
        periods += [(f" en {year}", found) for year, found in figures.by_year.items()]
    return [bar for when, found in periods for bar in _pair(when, found, authority)]


def _pair(when: str, found: Trained, authority: Authority) -> Iterator[Bar]:
    for who, trained, share, staff in (
        ("Agents", found.agents_trained, found.share_agents, authority.agents),
        ("Élus", found.elected_trained, found.share_elected, authority.elected),
    ):
        if share is not None:
            yield Bar(f"{who}{when}", (share,), f"{percent(share)} ({trained} sur {staff})")


def _missing(authority: Authority) -> str:
    """Return what has to be filled in to know the shares, empty when nothing."""
    missing = [
        words
        for number, words in ((authority.agents, "d’agents"), (authority.elected, "d’élus"))
        if not number
    ]
    if not missing:
        return ""
    numbers = " et le nombre ".join(missing)
    return f"Indiquez le nombre {numbers} de la collectivité pour connaître la part formée."
