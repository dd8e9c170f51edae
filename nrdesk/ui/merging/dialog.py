"""Réunir deux copies: the list of differences, the one that is looked at, what merging would write."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QDialog, QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from nrdesk.core.errors import UserError
from nrdesk.core.formatting import NBSP, count
from nrdesk.core.merging import Comparison, Outcome, Side, apply, resolve
from nrdesk.core.merging.account import origin, summary, words_of
from nrdesk.ui import errors, theme
from nrdesk.ui.accessibility import announce
from nrdesk.ui.dialogs import confirm_replacing, file_to_write
from nrdesk.ui.merging.detail import Detail
from nrdesk.ui.merging.subjects import Subject, conflict_keys, subjects
from nrdesk.ui.records.record_list import Line, RecordList
from nrdesk.ui.session import Session
from nrdesk.ui.undoing import say_undoable
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.beside import Beside
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.flow import flow
from nrdesk.ui.widgets.layout import column, row

_SIZE = QSize(1080, 680)
_ROOM = 700
"""Width from which the list and the difference stand side by side, in pixels for normal text."""
_LOWEST = 200
_RECENT, _MINE, _THEIRS = "la valeur la plus récente", "celle de ce document", "celle de l’autre copie"
_RULES = {_RECENT: None, _MINE: Side.MINE, _THEIRS: Side.THEIRS}


class MergeDialog(QDialog):
    """What differs between this document and another copy of it; nothing is written before « Réunir »."""

    def __init__(self, session: Session, comparison: Comparison, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Réunir deux copies")
        self.setModal(True)
        self.resize((_SIZE * theme.px(100) / 100).boundedTo(self.screen().availableSize() * 0.95))
        self._session, self._owner, self._comparison = session, parent, comparison
        self._choices: dict[str, Side] = {}
        self.outcome = resolve(comparison)
        words = words_of(self.outcome)
        self._subjects = {each.key: each for each in subjects(comparison, words)}
        self.shown = QComboBox()
        self.shown.setAccessibleName("Montrer")
        self.rule = QComboBox()
        self.rule.addItems(list(_RULES))
        self.rule.setAccessibleName("Là où il faut choisir, garder")
        self.list = RecordList("Ce qui diffère")
        self.list.take_room()
        self.list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.detail = Detail(words, self.choose)
        self._told = text.strong("")
        self.merge_button = button("Réunir", kind="primary", on_click=self.merge)
        self._lay_out()
        self._fill_filter()
        self.shown.currentIndexChanged.connect(lambda _: self._fill())
        self.rule.currentTextChanged.connect(self._follow_rule)
        self.list.chosen.connect(lambda key: self.detail.show_subject(self._subjects.get(key), self._choices))
        self._fill()
        self._tell()
        self.list.setFocus()

    def _lay_out(self) -> None:
        found = self._comparison
        left = column(flow(text.strong("Montrer", wrap=False), self.shown), self.list, gap=8)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 20, 24, 20)
        outer.setSpacing(10)
        outer.addWidget(text.label("Réunir deux copies", "title"))
        outer.addWidget(
            text.body(
                f"L’autre copie, «{NBSP}{found.theirs_path}{NBSP}», ne change pas. {origin(self.outcome)}"
            )
        )
        if found.conflicts:
            outer.addWidget(flow(text.strong("Là où il faut choisir, garder", wrap=False), self.rule))
        outer.addWidget(_Panes(left, _scrolling(self.detail)), 1)
        outer.addWidget(self._told)
        report = button(
            "Enregistrer le rapport…",
            "file-text",
            on_click=self.save_report,
            help="Chaque différence, les deux valeurs et ce qui est gardé, en PDF.",
        )
        outer.addWidget(row(report, 1, button("Annuler", on_click=self.reject), self.merge_button))
        if self._session.document.read_only:
            self.merge_button.setEnabled(False)
            self.merge_button.setToolTip("Ce document est ouvert en lecture seule.")

    def choose(self, key: str, side: Side) -> None:
        """Keep a side of one difference."""
        self._choices[key] = side
        self._tell()

    def merge(self) -> None:
        """Write what was chosen, as one action, after a backup."""
        try:
            backup = apply(self._session.document, self.outcome)
        except UserError as error:
            errors.show_error(self, error)
            return
        self.accept()
        kept = f" L’état d’avant est sauvegardé{NBSP}: {backup.path.name}." if backup else ""
        say_undoable(
            self._owner, self._session, f"Les deux copies sont réunies{NBSP}: {_told(self.outcome)}{kept}"
        )

    def save_report(self) -> None:
        """Write the account of what merging does, as it is chosen now."""
        from nrdesk.core.merging import paper

        name = f"Rapport de fusion - {self._session.document.authority.name}"
        path = file_to_write(self, "Enregistrer le rapport", name, ".pdf", "PDF (*.pdf);;Word (*.docx)")
        if path is None or (path.exists() and not confirm_replacing(self, path)):
            return
        try:
            paper.write(self._session.document, self.outcome, path)
        except UserError as error:
            errors.show_error(self, error)
        else:
            self._told.setText(f"Le rapport est enregistré{NBSP}: {path}")
            announce(self, self._told.text())

    def _fill_filter(self) -> None:
        asked = sum(each.asked for each in self._subjects.values())
        if asked:
            self.shown.addItem(f"ce qui est à choisir ({asked})", True)
        self.shown.addItem(f"tout ce qui diffère ({len(self._subjects)})", False)

    def _fill(self) -> None:
        only_asked = bool(self.shown.currentData())
        shown = [each for each in self._subjects.values() if each.asked or not only_asked]
        self.list.show_lines([Line(each.key, each.title, each.details) for each in shown])
        self.list.setCurrentRow(0)

    def _follow_rule(self, words: str) -> None:
        """Choose the same side wherever somebody is to choose; what is needed elsewhere is never deleted."""
        side = _RULES[words]
        needed = {each.key for each in self._comparison.differences if each.needed}
        for key in conflict_keys(self._comparison):
            if side is None or key in needed:
                self._choices.pop(key, None)
            else:
                self._choices[key] = side
        self.detail.show_subject(self._current(), self._choices)
        self._tell()

    def _current(self) -> Subject | None:
        return self._subjects.get(self.list.current_id or "")

    def _tell(self) -> None:
        self.outcome = resolve(self._comparison, self._choices)
        self._told.setText(f"Dans ce document{NBSP}: {_told(self.outcome)}")
        self.merge_button.setEnabled(bool(self.outcome.written) and not self._session.document.read_only)


class _Panes(QScrollArea):
    """The list and the difference: side by side they take the height that there is, else what they need."""

    def __init__(self, left: QWidget, right: QWidget) -> None:
        super().__init__()
        self._panes = left, right
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(Beside((left, 2), (right, 3), room=_ROOM))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.viewport().size()
        beside = room.width() >= theme.px(_ROOM)
        for pane in self._panes:
            pane.setMinimumHeight(max(room.height() if beside else 0, theme.px(_LOWEST)))


def _scrolling(widget: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(widget)
    return area


def _told(outcome: Outcome) -> str:
    """Return what merging writes, and what the choices bring about elsewhere."""
    more = count(len(outcome.consequences), "conséquence ailleurs", "conséquences ailleurs")
    told = summary(outcome)
    told = f"{told[:1].lower()}{told[1:]}"
    return f"{told} {more[:1].upper()}{more[1:]}, dites dans le rapport." if outcome.consequences else told
