"""The map of actors: influence upwards, interest to the right; names are dragged, or moved with the arrows.

Notes are whole numbers: the map is a grid of cells, and the names of a cell stand one under the other, so
that none hides another. A row is as tall as its fullest cell.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from nrdesk.core.model import Stakeholder
from nrdesk.core.team.actors import BY_WHOM_TO_START, HIGH, HIGHEST, LOWEST, X_AXIS, Y_AXIS, Quarter, quarter
from nrdesk.ui import theme
from nrdesk.ui.steps.step01_team.actor_point import ActorPoint

_LEFT, _BOTTOM, _PADDING, _GAP = 44, 46, 6, 2
_ROW = 52
"""Least height of a row."""
_TITLE = 22
"""Height kept for the name of a quarter, at the top of it."""
_LEVELS = range(LOWEST, HIGHEST + 1)


class ActorsMap(QWidget):
    """Paints the quarters and the scales; each actor is a widget of its own, which the keyboard reaches."""

    moved = Signal(str, int, int)
    """An actor is to be moved: its identifier, its interest, its influence."""
    chosen = Signal(str)
    """The focus came to an actor."""
    opened = Signal(str)
    """The form of an actor is asked for."""

    def __init__(self) -> None:
        super().__init__()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName("Carte des acteurs")
        self._points: dict[str, ActorPoint] = {}
        self._known_tops: dict[int, list[int]] = {}
        self._read_only = False

    @property
    def points(self) -> list[ActorPoint]:
        """The actors on the map, in the order of the keyboard."""
        return list(self._points.values())

    def show_actors(self, actors: Sequence[Stakeholder], *, read_only: bool = False) -> None:
        """Show those of the actors who have their two notes."""
        self._read_only = read_only
        placed = {actor.id: actor for actor in actors if quarter(actor)}
        for gone in self._points.keys() - placed.keys():
            point = self._points.pop(gone)
            point.hide()
            point.deleteLater()
        for actor in placed.values():
            if actor.id not in self._points:
                self._points[actor.id] = self._make_point(actor)
            self._points[actor.id].show_actor(actor)
        self._known_tops.clear()
        self.setAccessibleDescription(in_words(actors))
        self.updateGeometry()
        self._arrange()
        self.update()

    def focus_actor(self, actor_id: str) -> None:
        """Give the focus to an actor of the map."""
        if point := self._points.get(actor_id):
            point.setFocus(Qt.FocusReason.OtherFocusReason)

    def cell(self, interest: int, influence: int) -> QRect:
        """Return where the names of a pair of notes stand."""
        tops = self._tops(self.width())
        row = HIGHEST - influence
        width = self._cell_width(self.width())
        left = theme.px(_LEFT) + (interest - LOWEST) * width
        return QRect(left, tops[row], width, tops[row + 1] - tops[row])

    def levels_at(self, place: QPoint) -> tuple[int, int]:
        """Return the interest and the influence of a place, the nearest ones outside the grid."""
        tops = self._tops(self.width())
        column = (place.x() - theme.px(_LEFT)) // max(1, self._cell_width(self.width()))
        row = sum(place.y() >= top for top in tops[1:-1])
        return min(max(column, 0), HIGHEST - LOWEST) + LOWEST, HIGHEST - row

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._tops(width)[-1] + theme.px(_BOTTOM)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(600), self.heightForWidth(theme.px(600)))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(300), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        t = theme.tokens()
        grid = self.cell(LOWEST, HIGHEST).united(self.cell(HIGHEST, LOWEST))
        for each, ground in (
            (Quarter.CONVINCE, t.sunken),
            (Quarter.INVOLVE, t.accent_soft),
            (Quarter.INFORM, t.surface),
            (Quarter.RELAY, t.sunken),
        ):
            self._paint_quarter(painter, each, ground)
        painter.setPen(QPen(QColor(t.line), 1, Qt.PenStyle.DotLine))
        for level in _LEVELS:
            cell = self.cell(level, level)
            painter.drawLine(cell.right() + 1, grid.top(), cell.right() + 1, grid.bottom())
            painter.drawLine(grid.left(), cell.top(), grid.right(), cell.top())
        painter.setPen(QPen(QColor(t.border), 1))
        painter.drawRect(grid.adjusted(0, 0, -1, -1))
        self._paint_scales(painter, grid)
        painter.end()

    def _paint_quarter(self, painter: QPainter, which: Quarter, ground: str) -> None:
        right = which in (Quarter.INVOLVE, Quarter.RELAY)
        upper = which in (Quarter.INVOLVE, Quarter.CONVINCE)
        across = (HIGH, HIGHEST) if right else (LOWEST, HIGH - 1)
        along = (HIGH, HIGHEST) if upper else (LOWEST, HIGH - 1)
        area = self.cell(across[0], along[1]).united(self.cell(across[1], along[0]))
        painter.fillRect(area, QColor(ground))
        painter.setPen(QColor(theme.tokens().muted))
        font = self.font()
        font.setWeight(font.Weight.DemiBold)
        painter.setFont(font)
        margin = theme.px(10)
        line = QRect(area.left() + margin, area.top() + 2, area.width() - 2 * margin, theme.px(_TITLE))
        words = painter.fontMetrics().elidedText(which.label, Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, words)
        painter.setFont(self.font())

    def _paint_scales(self, painter: QPainter, grid: QRect) -> None:
        painter.setPen(QColor(theme.tokens().muted))
        middle = Qt.AlignmentFlag.AlignCenter
        line = theme.px(22)
        for level in _LEVELS:
            cell = self.cell(level, level)
            painter.drawText(QRect(cell.left(), grid.bottom() + 1, cell.width(), line), middle, str(level))
            painter.drawText(QRect(grid.left() - line, cell.top(), line, cell.height()), middle, str(level))
        painter.drawText(QRect(grid.left(), grid.bottom() + line, grid.width(), line), middle, f"{X_AXIS} →")
        painter.save()
        painter.translate(0, grid.bottom())
        painter.rotate(-90)
        painter.drawText(QRectF(0, 0, grid.height(), line), middle, f"{Y_AXIS} →")
        painter.restore()

    def _make_point(self, actor: Stakeholder) -> ActorPoint:
        point = ActorPoint(actor, self, movable=not self._read_only)
        point.dropped.connect(self._drop)
        point.nudged.connect(self._nudge)
        point.focused.connect(self.chosen)
        point.clicked.connect(lambda: self.opened.emit(point.actor.id))
        point.show()
        return point

    def _drop(self, point: ActorPoint) -> None:
        self._move(point, *self.levels_at(point.geometry().center()))
        self._arrange()

    def _nudge(self, point: ActorPoint, right: int, up: int) -> None:
        actor = point.actor
        assert actor.interest is not None
        assert actor.influence is not None
        interest = min(max(actor.interest + right, LOWEST), HIGHEST)
        self._move(point, interest, min(max(actor.influence + up, LOWEST), HIGHEST))

    def _move(self, point: ActorPoint, interest: int, influence: int) -> None:
        if (interest, influence) != (point.actor.interest, point.actor.influence):
            self.moved.emit(point.actor.id, interest, influence)

    def _arrange(self) -> None:
        """Stack the names of each cell."""
        width = self._cell_width(self.width()) - 2 * theme.px(_GAP)
        for interest in _LEVELS:
            for influence in _LEVELS:
                cell = self.cell(interest, influence)
                top = cell.top() + theme.px(_PADDING) + self._title_above(influence)
                for point in self._in_cell(interest, influence):
                    height = point.height_for(width)
                    point.setGeometry(cell.left() + theme.px(_GAP), top, width, height)
                    top += height + theme.px(_GAP)

    def _in_cell(self, interest: int, influence: int) -> list[ActorPoint]:
        wanted = (interest, influence)
        return [p for p in self._points.values() if (p.actor.interest, p.actor.influence) == wanted]

    def _tops(self, width: int) -> list[int]:
        """Return the top of each row from the highest influence down, then the bottom of the last one."""
        if width not in self._known_tops:
            room = self._cell_width(width) - 2 * theme.px(_GAP)
            tops = [1]
            for influence in reversed(_LEVELS):
                stacks = ([p.height_for(room) for p in self._in_cell(i, influence)] for i in _LEVELS)
                fullest = max(sum(stack) + theme.px(_GAP) * len(stack) for stack in stacks)
                height = max(theme.px(_ROW), fullest + 2 * theme.px(_PADDING))
                tops.append(tops[-1] + height + self._title_above(influence))
            self._known_tops[width] = tops
        return self._known_tops[width]

    @staticmethod
    def _cell_width(width: int) -> int:
        return max(1, (width - theme.px(_LEFT) - 2) // len(_LEVELS))

    @staticmethod
    def _title_above(influence: int) -> int:
        return theme.px(_TITLE) if influence in (HIGHEST, HIGH - 1) else 0


def in_words(actors: Sequence[Stakeholder]) -> str:
    """Return the map as sentences: who stands in each quarter, and who is not placed."""
    parts = []
    for each in BY_WHOM_TO_START:
        if names := [actor.name for actor in actors if quarter(actor) is each]:
            parts.append(f"{each.label}\u00a0: {', '.join(names)}.")
    if names := [actor.name for actor in actors if quarter(actor) is None]:
        parts.append(f"À placer\u00a0: {', '.join(names)}.")
    return " ".join(parts)
