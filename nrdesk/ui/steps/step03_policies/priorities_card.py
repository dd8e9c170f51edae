"""The priorities that come out of the matrix, and what the collectivité makes of them in its own words."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from nrdesk.core.fields import Value
from nrdesk.core.fields.field import long_text
from nrdesk.core.formatting import count
from nrdesk.core.model import PolicyDocument, PolicyLink, StepAnswer
from nrdesk.core.policies.matrix import MOST_PRIORITIES, Priority, priorities, ranking
from nrdesk.core.steps import STEPS
from nrdesk.ui.records.field_edit import FieldEdit
from nrdesk.ui.session import Session
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.card import Card, Panel
from nrdesk.ui.widgets.form import Form
from nrdesk.ui.widgets.layout import clear, row
from nrdesk.ui.widgets.pill import Pill

PLACE = "priorities"
"""Name under which the checklist leads here."""
_STEP = 3


class PrioritiesCard(Card):
    """Shows what emerges, says why, and leaves the last word to the collectivité."""

    def __init__(self, session: Session) -> None:
        super().__init__("Les priorités qui en ressortent")
        self._session = session
        # The last question of the guide: its answer is in the documents, whichever field it was typed in.
        self._question = STEPS[_STEP - 1].guide.questions[-1]
        self._found = QVBoxLayout()
        self._found.setSpacing(8)
        self.add_layout(self._found)
        form = Form(columns=1)
        words = long_text(
            "text", "Vos priorités, avec vos mots", "Elles figurent dans la note d’articulation."
        )
        self._words = FieldEdit(session, form, words, self._write)
        self.add(form)

    def refresh(self) -> None:
        """Show what the document holds."""
        document = self._session.document
        records = document.all(PolicyDocument), document.all(PolicyLink)
        ranked, emerging = ranking(*records), priorities(*records)
        clear(self._found)
        for rank, priority in enumerate(emerging, 1):
            self._found.addWidget(_panel(rank, priority))
        self._found.addWidget(text.muted(_sentence(ranked, emerging)))
        answers = document.all(StepAnswer, step=_STEP, question=self._question)
        self._words.show(f"{_STEP}:{self._question}", answers[0].text if answers else "")

    def focus_field(self, name: str) -> bool:
        """Lead to the words of the collectivité; return whether the name is that of this card."""
        if name == PLACE:
            self._words.focus()
        return name == PLACE

    def _write(self, value: Value) -> None:
        document = self._session.document
        kept = document.ids(StepAnswer, step=_STEP, question=self._question)
        with self._session.act("Modifier «\u00a0Vos priorités\u00a0»") as tx:
            if kept:
                tx.update(StepAnswer, kept[0], text=value)
            else:
                tx.add(StepAnswer(step=_STEP, question=self._question, text=str(value)))


def _panel(rank: int, priority: Priority) -> QWidget:
    points = Pill(count(priority.score, "point"), "accent")
    title = text.strong(f"{rank}. {priority.axis.label}", wrap=False)
    return Panel(row(title, points, gap=12), text.body(priority.reason, terms=True))


def _sentence(ranked: tuple[Priority, ...], emerging: tuple[Priority, ...]) -> str:
    """Return what is said under the priorities, or in their place."""
    if not ranked:
        return "Elles apparaîtront dès qu’un document touchera un axe."
    if not emerging:
        return (
            f"Plus de {MOST_PRIORITIES} axes sont à égalité\u00a0: rien ne ressort. Donnez plus de force "
            "à ceux qui comptent vraiment."
        )
    rest = ranked[len(emerging) :]
    then = ", ".join(f"{each.axis.label} ({each.score})" for each in rest)
    return f"Ensuite\u00a0: {then}." if then else "Aucun autre axe n’est touché."
