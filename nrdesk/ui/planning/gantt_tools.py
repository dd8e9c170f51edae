"""Around the calendar: how much of it one sees, where today is, what its signs mean."""

from __future__ import annotations

import datetime as dt
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from nrdesk.core.model import Action, ActionStatus
from nrdesk.core.planning.schedule import ScheduledRow
from nrdesk.ui import theme
from nrdesk.ui.planning import gantt_paint as paint
from nrdesk.ui.planning.gantt_rows import Row
from nrdesk.ui.planning.gantt_scale import Zoom
from nrdesk.ui.session import Session
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.flow import FlowLayout
from nrdesk.ui.widgets.layout import row

PRINTED = "calendrier-du-plan"
"""Key of the report that is the calendar on paper."""
_WIDE, _HIGH = 30, 16
"""Size of a sign of the legend, in pixels for normal text."""
_DAY = dt.date(2026, 1, 1)


class GanttTools(QWidget):
    """The buttons above the calendar."""

    zoomed = Signal(object)
    """A `Zoom` was chosen."""
    today_asked = Signal()
    link_asked = Signal()
    sort_asked = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        # No group of Qt's: in one, Tab passes over those that are not pressed.
        self.zooms: dict[Zoom, QPushButton] = {}
        for zoom in Zoom:
            made = self.zooms[zoom] = button(zoom.label, on_click=partial(self._choose, zoom))
            made.setCheckable(True)
            made.setChecked(zoom is Zoom.QUARTER)
            made.setAccessibleName(f"Échelle\u00a0: {zoom.label.lower()}")
        self._link = button(
            "Attendre une autre action…",
            "link",
            on_click=self.link_asked.emit,
            help="L’action choisie attendra la fin d’une autre (Ctrl+L)",
        )
        flow = FlowLayout()
        flow.addWidget(row(*self.zooms.values(), gap=2))
        flow.addWidget(button("Aujourd’hui", "calendar-clock", on_click=self.today_asked.emit))
        flow.addWidget(self._link)
        flow.addWidget(
            button(
                "Ranger par date",
                "list-ordered",
                on_click=self.sort_asked.emit,
                help="Remettre en haut les actions qui commencent le plus tôt",
            )
        )
        flow.addWidget(
            button("Imprimer en A3…", "file-text", on_click=self._print, help="Un PDF au format A3 paysage")
        )
        self._undated = text.muted("", wrap=False)
        flow.addWidget(self._undated)
        self.setLayout(flow)

    def tell(self, undated: str) -> None:
        """Say how many actions have no dates; "" hides it."""
        self._undated.setText(undated)
        self._undated.setVisible(bool(undated))

    def allow_link(self, allowed: bool) -> None:
        """Say whether the current row may be linked."""
        self._link.setEnabled(allowed)

    def _choose(self, chosen: Zoom) -> None:
        for zoom, made in self.zooms.items():
            made.setChecked(zoom is chosen)
        self.zoomed.emit(chosen)

    def _print(self) -> None:
        from nrdesk.ui.documents.exporting import export_document

        export_document(self, self._session, PRINTED, "Calendrier du plan", "pdf")


class Legend(QWidget):
    """What the signs of the calendar mean, each drawn as it is there."""

    def __init__(self) -> None:
        super().__init__()
        flow = FlowLayout(gap=16)
        for sign in (
            _Bar("à lancer", Action()),
            _Bar("en cours", Action(status=ActionStatus.UNDER_WAY, progress=50)),
            _Bar("terminé", Action(status=ActionStatus.DONE)),
            _Bar("bloqué", Action(blocked=True)),
            _Bar("abandonné", Action(status=ActionStatus.DROPPED)),
            _Bar("chaîne critique", Action(), critical=True),
            _Milestone("jalon"),
            _Today("aujourd’hui"),
        ):
            flow.addWidget(row(sign, text.label(sign.words, "small", "muted", wrap=False, terms=True), gap=6))
        self.setLayout(flow)


class _Sign(QWidget):
    """A sign of the calendar; the words beside it are for everyone."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.words = words
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(_WIDE), theme.px(_HIGH))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.draw(painter)
        painter.end()

    def draw(self, painter: QPainter) -> None:
        """Draw the sign in the middle."""
        raise NotImplementedError


class _Bar(_Sign):
    def __init__(self, words: str, action: Action, *, critical: bool = False) -> None:
        super().__init__(words)
        # Without an end, a bar would have the dashes of what is still to fix.
        self._row = Row(action, ScheduledRow("", _DAY, _DAY, critical=critical))

    def draw(self, painter: QPainter) -> None:
        paint.paint_bar(painter, self.rect().adjusted(2, 2, -2, -6), self._row)


class _Milestone(_Sign):
    def draw(self, painter: QPainter) -> None:
        paint.paint_mark(painter, self.width() // 2, self.height() // 2, reached=False)


class _Today(_Sign):
    def draw(self, painter: QPainter) -> None:
        painter.setPen(QPen(QColor(theme.tokens().bad), 2, Qt.PenStyle.DashLine))
        middle = self.rect().center().x()
        painter.drawLine(middle, 0, middle, self.height())
