"""What is shown on the wall: the sequences of the session with the time left, or exercises and their answers.

Presenters' remotes work too: they type the keys of a page up and down.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from nrdesk.core.formatting import NBSP
from nrdesk.ui.accessibility import announce
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.layout import clear
from nrdesk.ui.widgets.projected import ProjectedWindow

_K = Qt.Key
_SECOND = 1000


@dataclass(frozen=True, slots=True)
class Slide:
    """One thing to show."""

    top: str
    """Where one is: "Séquence 3 sur 11"."""
    title: str
    lines: tuple[str, ...]
    minutes: int = 0
    """How long it lasts; 0 without a clock."""
    answer: tuple[str, ...] = ()
    """What is hidden until it is asked for."""


class Wall(ProjectedWindow):
    """A window for the wall."""

    def __init__(self, title: str, slides: Sequence[Slide], parent: QWidget, place: int = 0) -> None:
        """Make the window; it does not outlive `parent`.

        Args:
            title: title of the window.
            slides: what to show, in order; at least one.
            parent: the page that shows it.
            place: the slide to begin with.
        """
        super().__init__(title, parent)
        self._slides, self._place, self._revealed = tuple(slides), place, False
        self._left = slides[place].minutes * 60
        self._tick = QTimer(self, interval=_SECOND)
        self._tick.timeout.connect(self._count_down)
        self._top, self._time, self._hint = _label("", "small"), _label("", "team"), _label("", "small")
        self._time.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._run = _button("Lancer le temps", self.toggle_time)
        self._reveal = _button("Montrer la réponse", self.toggle_answer)
        self._back = _button("←", partial(self.move_by, -1))
        self._back.setAccessibleName("Précédent")
        self._forward = _button("→", partial(self.move_by, 1))
        self._forward.setAccessibleName("Suivant")
        self._lay_out()
        self._show()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._top, 1)
        head.addWidget(self._time)
        for each in (self._run, self._reveal, self._back, self._forward, _button("Quitter", self.close)):
            head.addWidget(each)
        self.stack(head, self._hint)

    @property
    def slide(self) -> Slide:
        """What is shown."""
        return self._slides[self._place]

    @property
    def seconds_left(self) -> int:
        """Time left for what is shown, 0 without a clock."""
        return self._left

    @property
    def is_running(self) -> bool:
        """Whether the time runs."""
        return self._tick.isActive()

    def move_by(self, step: int) -> None:
        """Show another slide; its time waits to be started."""
        place = min(max(0, self._place + step), len(self._slides) - 1)
        if place != self._place:
            self._tick.stop()
            self._place, self._revealed = place, False
            self._left = self.slide.minutes * 60
            self._show()

    def toggle_time(self) -> None:
        """Start the time, or hold it."""
        if self._tick.isActive():
            self._tick.stop()
        elif self._left > 0:
            self._tick.start()
        self._show_time()

    def toggle_answer(self) -> None:
        """Show the answer, or hide it."""
        if self.slide.answer:
            self._revealed = not self._revealed
            self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (_K.Key_Right, _K.Key_PageDown, _K.Key_Down):
            self.move_by(1)
        elif key in (_K.Key_Left, _K.Key_PageUp, _K.Key_Up):
            self.move_by(-1)
        elif key in (_K.Key_Space, _K.Key_Return, _K.Key_Enter):
            (self.toggle_answer if self.slide.answer else self.toggle_time)()
        elif key == _K.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._tick.stop()

    def _show(self) -> None:
        slide = self.slide
        clear(self._middle)
        self._top.setText(text.tied(slide.top))
        self._back.setEnabled(self._place > 0)
        self._forward.setEnabled(self._place < len(self._slides) - 1)
        self._run.setVisible(bool(slide.minutes))
        self._time.setVisible(bool(slide.minutes))
        self._reveal.setVisible(bool(slide.answer))
        self._reveal.setText("Cacher la réponse" if self._revealed else "Montrer la réponse")
        self._middle.addWidget(_label(slide.title, "question"))
        for words in slide.lines:
            self._middle.addWidget(_label(words, "team"))
        if self._revealed:
            for words in slide.answer:
                self._middle.addWidget(_label(words, "explanation"))
        self._middle.addStretch(1)
        space = "Espace : réponse" if slide.answer else "Espace : lancer ou arrêter le temps"
        told = space if slide.answer or slide.minutes else ""
        self._hint.setText(text.tied("   ·   ".join(filter(None, (told, "← →", "Échap : quitter")))))
        self._show_time()
        shown = (slide.title, *slide.lines, *(slide.answer if self._revealed else ()))
        announce(self, " ".join(shown))

    def _count_down(self) -> None:
        self._left = max(0, self._left - 1)
        if not self._left:
            self._tick.stop()
            announce(self, "Le temps est écoulé")
        self._show_time()

    def _show_time(self) -> None:
        minutes, seconds = divmod(self._left, 60)
        # Words, and not a colour alone, say that the time is over.
        over = bool(self.slide.minutes) and not self._left
        self._time.setText("C’est l’heure" if over else f"{minutes}{NBSP}min{NBSP}{seconds:02d}")
        self._run.setText("Arrêter le temps" if self._tick.isActive() else "Lancer le temps")
        self._run.setEnabled(not over)


def show_on_wall(wall: Wall) -> Wall:
    """Show a window over a whole screen, and return it: over the one of the room when there are two."""
    here = (wall.parentWidget() or wall).screen()
    beyond = [each for each in QGuiApplication.screens() if each != here]
    if beyond:
        wall.setGeometry(beyond[0].geometry())
    wall.showFullScreen()
    wall.setFocus()
    return wall


def _button(words: str, on_click: Callable[[], object]) -> QPushButton:
    made = QPushButton(words)
    made.setProperty("projected", "small")
    # The keys are those of the window: no button ever takes Space for itself.
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    made.clicked.connect(lambda: on_click())
    return made


def _label(words: str, role: str) -> QLabel:
    made = QLabel(text.tied(words))
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    made.setProperty("projected", role)
    return made
