"""The checklist of a responsible communication: accessible, sober, transparent."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from nrdesk.core.model import KitCheck
from nrdesk.core.reference.communication import CheckTheme, CommunicationCheck, checks

if TYPE_CHECKING:
    from nrdesk.core.document import Document


@dataclass(frozen=True, slots=True)
class CheckState:
    """An item of the checklist and its answer."""

    check: CommunicationCheck
    answer: KitCheck | None

    @property
    def done(self) -> bool:
        """Whether it is ticked."""
        return self.answer is not None and self.answer.done

    @property
    def comment(self) -> str:
        """What was written of it."""
        return self.answer.comment if self.answer else ""


@dataclass(frozen=True, slots=True)
class Checklist:
    """The checklist as it was answered."""

    items: tuple[CheckState, ...]

    @property
    def done(self) -> int:
        """How many are ticked."""
        return sum(each.done for each in self.items)

    @property
    def complete(self) -> bool:
        """Whether all are."""
        return self.done == len(self.items)

    @property
    def sentence(self) -> str:
        """Where it stands, in French."""
        if self.complete:
            return "Tout est vérifié\u00a0: votre communication ressemble à ce qu’elle défend."
        return f"{self.done} sur {len(self.items)}\u00a0: un point que vous ne tenez pas se dit aussi."

    def of(self, theme: CheckTheme) -> tuple[CheckState, ...]:
        """Return the items of a theme."""
        return tuple(each for each in self.items if each.check.theme is theme)


def of_answers(answers: Iterable[KitCheck]) -> Checklist:
    """Return the checklist given the answers there are; the last one counts where there are several."""
    known = {each.item: each for each in answers}
    return Checklist(tuple(CheckState(check, known.get(id)) for id, check in checks().items()))


def answer(document: Document, item: str, *, done: bool | None = None, comment: str | None = None) -> None:
    """Answer an item of the checklist; what is None stays as it is.

    Raises:
        KeyError: there is no such item.
    """
    check = checks()[item]
    found = document.all(KitCheck, item=item)
    before = found[-1] if found else KitCheck(item=item)
    after = replace(
        before,
        done=before.done if done is None else done,
        comment=before.comment if comment is None else comment,
    )
    if after == before:
        return
    verb = "Commenter" if done is None else "Cocher" if done else "Décocher"
    with document.action(f"{verb} un point de la communication ({check.text})") as tx:
        if found:
            tx.update(KitCheck, after.id, done=after.done, comment=after.comment)
        else:
            tx.add(after)
