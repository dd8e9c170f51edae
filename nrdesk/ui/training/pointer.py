"""The halo around the pointer, so that a whole room sees where it is; it fills while a button is down."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication, QMouseEvent, QPainter, QPaintEvent, QPen, QWindow
from PySide6.QtWidgets import QApplication, QWidget

from nrdesk.ui import theme

SIZE = 92
"""Diameter in pixels."""
_RING = 6
_MOVED = (
    QEvent.Type.MouseMove,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.MouseButtonRelease,
)


class PointerHalo(QWidget):
    """A ring that follows the pointer over the active window and lets every click through.

    It listens to the window of the system, which knows of every move of the pointer: the widgets in it hear
    only of those that they asked for.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.resize(SIZE, SIZE)
        self.hide()
        self._home = window
        self._listened: QWindow | None = None
        self._pressed = False
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.focusWindowChanged.connect(self._listen)
        self._listen(window.windowHandle())

    def stop(self) -> None:
        """Take the halo away for good."""
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.focusWindowChanged.disconnect(self._listen)
        self._leave()
        self.hide()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent) and event.type() in _MOVED:
            self._pressed = event.buttons() != Qt.MouseButton.NoButton
            self.move(event.position().toPoint() - QPoint(SIZE // 2, SIZE // 2))
            self.show()
            self.raise_()
            self.update()
        elif event.type() == QEvent.Type.Leave:
            self.hide()
        return False

    def _listen(self, window: QWindow | None) -> None:
        """Go to the window that becomes active; back home when it is another program's, or a menu."""
        self._leave()
        found = next((each for each in QApplication.topLevelWidgets() if each.windowHandle() is window), None)
        kinds = (Qt.WindowType.Window, Qt.WindowType.Dialog)
        above = found if found and found.windowType() in kinds else self._home
        if above is not self.parentWidget():
            self.hide()
            # The window gone takes what stands on it away: the halo leaves it as soon as another is active.
            self.setParent(above)
        self._listened = above.windowHandle()
        if self._listened:
            self._listened.installEventFilter(self)

    def _leave(self) -> None:
        if self._listened:
            self._listened.removeEventFilter(self)
            self._listened = None

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = QColor(theme.tokens().second)
        fill = QColor(colour)
        fill.setAlpha(90 if self._pressed else 28)
        painter.setBrush(fill)
        painter.setPen(QPen(colour, _RING))
        painter.drawEllipse(self.rect().adjusted(_RING, _RING, -_RING, -_RING))
        painter.end()
