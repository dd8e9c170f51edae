"""The lists of the sheet of an action: who helps, the milestones, the money, what it changes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from nrdesk.core.fields import Field
from nrdesk.core.fields.plan import BUDGET_LINE, CONTRIBUTION, MILESTONE, lever, lever_amount
from nrdesk.core.model import Action, ActionLever, BudgetLine, Contribution, Milestone, Record
from nrdesk.core.plan import lever_words
from nrdesk.core.planning import schedule
from nrdesk.core.reference import factors, services
from nrdesk.core.written.prose import capital
from nrdesk.ui.planning import action_form_told as told
from nrdesk.ui.records import RecordSection
from nrdesk.ui.records.record_list import Line
from nrdesk.ui.session import Session


class SheetList(RecordSection):
    """A list of records of one action, drawn as a part of a card rather than as a card."""

    def __init__(self, session: Session, kind: type[Record], fields: Sequence[Field], **options: Any) -> None:  # noqa: ANN401 -- those of the section
        super().__init__(session, kind, fields, flash=False, narrowest=170, **options)
        self.setProperty("flat", True)
        self.body.setContentsMargins(0, 8, 0, 0)

    def show_action(self, action_id: str) -> None:
        """Show the records of an action."""
        if action_id != self._where.get("action_id"):
            self.form.save()
        self.share(action_id=action_id)
        self.refresh()

    def save(self) -> None:
        """Save what was typed and not yet left."""
        self.form.save()


class HelpersList(SheetList):
    """Those who help; the team and those already named in the plan are suggested."""

    def show_action(self, action_id: str) -> None:
        self.form.suggest("who", told.known_people(self._session.document))
        super().show_action(action_id)


class LeversList(SheetList):
    """What an action changes, each lever told in words; the help of the amount follows the other answers."""

    def __init__(self, session: Session) -> None:
        super().__init__(
            session,
            ActionLever,
            lever(_targets()),
            title="Ce qu’elle change dans l’inventaire",
            columns=("subject",),
            add_label="Ajouter un effet",
            noun="un effet",
            empty="Sans effet chiffré, l’action compte, mais elle ne pèse pas dans la trajectoire.",
        )
        self.form.edited.connect(self._describe)

    def _show(self, record_id: str | None) -> None:
        super()._show(record_id)
        self._describe()

    def _describe(self) -> None:
        draft = self.form.draft()
        if isinstance(draft, ActionLever):
            self.form.describe("amount", *lever_amount(draft.subject, draft.operation))

    def _line_of(self, record: Record) -> Line:
        assert isinstance(record, ActionLever)
        since = f"dès {record.from_year}" if record.from_year else ""
        return Line(
            record.id, capital(lever_words.told(record)), " · ".join(filter(None, (since, record.comment)))
        )


class MoneyList(SheetList):
    """The money of one action, in order of years; a new sum is of the same year as the last."""

    def _given(self) -> dict[str, Any]:
        given = super()._given()
        action = self._session.document.get(Action, given["action_id"])
        starts = schedule.span(action).starts
        first = starts.year if starts else self._session.campaign.year
        return {"year": max((line.year for line in self._records()), default=first), **given}

    def _records(self) -> list[Any]:
        found: list[BudgetLine] = super()._records()
        return sorted(found, key=lambda line: (line.year, line.kind))

    def _line_of(self, record: Record) -> Line:
        line = super()._line_of(record)
        return Line(line.id, f"{line.title[:1].upper()}{line.title[1:]}", line.details)


def helpers(session: Session) -> SheetList:
    """Return the list of those who help."""
    return HelpersList(
        session,
        Contribution,
        CONTRIBUTION,
        title="Qui aide",
        columns=("who", "days_per_month", "role"),
        add_label="Ajouter quelqu’un",
        noun="un contributeur",
        empty="Personne d’autre pour l’instant.",
    )


def milestones(session: Session) -> SheetList:
    """Return the list of the milestones."""
    return SheetList(
        session,
        Milestone,
        MILESTONE,
        title="Les jalons",
        columns=("title", "due", "reached"),
        add_label="Ajouter un jalon",
        noun="un jalon",
        empty="Un jalon se voit de loin\u00a0: une décision prise, un marché signé, une salle équipée.",
    )


def money(session: Session) -> MoneyList:
    """Return the list of the sums."""
    return MoneyList(
        session,
        BudgetLine,
        BUDGET_LINE,
        title="L’argent, année par année",
        columns=("kind", "year", "amount", "funder"),
        add_label="Ajouter une somme",
        noun="une somme",
        empty="Ce qu’elle coûte, ce qu’elle économise, ce que d’autres financent. Zéro se dit aussi.",
    )


def _targets() -> dict[str, str]:
    """Return what a lever may change: appliances and digital services, by group or by kind."""
    categories = factors.categories().values()
    kinds = [kind for kind in services.load().kinds.values() if kind.chosen]
    return {
        **{kind.group: kind.group for kind in kinds},
        **{category.group: category.group for category in categories},
        **{kind.id: kind.label for kind in kinds},
        **{category.id: category.label for category in categories},
    }
