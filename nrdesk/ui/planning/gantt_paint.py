"""How the pieces of the calendar are drawn: bars, milestones, dependencies, the head."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPen, QPolygonF

from nrdesk.core.model import Action, ActionStatus
from nrdesk.ui import theme
from nrdesk.ui.planning.gantt_rows import Row
from nrdesk.ui.planning.gantt_scale import Scale, Tick

ROW, HEAD = 32, 52
"""Heights of a row and of the head, in pixels for normal text."""
_INSET, _ROUND, _DIAMOND, _ELBOW, _ARROW = 7, 4, 7, 7, 5
_OPEN = 30
"""Days drawn for an action whose end, or whose start, is not known."""


def bar_of(row: Row, scale: Scale, top: int) -> QRect | None:
    """Return where the bar of a row stands, its row starting at `top`; None without any date."""
    starts, ends = row.at.starts, row.at.ends
    if starts is None and ends is None:
        return None
    starts, ends = (day and min(max(day, scale.first), scale.last) for day in (starts, ends))
    if starts is None:
        assert ends is not None
        right = scale.end(ends)
        left = right - round(_OPEN * scale.day)
    else:
        left = scale.x(starts)
        right = scale.end(ends) if ends else left + round(_OPEN * scale.day)
        if ends is None and row.action and row.action.continuous:
            right = scale.width
    inset = theme.px(_INSET)
    return QRect(left, top + inset, max(right - left, 3), theme.px(ROW) - 2 * inset)


def paint_bar(painter: QPainter, bar: QRect, row: Row) -> None:
    """Draw the bar of an action: what is done of it filled, its state by shape as much as by colour."""
    action = row.action
    assert action is not None
    t = theme.tokens()
    edge, ground = _colours(action)
    radius = theme.px(_ROUND)
    open_ended = row.at.starts is None or (row.at.ends is None and not action.continuous)
    pen = QPen(QColor(edge), 2 if action.blocked or row.at.critical else 1)
    pen.setStyle(Qt.PenStyle.DashLine if open_ended else Qt.PenStyle.SolidLine)
    if row.at.critical:
        pen.setColor(QColor(t.second))
    painter.setPen(pen)
    painter.setBrush(QColor(ground))
    painter.drawRoundedRect(bar, radius, radius)
    share = {ActionStatus.DONE: 100, ActionStatus.UNDER_WAY: action.progress or 0}.get(action.status, 0)
    painter.setPen(Qt.PenStyle.NoPen)
    if share:
        painter.setBrush(QColor(edge))
        filled = bar.adjusted(1, 1, -1, -1)
        filled.setWidth(max(2, filled.width() * min(share, 100) // 100))
        painter.drawRoundedRect(filled, radius, radius)
    if action.status is ActionStatus.DROPPED:
        painter.setBrush(QBrush(QColor(edge), Qt.BrushStyle.BDiagPattern))
        painter.drawRoundedRect(bar, radius, radius)
    if row.at.critical:
        painter.setBrush(QColor(t.second))
        painter.drawRect(QRectF(bar.left(), bar.bottom() + 2, bar.width(), max(2, theme.px(3))))


def _colours(action: Action) -> tuple[str, str]:
    """Return the colours of the edge and of the ground of a bar."""
    t = theme.tokens()
    if action.status is ActionStatus.DONE:
        return t.ok, t.ok_soft
    if action.status is ActionStatus.DROPPED:
        return t.border, t.sunken
    return (t.bad, t.bad_soft) if action.blocked else (t.accent, t.accent_soft)


def paint_note(painter: QPainter, bar: QRect, row: Row) -> None:
    """Write after a bar what calls for attention: blocked, late, too early, no end."""
    if not (note := note_of(row)):
        return
    t = theme.tokens()
    painter.setPen(QColor(t.muted if note == "fin à fixer" else t.bad))
    _write(painter, bar.right() + theme.px(18), bar.center().y(), note)


def _write(painter: QPainter, left: int, middle: int, words: str) -> None:
    """Write words on a ground of their own: a dependency may run under them."""
    metrics = painter.fontMetrics()
    room = QRect(left, middle - metrics.height() // 2, metrics.horizontalAdvance(words) + 4, metrics.height())
    painter.fillRect(room.adjusted(-3, 0, 0, 0), QColor(theme.tokens().surface))
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)


def note_of(row: Row) -> str:
    """Return the words written after a bar, "" when nothing calls for attention."""
    action = row.action
    assert action is not None
    words = [
        word
        for word, holds in (
            ("bloquée", action.blocked and action.status not in (ActionStatus.DONE, ActionStatus.DROPPED)),
            ("en retard", row.at.late),
            ("trop tôt", bool(row.at.too_early_for)),
            ("fin à fixer", row.at.starts and not row.at.ends and not action.continuous),
        )
        if holds
    ]
    return ", ".join(words)


def paint_mark(painter: QPainter, x: int, middle: int, *, reached: bool) -> None:
    """Draw a milestone: a diamond, filled once it is passed."""
    t = theme.tokens()
    half = theme.px(_DIAMOND)
    painter.setPen(QPen(QColor(t.text), 2))
    painter.setBrush(QColor(t.text if reached else t.surface))
    corners = ((x, middle - half), (x + half, middle), (x, middle + half), (x - half, middle))
    painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in corners]))


def paint_marks(painter: QPainter, row: Row, scale: Scale, middle: int) -> None:
    """Draw the milestones of a row, those of the whole plan with their names as far as there is room."""
    placed = sorted(((scale.end(mark.day), mark) for mark in row.marks), key=lambda each: each[0])
    for rank, (x, mark) in enumerate(placed, start=1):
        following = placed[rank][0] if rank < len(placed) else scale.width
        paint_mark(painter, x, middle, reached=mark.is_reached)
        if row.action is None:
            left, room = x + theme.px(12), following - x - theme.px(24)
            words = painter.fontMetrics().elidedText(mark.title, Qt.TextElideMode.ElideRight, room)
            if len(words) > 1:
                _write(painter, left, middle, words)


def paint_link(
    painter: QPainter, start: QPoint, end: QPoint, colour: str, width: int, *, dashed: bool
) -> None:
    """Draw a dependency, from the end of a bar to the start of the one that waits for it."""
    pen = QPen(QColor(colour), width)
    if dashed:
        pen.setStyle(Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    elbow, half = theme.px(_ELBOW), theme.px(ROW) // 2
    out = QPoint(start.x() + elbow, start.y())
    if end.x() - elbow >= out.x():
        way = [start, out, QPoint(out.x(), end.y()), end]
    else:  # what waits starts before: the line goes back between the two rows
        turn = end.y() - half if end.y() > start.y() else end.y() + half
        back = end.x() - elbow
        way = [start, out, QPoint(out.x(), turn), QPoint(back, turn), QPoint(back, end.y()), end]
    # Lines along the pixels are sharp by themselves, and three times as fast to draw.
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.drawPolyline(way)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    arrow = theme.px(_ARROW)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    tip = (end, QPoint(end.x() - arrow, end.y() - arrow), QPoint(end.x() - arrow, end.y() + arrow))
    painter.drawPolygon(QPolygonF([QPointF(point) for point in tip]))


def paint_head(painter: QPainter, scale: Scale, area: QRect, font: QFont) -> None:
    """Draw the two lines of dates above the bars."""
    t = theme.tokens()
    painter.fillRect(area, QColor(t.sunken))
    small = QFont(font)
    small.setPixelSize(theme.px(13))
    strong = QFont(small)
    strong.setWeight(QFont.Weight.DemiBold)
    half = area.height() // 2
    for ticks, top, face in (
        (scale.upper(area.left(), area.right()), 0, strong),
        (scale.lower(area.left(), area.right()), half, small),
    ):
        painter.setFont(face)
        for tick in ticks:
            _paint_tick(painter, tick, top, half, area)
    painter.setPen(QColor(t.line))
    painter.drawLine(area.left(), area.bottom(), area.right(), area.bottom())


def paint_today(painter: QPainter, x: int, bottom: int) -> None:
    """Draw the top of the line of today, in the head."""
    half = theme.px(_DIAMOND)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.tokens().bad))
    corners = ((x - half, bottom - half), (x + half, bottom - half), (x, bottom))
    painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in corners]))


def _paint_tick(painter: QPainter, tick: Tick, top: int, height: int, area: QRect) -> None:
    t = theme.tokens()
    painter.setPen(QColor(t.border if tick.is_major else t.line))
    painter.drawLine(tick.left, top, tick.left, top + height)
    # The name of a year that starts out of sight stays in sight.
    left = max(tick.left, area.left()) + theme.px(5)
    room = QRect(left, top, tick.right - left, height)
    if painter.fontMetrics().horizontalAdvance(tick.label) <= room.width():
        painter.setPen(QColor(t.text if tick.is_major else t.muted))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, tick.label)
