"""« Le projet de délibération »: what nrdesk proposes, edited where one wants, looked at before it goes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from nrdesk.core import richtext
from nrdesk.core.errors import UserError
from nrdesk.core.formatting import count
from nrdesk.core.richtext import RichText, tidy
from nrdesk.ui import errors
from nrdesk.ui.documents.exporting import preview_document
from nrdesk.ui.richtext import RichEditor
from nrdesk.ui.session import Session
from nrdesk.ui.steps.step07_vote.deliberation_form import kept, write
from nrdesk.ui.steps.step07_vote.lines import Lines
from nrdesk.ui.steps.step07_vote.session_card import SessionCard
from nrdesk.ui.undoing import say_undoable
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.card import Card
from nrdesk.ui.widgets.flow import flow
from nrdesk.ui.widgets.fold import Fold
from nrdesk.ui.widgets.layout import clear
from nrdesk.ui.widgets.page import page_of
from nrdesk.ui.widgets.reveal import reveal

if TYPE_CHECKING:
    from nrdesk.core.council_papers import DeliberationDraft
    from nrdesk.core.roadmap import Missing

PLACE = "draft"


@dataclass(frozen=True, slots=True)
class _Kind:
    """One of the three texts."""

    name: str
    """Attribute of the record, and of what is proposed."""
    title: str
    help: str


_KINDS = (
    _Kind("grounds", "Les considérants", "Pourquoi le conseil décide. Une raison par paragraphe."),
    _Kind("articles", "Les articles", "Ce que le conseil décide, article par article."),
    _Kind("presentation", "La note de synthèse", "Ce que les élus lisent avant la séance."),
)


class DraftCard(Card):
    """The three texts, and the papers that they make."""

    def __init__(self, session: Session, meeting: SessionCard) -> None:
        """Make the card; `meeting` is where who presents the text is named."""
        super().__init__("Le projet de délibération")
        self._session, self._meeting = session, meeting
        self.add(
            text.muted(
                "nrdesk propose un texte, tiré de vos données, et le suit quand elles changent. Dès que vous "
                "le modifiez, il est à vous.",
                terms=True,
            )
        )
        self._links: list[QPushButton] = []
        """What leads to each thing that is missing."""
        self._gaps = QVBoxLayout()
        self._gaps.setSpacing(4)
        self.add_layout(self._gaps)
        self._visas = Fold("Les textes visés", opened=False)
        self._visas_told = text.muted("")
        self._visas.add_summary(self._visas_told)
        self.add(self._visas)
        self.parts = {kind.name: TextPart(session, kind, self.refresh) for kind in _KINDS}
        for part in self.parts.values():
            self.add(part)
        self.add(
            flow(
                self._look("Voir le projet", "projet-de-deliberation", "Projet de délibération"),
                self._look("Voir la note de synthèse", "note-de-synthese", "Note de synthèse"),
            )
        )

    def refresh(self) -> None:
        """Show what the document holds."""
        # Drawn from the whole document: only who opens this page needs it.
        from nrdesk.core import council_papers

        proposed = council_papers.draft(self._session.document, self._session.assessment())
        shown = council_papers.texts(self._session.document, proposed)
        self._show_gaps(proposed)
        self._show_visas(proposed)
        for name, part in self.parts.items():
            part.show_texts(getattr(shown, name), getattr(proposed.texts, name))

    def focus_field(self, name: str) -> bool:
        """Lead to what is missing, or to the first text; return whether the name is that of this card."""
        if name != PLACE:
            return False
        if self._links:
            reveal(self._links[0])
        elif not kept(self._session).rapporteur.strip():
            self._meeting.focus_field("rapporteur")
        else:
            reveal(self.parts["grounds"].fold.header)
        return True

    def _look(self, words: str, key: str, title: str) -> QWidget:
        show = partial(preview_document, self, self._session, key, title)
        return button(words, "search", on_click=show, help="Ouvre le PDF sans le garder")

    def _show_gaps(self, proposed: DeliberationDraft) -> None:
        clear(self._gaps)
        self._links.clear()
        for missing in proposed.missing:
            self._gaps.addWidget(self._gap(missing))

    def _gap(self, missing: Missing) -> QWidget:
        made = QWidget()
        line = QHBoxLayout(made)
        line.setContentsMargins(0, 0, 0, 0)
        told = Lines()
        go = button("Compléter", kind="link", on_click=partial(self._go, missing))
        go.setAccessibleName(f"Compléter\u00a0: {missing.text}")
        line.addWidget(told, 1)
        # Once it has a parent: it would otherwise flash as a window of its own.
        told.show_lines([("warn", f"À compléter\u00a0: {missing.text}")])
        line.addWidget(go)
        self._links.append(go)
        return made

    def _go(self, missing: Missing) -> None:
        if page := page_of(self):
            page.go(missing.page, missing.field)

    def _show_visas(self, proposed: DeliberationDraft) -> None:
        self._visas.clear()
        for visa in proposed.visas:
            self._visas.add(text.body(visa))
        self._visas_told.setText(
            f"{count(len(proposed.visas), 'texte')}\u00a0: seuls ceux qui s’appliquent à votre collectivité."
        )


class TextPart(QWidget):
    """One text: as nrdesk proposes it, or as it was edited."""

    def __init__(self, session: Session, kind: _Kind, changed: Callable[[], object]) -> None:
        super().__init__()
        self._session, self._kind, self._changed = session, kind, changed
        self._proposed = RichText()
        self.fold = Fold(kind.title, opened=False)
        self._state = text.muted("")
        self.fold.add_summary(self._state)
        self.editor = RichEditor(kind.title)
        self.editor.lock(session.document.read_only)
        self.editor.left.connect(self._save)
        self.again = button("Reprendre le texte proposé", "undo-2", on_click=self._take_back)
        self.again.setAccessibleName(f"Reprendre le texte proposé\u00a0: {kind.title}")
        self.fold.add(text.muted(kind.help))
        self.fold.add(self.editor)
        self.fold.add(flow(self.again))
        # A text shown while it is folded away is laid out when it opens, a little below its top.
        self.fold.header.toggled.connect(self._to_top)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.fold)

    def show_texts(self, shown: RichText, proposed: RichText) -> None:
        """Show a text, and what nrdesk proposes in its place."""
        self._proposed = proposed
        mine = bool(getattr(kept(self._session), self._kind.name))
        if not (self.editor.changed and self.editor.area.hasFocus()):
            self.editor.show_text(shown)
        words = count(richtext.words(shown), "mot")
        self._state.setText(f"{'Votre texte' if mine else 'Texte proposé par nrdesk'}, {words}.")
        self.again.setEnabled(mine and not self._session.document.read_only)

    def _to_top(self) -> None:
        QTimer.singleShot(0, self, lambda: self.editor.area.verticalScrollBar().setValue(0))

    def _save(self) -> None:
        written = tidy(self.editor.text())
        same = written == tidy(self._proposed)
        self._write("" if same else richtext.dumps(written), f"Modifier «\u00a0{self._kind.title}\u00a0»")

    def _take_back(self) -> None:
        self.editor.show_text(self._proposed)
        self._write("", f"Reprendre le texte proposé ({self._kind.title})")
        say_undoable(self, self._session, f"{self._kind.title}\u00a0: le texte proposé est repris.")

    def _write(self, value: str, label: str) -> None:
        try:
            write(self._session, label, **{self._kind.name: value})
        except UserError as error:
            errors.show_error(self, error)
            return
        self._changed()
