"""The synthesis: strengths, weaknesses, axes of work, and what the data suggest for each."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nrdesk.core.assessment import synthesis
from nrdesk.core.errors import UserError
from nrdesk.core.model import Finding, SynthesisItem
from nrdesk.ui import errors
from nrdesk.ui.session import Session
from nrdesk.ui.steps.step04_assessment.synthesis_lists import Proposals, Sentences
from nrdesk.ui.undoing import say_undoable
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.card import Card
from nrdesk.ui.widgets.layout import separator

if TYPE_CHECKING:
    from nrdesk.core.document import Transaction

PLACE = "synthesis"
"""Name under which the checklist leads here."""
_TITLES = {
    Finding.STRENGTH: ("Forces", "Ajouter une force"),
    Finding.WEAKNESS: ("Faiblesses", "Ajouter une faiblesse"),
    Finding.AXIS: ("Axes de travail", "Ajouter un axe"),
}


class SynthesisCard(Card):
    """Three lists that the collectivité writes, with the help of its own figures."""

    def __init__(self, session: Session) -> None:
        super().__init__("Synthèse\u00a0: forces, faiblesses, axes de travail")
        self._session = session
        self.add(
            text.muted(
                "Trois phrases dans chaque liste suffisent. nrdesk en propose d’après vos données\u00a0: "
                "reprenez, changez les mots, ou écartez."
            )
        )
        self.groups: dict[Finding, SynthesisGroup] = {}
        for rank, finding in enumerate(Finding):
            if rank:
                self.add(separator())
            self.groups[finding] = SynthesisGroup(session, finding, self.refresh)
            self.add(self.groups[finding])
        self._again = button(
            "Reproposer ce qui a été écarté", "undo-2", kind="link", on_click=self._propose_again
        )
        self._again.setEnabled(not session.document.read_only)
        self.add(self._again)
        self.body.setAlignment(self._again, Qt.AlignmentFlag.AlignLeft)

    def refresh(self) -> None:
        """Show what the document holds."""
        document, assessment = self._session.document, self._session.assessment()
        proposed = synthesis.drafts(document, assessment)
        for finding, group in self.groups.items():
            written = synthesis.items(document, assessment.campaign, finding)
            group.show_sentences(written, [each for each in proposed if each.finding is finding])
        self._again.setVisible(bool(synthesis.dismissed(document, assessment.campaign)))

    def focus_field(self, name: str) -> bool:
        """Lead to the first list that has nothing; return whether the name is that of this card."""
        if name == PLACE:
            empty = [group for group in self.groups.values() if not group.sentences.ids]
            (empty or list(self.groups.values()))[0].focus()
        return name == PLACE

    def _propose_again(self) -> None:
        document, campaign = self._session.document, self._session.campaign
        try:
            with self._session.act("Reproposer les phrases écartées") as tx:
                synthesis.propose_again(document, tx, campaign)
        except UserError as error:
            errors.show_error(self, error)
        else:
            self.refresh()


class SynthesisGroup(QWidget):
    """One of the three lists: what is written, then what is proposed."""

    def __init__(self, session: Session, finding: Finding, changed: Callable[[], object]) -> None:
        """Make the list, empty; `changed` is called after each action."""
        super().__init__()
        self._session, self._finding, self._changed = session, finding, changed
        title, add_label = _TITLES[finding]
        self.sentences = Sentences(session, finding, self._move, self._delete)
        self.proposals = Proposals(self._take, self._dismiss, enabled=not session.document.read_only)
        self.add_button = button(add_label, "plus", on_click=self._add)
        self.add_button.setEnabled(not session.document.read_only)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(10)
        lines.addWidget(text.heading(title))
        for widget in (self.sentences, self.proposals, self.add_button):
            lines.addWidget(widget)
        lines.setAlignment(self.add_button, Qt.AlignmentFlag.AlignLeft)

    def show_sentences(self, written: list[SynthesisItem], proposed: list[SynthesisItem]) -> None:
        """Show the sentences of this list, and those to choose from."""
        self.sentences.show_items(written)
        self.proposals.show_drafts(proposed)

    def focus(self) -> None:
        """Go to the first proposal, else to the first sentence, else to what adds one."""
        if not (self.proposals.focus() or self.sentences.focus()):
            self.add_button.setFocus()

    def _add(self) -> None:
        item = SynthesisItem(campaign_id=self._session.campaign.id, finding=self._finding)
        if self._write(f"Ajouter une phrase ({self._finding.label})", item):
            self.sentences.focus(last=True)

    def _take(self, draft: SynthesisItem) -> None:
        if self._write(f"Reprendre «\u00a0{draft.text}\u00a0»", draft):
            self._after_choice()

    def _dismiss(self, draft: SynthesisItem) -> None:
        document, campaign = self._session.document, self._session.campaign
        label = f"Écarter «\u00a0{draft.text}\u00a0»"
        if self._do(label, lambda tx: synthesis.dismiss(document, tx, campaign, [draft.draft_key])):
            self._after_choice()

    def _move(self, item_id: str, by: int) -> None:
        document = self._session.document
        item = document.get(SynthesisItem, item_id)
        label = f"Déplacer une phrase ({self._finding.label})"
        if self._do(label, lambda tx: synthesis.move(document, tx, item, by)):
            self.sentences.focus(item_id)

    def _delete(self, item_id: str) -> None:
        written = self._session.document.get(SynthesisItem, item_id).text or "(phrase vide)"
        if self._do(f"Supprimer «\u00a0{written}\u00a0»", lambda tx: tx.delete(SynthesisItem, [item_id])):
            if not self.sentences.focus():
                self.add_button.setFocus()
            say_undoable(self, self._session, f"Supprimé\u00a0: {written}")

    def _write(self, label: str, item: SynthesisItem) -> bool:
        return self._do(label, lambda tx: synthesis.add(self._session.document, tx, item))

    def _do(self, label: str, work: Callable[[Transaction], object]) -> bool:
        """Do one action and show what it changed; return whether it was done."""
        self.sentences.save()
        try:
            with self._session.act(label) as tx:
                work(tx)
        except UserError as error:
            errors.show_error(self, error)
            return False
        self._changed()
        return True

    def _after_choice(self) -> None:
        """Stay where one chooses; once nothing is left to choose, go to what was taken last."""
        if not self.proposals.focus():
            self.sentences.focus(last=True)
