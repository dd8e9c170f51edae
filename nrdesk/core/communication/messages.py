"""The communication plan: what each message still wants, whom nobody tells anything, how to begin."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nrdesk.core import dates
from nrdesk.core.communication.story import Story
from nrdesk.core.council import day_of, outcome
from nrdesk.core.formatting import NBSP, count, euros
from nrdesk.core.model import Channel, Deliberation, Message, MessageAudience, MessageStatus
from nrdesk.core.reference.communication import MessageIdea, message_ideas
from nrdesk.core.written.prose import listed
from nrdesk.core.written.words import normal, quoted

if TYPE_CHECKING:
    from nrdesk.core.document import Document

UNNAMED = "message sans titre"
EXPECTED = (
    MessageAudience.AGENTS,
    MessageAudience.INHABITANTS,
    MessageAudience.ELECTED,
)
"""Those whom a strategy is told to first, whatever the size of the collectivité."""
_CHANNELS_EACH = 2
"""Channels from which a public is told something by more than one way: « éviter le mono-canal » (guide)."""


@dataclass(frozen=True, slots=True)
class PlanState:
    """The communication plan on a day."""

    messages: tuple[Message, ...]
    """By date, those that have none last; dropped ones left out."""
    late: tuple[Message, ...]
    """Still planned, their date is past."""
    incomplete: tuple[Message, ...]
    forgotten: tuple[MessageAudience, ...]
    """Publics of `EXPECTED` to whom no message goes."""
    single: tuple[MessageAudience, ...]
    """Publics of several messages that all go by the same channel."""
    cost: float
    """Euros excl. tax, where it is known."""

    @property
    def done(self) -> int:
        """How many messages went out."""
        return sum(each.status is MessageStatus.DONE for each in self.messages)

    @property
    def sentence(self) -> str:
        """What the plan holds, in French."""
        if not self.messages:
            return "Aucun message pour l’instant\u00a0: nrdesk en propose, à reprendre avec vos mots."
        out = count(self.done, "diffusé") if self.done else "pas encore diffusé"
        if not self.done and len(self.messages) > 1:
            out = "aucun diffusé"
        parts = [count(len(self.messages), "message"), out]
        if self.cost:
            parts.append(f"{euros(self.cost)} HT")
        return f"{', '.join(parts)}."

    @property
    def remarks(self) -> tuple[str, ...]:
        """What asks for somebody, in French sentences."""
        return tuple(self._remarks())

    def _remarks(self) -> Iterator[str]:
        if self.late:
            yield f"Date passée{NBSP}: {_titles(self.late)}. Dites si c’est fait, ou changez la date."
        for message in self.incomplete[:1]:
            yield f"{_titles([message])}{NBSP}: il manque {listed(list(wants(message)))}."
        if self.messages and self.forgotten:
            yield f"Aucun message pour les {listed([each.label for each in self.forgotten])}."
        for audience in self.single:
            yield (
                f"Tout passe par le même canal pour les {audience.label}{NBSP}: ajoutez-en un autre, "
                "personne ne lit tout."
            )


def wants(message: Message) -> tuple[str, ...]:
    """Return what a message lacks to be sent, in French with its article."""
    asked = (
        (message.title.strip(), "un titre"),
        (message.planned, "une date"),
        (message.owner.strip(), "un responsable"),
        (message.text.strip(), "ce qu’il faut retenir"),
    )
    return tuple(words for value, words in asked if not value)


def state(messages: Iterable[Message], today: dt.date) -> PlanState:
    """Return the communication plan as it stands on a day."""
    kept = tuple(
        sorted(
            (each for each in messages if each.status is not MessageStatus.DROPPED),
            key=lambda each: (each.planned or "9999", each.rank),
        )
    )
    planned = [each for each in kept if each.status is MessageStatus.PLANNED]
    channels: dict[MessageAudience, list[Channel]] = defaultdict(list)
    for each in kept:
        channels[each.audience].append(each.channel)
    return PlanState(
        messages=kept,
        late=tuple(each for each in planned if each.planned and dates.last_day(each.planned) < today),
        incomplete=tuple(each for each in planned if wants(each)),
        forgotten=tuple(each for each in EXPECTED if each not in channels),
        single=tuple(
            audience
            for audience, used in channels.items()
            if len(used) >= _CHANNELS_EACH and len(set(used)) < _CHANNELS_EACH
        ),
        cost=sum(each.cost or 0.0 for each in kept),
    )


def session_day(document: Document) -> dt.date | None:
    """Return the day of the session where the strategy is voted, or was; None while it is not known."""
    days = [day for each in document.all(Deliberation) if (day := day_of(each.meeting))]
    return max(days, default=None)


def adopted_on(deliberations: Iterable[Deliberation]) -> dt.date | None:
    """Return when the strategy was adopted; None while it is not."""
    days = [day for each in deliberations if outcome(each).adopted and (day := day_of(each.meeting))]
    return max(days, default=None)


def ideas(document: Document, *, small: bool = False) -> tuple[MessageIdea, ...]:
    """Return the messages to begin with that the plan does not have, by title.

    Args:
        document: the document.
        small: keep to those with which a small commune would begin.
    """
    known = {normal(each.title) for each in document.all(Message)}
    return tuple(
        each for each in message_ideas() if normal(each.title) not in known and (each.small or not small)
    )


def take(document: Document, chosen: Sequence[MessageIdea]) -> tuple[Message, ...]:
    """Add messages to the plan, dated from the session where the strategy is voted when it is known."""
    session = session_day(document)
    rank = _last_rank(document)
    taken = tuple(
        Message(
            title=idea.title,
            audience=idea.audience,
            channel=idea.channel,
            text=idea.text,
            eco_choices=idea.eco_choices,
            planned=(session + dt.timedelta(days=idea.after_days)).isoformat() if session else None,
            rank=rank + place,
        )
        for place, idea in enumerate(chosen, start=1)
    )
    with document.action(f"Ajouter {count(len(taken), 'message')} au plan de communication") as tx:
        tx.add_all(taken)
    return taken


def of_story(
    document: Document,
    story: Story,
    *,
    audience: MessageAudience = MessageAudience.INHABITANTS,
    channel: Channel = Channel.BULLETIN,
) -> Message:
    """Add a message that tells a story, with what did not work."""
    figure = (f"{story.figure.text}.",) if story.figure else ()
    message = Message(
        title=story.title,
        audience=audience,
        channel=channel,
        text="\n".join((*figure, *story.facts[:1], *story.not_done[:1])),
        rank=_last_rank(document) + 1,
    )
    with document.action(f"Préparer un message ({story.title})") as tx:
        tx.add(message)
    return message


def _last_rank(document: Document) -> int:
    return max((each.rank for each in document.all(Message)), default=0)


def _titles(messages: Sequence[Message]) -> str:
    return ", ".join(quoted(each.title or UNNAMED) for each in messages)
