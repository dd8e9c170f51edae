"""The sentences of one list of the synthesis, and those that the data suggest for it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from nrdesk.core.fields import Value
from nrdesk.core.fields.field import long_text
from nrdesk.core.formatting import count
from nrdesk.core.model import Finding, SynthesisItem
from nrdesk.ui.records.field_edit import FieldEdit
from nrdesk.ui.session import Session
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.beside import Beside
from nrdesk.ui.widgets.buttons import button, icon_button
from nrdesk.ui.widgets.card import Panel
from nrdesk.ui.widgets.flow import flow
from nrdesk.ui.widgets.form import Form
from nrdesk.ui.widgets.keys import on_key
from nrdesk.ui.widgets.layout import clear, row

MOST_PROPOSED = 4
"""Drafts shown at once in one list: more would be a questionnaire."""
_SIDE_BY_SIDE = 420


def _put(lines: QVBoxLayout, widget: QWidget) -> None:
    """Add a widget and show it at once: a layout would wait, and the focus goes to nothing hidden."""
    lines.addWidget(widget)
    widget.show()


class Sentences(QWidget):
    """What is written in one list; each sentence is edited where it stands, moved and deleted."""

    def __init__(
        self,
        session: Session,
        finding: Finding,
        move: Callable[[str, int], object],
        delete: Callable[[str], object],
    ) -> None:
        """Make an empty list.

        Args:
            session: the open document.
            finding: what the sentences are.
            move: called with the identifier of a sentence, and -1 (up) or 1 (down).
            delete: called with the identifier of a sentence.
        """
        super().__init__()
        self._session, self._finding, self._on_move, self._on_delete = session, finding, move, delete
        self._edits: dict[str, FieldEdit] = {}
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(10)

    @property
    def ids(self) -> list[str]:
        """Identifiers of the sentences shown, in order."""
        return list(self._edits)

    def show_items(self, items: Sequence[SynthesisItem]) -> None:
        """Show sentences; what is being typed in one of them is left alone."""
        if [item.id for item in items] != self.ids:
            self.save()
            clear(self._lines)
            self._edits = {}
            for rank, item in enumerate(items, 1):
                _put(self._lines, self._line(rank, item, last=rank == len(items)))
        for item in items:
            self._edits[item.id].show(item.id, item.text)
        self.setHidden(not items)

    def save(self) -> None:
        """Save what was typed and not yet left."""
        there = set(self._session.document.ids(SynthesisItem))
        for id, edit in list(self._edits.items()):
            if id in there:
                edit.save_typed()

    def focus(self, item_id: str = "", *, last: bool = False) -> bool:
        """Go to a sentence, the first one by default; return whether there is one."""
        if not self._edits:
            return False
        place = self.ids[-1 if last else 0] if item_id not in self._edits else item_id
        self._edits[place].focus()
        return True

    def _line(self, rank: int, item: SynthesisItem, *, last: bool) -> QWidget:
        name = f"{self._finding.label.capitalize()} {rank}"
        form = Form()
        field = long_text("text", name, f"D’après\u00a0: {item.basis}" if item.basis else "")
        self._edits[item.id] = FieldEdit(self._session, form, field, partial(self._write, item.id))
        gestures = (
            ("chevron-up", f"Monter {name} (Alt+Haut)", partial(self._on_move, item.id, -1), rank > 1),
            ("chevron-down", f"Descendre {name} (Alt+Bas)", partial(self._on_move, item.id, 1), not last),
            ("trash-2", f"Supprimer {name}", partial(self._on_delete, item.id), True),
        )
        buttons = [icon_button(icon, words, act) for icon, words, act, _ in gestures]
        for made, (_, _, _, possible) in zip(buttons, gestures, strict=True):
            made.setEnabled(possible and not self._session.document.read_only)
        line = Beside((form, 1), (row(*buttons, gap=2), 0), room=_SIDE_BY_SIDE, gap=8)
        for key, made in zip(("Alt+Up", "Alt+Down"), buttons, strict=False):
            on_key(line, key, made.click)
        return line

    def _write(self, item_id: str, value: Value) -> None:
        with self._session.act(f"Modifier une phrase ({self._finding.label})") as tx:
            tx.update(SynthesisItem, item_id, text=value)


class Proposals(QWidget):
    """The sentences that the data suggest: each is taken or set aside."""

    def __init__(
        self,
        take: Callable[[SynthesisItem], object],
        dismiss: Callable[[SynthesisItem], object],
        *,
        enabled: bool,
    ) -> None:
        """Make an empty list.

        Args:
            take: called with the draft to write.
            dismiss: called with the draft not to propose again.
            enabled: whether the document can be written.
        """
        super().__init__()
        self._take, self._dismiss, self._enabled = take, dismiss, enabled
        self._shown: list[SynthesisItem] = []
        self._first: QWidget | None = None
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(8)

    def show_drafts(self, drafts: Sequence[SynthesisItem]) -> None:
        """Show the first of them; the others come as these are chosen."""
        shown = [(each.draft_key, each.text, each.basis) for each in drafts]
        if shown == [(each.draft_key, each.text, each.basis) for each in self._shown]:
            return
        self._shown = list(drafts)
        self._first = None
        clear(self._lines)
        self._lines.addWidget(text.muted("Proposé d’après vos données\u00a0:"))
        for draft in drafts[:MOST_PROPOSED]:
            _put(self._lines, self._panel(draft))
        if later := len(drafts[MOST_PROPOSED:]):
            told = count(later, "autre proposition viendra", "autres propositions viendront")
            self._lines.addWidget(text.muted(f"{told} ensuite."))
        self.setHidden(not drafts)

    def focus(self) -> bool:
        """Go to the first proposal; return whether there is one."""
        if self._first:
            self._first.setFocus()
        return self._first is not None

    def _panel(self, draft: SynthesisItem) -> QWidget:
        take = button("Reprendre", "plus", on_click=partial(self._take, draft))
        dismiss = button("Écarter", kind="link", on_click=partial(self._dismiss, draft))
        for verb, made in (("Reprendre", take), ("Écarter", dismiss)):
            made.setAccessibleName(f"{verb}\u00a0: {draft.text}")
            made.setAccessibleDescription(draft.basis)
            made.setEnabled(self._enabled)
        self._first = self._first or take
        words = text.body(draft.text, terms=True)
        return Panel(words, text.muted(f"D’après\u00a0: {draft.basis}", terms=True), flow(take, dismiss))
