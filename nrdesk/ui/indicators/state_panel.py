"""Where the current indicator stands: its last value, the reason to worry, its chart, what to do."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

from nrdesk.core import dates
from nrdesk.core.formatting import NBSP
from nrdesk.core.monitoring import automatic
from nrdesk.core.monitoring.indicators import IndicatorState, readable
from nrdesk.ui.indicators.path_chart import PathChart
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.card import Panel
from nrdesk.ui.widgets.flow import flow
from nrdesk.ui.widgets.pill import Pill

Act = Callable[[], object]


def tone(state: IndicatorState) -> str:
    """Return the kind of pill that says where an indicator stands."""
    if state.last is None:
        return "quiet"
    if state.off_track:
        return "bad"
    return "ok" if state.path.points else "accent"


class StatePanel(Panel):
    """The last value in large, a sentence, the chart, the gestures."""

    def __init__(self, *, type_in: Act, read: Act, read_past: Act, explain: Act, explain_figure: Act) -> None:
        """Make it empty.

        Args:
            type_in: adds a reading to be typed.
            read: has nrdesk read the indicator now.
            read_past: has nrdesk read the earlier campaigns.
            explain: explains where it stands.
            explain_figure: explains the figure that nrdesk computes.
        """
        super().__init__()
        self.body.setSpacing(8)
        self.setAccessibleName("Où en est cet indicateur")
        self.title = text.strong("")
        self.value = text.figure("")
        self.pill = Pill("", "quiet")
        self.when = text.muted("")
        self.reason = text.body("")
        self.chart = PathChart()
        self.hint = text.muted("Un relevé et une cible datés dessineront le chemin.")
        self.type_in = button("Saisir un relevé", "plus", on_click=type_in)
        self.read = button("Relever maintenant", "refresh-cw", on_click=read)
        self.read_past = button("Relever les années passées", "history", on_click=read_past)
        self.explain = button("Expliquer ce chiffre", kind="link", on_click=explain)
        self.explain_figure = button("Comment nrdesk le calcule", kind="link", on_click=explain_figure)
        self.add(self.title)
        self.add(flow(self.value, self.pill))
        for widget in (self.when, self.reason, self.chart, self.hint):
            self.add(widget)
        self.add(flow(self.type_in, self.read, self.read_past, self.explain, self.explain_figure))

    def show_state(self, state: IndicatorState, today: dt.date, *, past: Sequence[int], locked: bool) -> None:
        """Show an indicator.

        Args:
            state: where it stands.
            today: the day of that state.
            past: years of the earlier campaigns.
            locked: whether the document can only be read.
        """
        self.title.setText(state.title)
        self.value.setText(state.text(state.value) or "—")
        self.pill.show_state(state.words, tone(state))
        self.when.setText(_when(state))
        told = " ".join(filter(None, (state.reason or state.due_reason, state.remark)))
        self.reason.setText(told)
        self.reason.setVisible(bool(told))
        self.chart.show_state(state, today)
        self.chart.setVisible(self.chart.enough)
        self.hint.setHidden(self.chart.enough)
        computed = automatic.is_automatic(state.indicator)
        self.read.setVisible(computed)
        self.explain_figure.setVisible(computed)
        known = {(each.read_on or "")[:4] for each in state.readings}
        self.read_past.setVisible(computed and any(str(year) not in known for year in past))
        for each in (self.type_in, self.read, self.read_past):
            each.setEnabled(not locked)


def _when(state: IndicatorState) -> str:
    if state.last is None or state.last.read_on is None:
        return "Aucun relevé pour l’instant."
    words = f"Relevé{NBSP}: {dates.partial_in_letters(state.last.read_on)}"
    if state.way:
        words = f"{words} · {state.way.text}"
    if state.expected is not None:
        return f"{words} · attendu aujourd’hui{NBSP}: {state.text(readable(state.expected))}"
    return words
