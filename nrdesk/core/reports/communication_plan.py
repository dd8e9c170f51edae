"""« Plan de communication »: to whom what is said, when and by whom, what there is to tell, how."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from nrdesk.core.communication import checklist, community, messages, moments
from nrdesk.core.communication.checklist import CheckState
from nrdesk.core.communication.community import CommunityState
from nrdesk.core.communication.messages import PlanState
from nrdesk.core.communication.stories import Story, stories
from nrdesk.core.formatting import count, number
from nrdesk.core.model import (
    Action,
    ActionYear,
    ChosenMoment,
    KitCheck,
    Message,
    Pioneer,
    Reading,
    StepAnswer,
)
from nrdesk.core.reference.communication import CheckTheme
from nrdesk.core.reports import parts
from nrdesk.core.reports.content import (
    Block,
    Column,
    Heading,
    KeyFigure,
    KeyFigures,
    Report,
    Run,
    Table,
    bold,
    bullets,
)
from nrdesk.core.reports.wording import capital, french, prose, sentence, when

if TYPE_CHECKING:
    from nrdesk.core.document import Document

TITLE = "Plan de communication"
_UNKNOWN = "à préciser"
_MOST_STORIES = 6
"""Stories told: a plan is about what comes, and older news are no news."""


def build(document: Document) -> Report:
    """Return the plan of a document, ready to be rendered.

    Raises:
        UserError: a closed bilan cannot be read.
    """
    made_of = (Message, ChosenMoment, Pioneer, KitCheck, StepAnswer, Action, ActionYear, Reading)
    today = parts.date_of(document, *made_of)
    chosen = moments.of_the_year(document.all(ChosenMoment), today)
    plan = messages.state(document.all(Message), today)
    people = community.state(document.all(Pioneer), document.all(ChosenMoment), today)
    blocks = (
        prose(
            "Dire ce que nous faisons, à qui, quand et par qui, et dire aussi ce qui n’a pas marché.",
            style="lead",
        ),
        *_figures(plan, chosen, people),
        *_messages(plan),
        *_moments(chosen),
        *_stories(stories(document, today)[:_MOST_STORIES]),
        *_people(people),
        *_checks(checklist.of_answers(document.all(KitCheck))),
        *parts.answers(document, 10),
    )
    return parts.note(document, TITLE, "Communiquer et faire vivre la démarche", blocks, date=today)


def _figures(plan: PlanState, chosen: Sequence[ChosenMoment], people: CommunityState) -> Iterator[Block]:
    """Yield what there is, once there is something."""
    told = (
        (len(plan.messages), "message", "messages", f"{count(plan.done, 'diffusé')}" if plan.done else ""),
        (len(chosen), "moment de l’année", "moments de l’année", ""),
        (
            len(people.members),
            "volontaire",
            "volontaires",
            f"{people.outside} hors de la collectivité" if people.outside else "",
        ),
    )
    if any(how_many for how_many, *_ in told):
        yield KeyFigures(
            tuple(
                KeyFigure(number(how_many), one if how_many < 2 else many, detail)
                for how_many, one, many, detail in told
            )
        )


def _messages(plan: PlanState) -> Iterator[Block]:
    yield Heading(2, "Les messages")
    if not plan.messages:
        yield parts.to_complete("prévoyez à l’étape 10 un message aux agents et un message aux habitants.")
        return
    columns = (
        Column("Date", 1.4),
        Column("Message", 2.8),
        Column("Pour qui", 1.3),
        Column("Canal", 1.2),
        Column("Qui s’en charge", 1.8),
        Column("État", 0.8),
    )
    rows = tuple(
        (
            when(each.planned),
            each.title or messages.UNNAMED,
            each.audience.label,
            each.channel.label,
            each.owner or _UNKNOWN,
            each.status.label,
        )
        for each in plan.messages
    )
    yield Table("Les messages, par date", columns, rows)
    if detailed := [each for each in plan.messages if each.text.strip()]:
        yield prose("Ce que chacun doit retenir :")
        yield bullets(*(_detail(each) for each in detailed))
    yield prose(plan.sentence)
    if plan.forgotten:
        names = " ni aux ".join(each.label for each in plan.forgotten)
        yield parts.to_complete(f"aucun message ne va aux {names}.")


def _detail(message: Message) -> tuple[Run, ...]:
    eco = f" Sobriété : {sentence(message.eco_choices)}" if message.eco_choices.strip() else ""
    result = f" Résultat : {sentence(message.result)}" if message.result.strip() else ""
    text = " ".join(map(sentence, filter(str.strip, message.text.splitlines())))
    title = message.title or messages.UNNAMED
    return (bold(f"{sentence(title)} "), Run(f"{text}{french(eco)}{french(result)}"))


def _moments(chosen: tuple[ChosenMoment, ...]) -> Iterator[Block]:
    yield Heading(2, "Les moments de l’année")
    if not chosen:
        yield parts.to_complete("choisissez à l’étape 10 trois moments de l’année où en parler.")
        return
    columns = (
        Column("Quand", 1.6),
        Column("Moment", 2.0),
        Column("Ce que nous y faisons", 3.0),
        Column("Qui s’en charge", 1.6),
    )
    yield Table("Les moments choisis", columns, tuple(map(_moment, chosen)))


def _moment(each: ChosenMoment) -> tuple[str, ...]:
    sure = each.confirmed or each.held or not each.starts
    when_told = moments.period(each.starts, each.ends) + ("" if sure else " (à confirmer)")
    done = f"A eu lieu. {each.comment}".strip() if each.held else each.idea
    return (when_told, each.title, done or _UNKNOWN, each.owner or _UNKNOWN)


def _stories(found: tuple[Story, ...]) -> Iterator[Block]:
    if not found:
        return
    yield Heading(2, "Ce que nous avons à raconter")
    for story in found:
        yield Heading(3, story.title)
        figure = (f"{story.figure.text}.",) if story.figure else ()
        source = f"Source : {story.source}."
        yield prose(" ".join((f"{capital(when(story.date))}.", *figure, *story.facts, source)))
        if story.not_done:
            yield prose("Ce qui n’a pas marché, ou pas encore :")
            yield bullets(*((Run(line),) for line in story.not_done))


def _people(found: CommunityState) -> Iterator[Block]:
    """Yield how many volunteers there are: their names are theirs, and stay in the file."""
    yield Heading(2, "Les volontaires")
    if found.members:
        yield prose(found.sentence)
    else:
        yield parts.to_complete("notez à l’étape 10 ceux qui font vivre la démarche, avec leur accord.")


def _checks(found: checklist.Checklist) -> Iterator[Block]:
    yield Heading(2, "Une communication responsable")
    told = (
        f"{count(found.done, 'point tenu', 'points tenus')} sur {len(found.items)}"
        if found.done
        else f"Aucun des {len(found.items)} points n’est encore tenu"
    )
    yield prose(f"{told}. Ceux que nous ne tenons pas se disent aussi.")
    columns = (Column("Ce que nous vérifions", 3.2), Column("Tenu", 0.7), Column("Remarque", 2.4))
    for theme in CheckTheme:
        yield Table(theme.label, columns, tuple(map(_check, found.of(theme))))


def _check(state: CheckState) -> tuple[str, ...]:
    return (state.check.text, "oui" if state.done else "pas encore", state.comment or "–")
