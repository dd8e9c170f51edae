"""Fifth screen: the words of the bilan, with a draft taken from what is known."""

from __future__ import annotations

import datetime as dt
from functools import partial

from nrdesk.core.errors import UserError
from nrdesk.core.fields import Field, Value
from nrdesk.core.fields.annual import ANNUAL
from nrdesk.core.model import AnnualReview
from nrdesk.core.monitoring import cycle as annual
from nrdesk.core.monitoring.cycle import Cycle
from nrdesk.core.monitoring.drafts import drafts
from nrdesk.ui import errors
from nrdesk.ui.annual.screen import Screen
from nrdesk.ui.records.field_edit import FieldEdit
from nrdesk.ui.session import Session
from nrdesk.ui.undoing import say_undoable
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.flow import flow
from nrdesk.ui.widgets.form import Form


class CommentsScreen(Screen):
    """The four texts that nrdesk cannot know."""

    def __init__(self, session: Session) -> None:
        super().__init__(
            session,
            "comments",
            "Les mots du bilan",
            "Les chiffres ne disent pas tout. Quatre textes courts, que le conseil lira en premier.",
        )
        form = Form()
        self.edits = {
            field.name: FieldEdit(session, form, field, partial(self._write, field)) for field in ANNUAL
        }
        self._cycle: Cycle | None = None
        self.draft_button = button(
            "Proposer un brouillon",
            "pencil",
            on_click=self.propose,
            help="Remplit les textes vides d’après les actions, les indicateurs et l’empreinte",
        )
        self.add(flow(self.draft_button))
        self.add(form)

    def fill(self, cycle: Cycle) -> None:
        self._cycle = cycle
        locked = bool(cycle.barrier) or cycle.closed
        review = cycle.review or AnnualReview(campaign_id=cycle.campaign.id)
        for name, edit in self.edits.items():
            edit.show(f"bilan:{cycle.campaign.id}", getattr(review, name))
            edit.editor.setEnabled(not locked)
        left = [name for name in self.edits if name != "foreword" and not getattr(review, name).strip()]
        self.draft_button.setHidden(locked or not left)

    def propose(self) -> None:
        """Fill the texts that are empty with a draft, as one action."""
        self.save()
        assert self._cycle is not None
        document, campaign = self.session.document, self._cycle.campaign
        try:
            told = annual.told(document, campaign, dt.date.today(), assessment=self.session.assessment())
            review = annual.review_of(document, campaign) or AnnualReview(campaign_id=campaign.id)
            found = {name: words for name, words in drafts(told).items() if not getattr(review, name).strip()}
            annual.say(document, campaign, "Proposer un brouillon du bilan", **found)
        except UserError as error:
            errors.show_error(self, error)
            return
        say_undoable(self, self.session, "Un brouillon est en place\u00a0: corrigez-le avec vos mots.")

    def save(self) -> None:
        for edit in self.edits.values():
            edit.save_typed()

    def _write(self, field: Field, value: Value) -> None:
        assert self._cycle is not None
        campaign = self._cycle.campaign
        label = f"Modifier «\u00a0{field.label}\u00a0» (bilan {campaign.year})"
        annual.say(self.session.document, campaign, label, **{field.name: str(value or "")})
