"""Stories of people: the vote of the assembly, charters signed, who was trained, who committed themselves."""

from __future__ import annotations

from collections.abc import Iterator

from nrdesk.core.ambition import in_order
from nrdesk.core.communication.known import Known, few
from nrdesk.core.communication.story import Figure, Story, StoryKind
from nrdesk.core.council import day_of, outcome
from nrdesk.core.formatting import NBSP, count, number
from nrdesk.core.knowledge.training import TrainingFigures, training_of
from nrdesk.core.model import (
    Audience,
    AwarenessSession,
    Charter,
    Commitment,
    Deliberation,
    Objective,
    SessionStatus,
)
from nrdesk.core.written.prose import capital, council, sentence
from nrdesk.core.written.words import quoted

_MOST_OBJECTIVES = 3


def votes(known: Known) -> Iterator[Story]:
    """Yield the deliberation that adopted the strategy."""
    for each in known.document.all(Deliberation):
        day = day_of(each.meeting)
        if day and day <= known.today and outcome(each).adopted:
            yield _vote(known, each, day.isoformat())


def charters(known: Known) -> Iterator[Story]:
    """Yield the charters, labels and networks joined."""
    for charter in known.document.all(Charter):
        name = " ".join(charter.name.split())
        if name and known.happened(charter.signed):
            yield Story(
                id=f"charter:{charter.id}",
                kind=StoryKind.CHARTER,
                date=charter.signed or "",
                title=f"Nous nous engageons{NBSP}: {name}",
                facts=(f"{capital(council(known.document.authority))} rejoint {quoted(name)}.",),
                not_done=(f"Signer ne suffit pas{NBSP}: nous dirons chaque année où nous en sommes.",),
                figure=None,
                source=charter.link or "Engagements signés",
            )


def trainings(known: Known) -> Iterator[Story]:
    """Yield how many people were trained, on the day of the last session held."""
    held = [
        each.held_on
        for each in known.document.all(AwarenessSession)
        if each.status is SessionStatus.HELD
        and each.audience is not Audience.INHABITANTS
        and known.happened(each.held_on)
    ]
    figures = training_of(known.document)
    trained = figures.agents_trained + figures.elected_trained
    if held and trained:
        yield _training(known, figures, trained, max(day for day in held if day))


def commitments(known: Known) -> Iterator[Story]:
    """Yield the commitments signed, together, on the day of the last one."""
    signed = [each for each in known.document.all(Commitment) if known.happened(each.signed)]
    if not signed:
        return
    heads = (known.document.authority.agents or 0) + (known.document.authority.elected or 0)
    left = heads - len(signed)
    yield Story(
        id="commitments",
        kind=StoryKind.COMMITMENTS,
        date=max(each.signed or "" for each in signed),
        title=f"{count(len(signed), 'personne s’est engagée', 'personnes se sont engagées')}",
        facts=tuple(dict.fromkeys(sentence(each.text) for each in signed if each.text.strip()))[:3],
        not_done=(f"{count(left, 'agent ou élu n’a', 'agents et élus n’ont')} pas encore signé.",)
        if left > 0
        else (),
        figure=Figure(
            number(len(signed)), "engagement signé" if len(signed) < 2 else "engagements signés", counted=True
        ),
        source="Engagements signés",
    )


def _vote(known: Known, each: Deliberation, day: str) -> Story:
    authority = known.document.authority
    objectives = [goal for goal in in_order(known.document.all(Objective)) if goal.title.strip()]
    aimed = sum(goal.target_value is not None and bool(goal.due) for goal in objectives)
    titles = ", ".join(quoted(goal.title) for goal in objectives[:_MOST_OBJECTIVES])
    facts = (
        f"{capital(council(authority))} a adopté notre stratégie numérique responsable.",
        sentence(outcome(each).reason),
        f"Nos premiers objectifs{NBSP}: {titles}." if titles else "",
    )
    goals = "objectif chiffré et daté" if aimed < 2 else "objectifs chiffrés et datés"
    return Story(
        id=f"vote:{each.id}",
        kind=StoryKind.VOTE,
        date=day,
        title="Notre stratégie numérique responsable est votée",
        facts=tuple(filter(None, facts)),
        not_done=few(known.difficulties),
        figure=Figure(number(aimed), goals, counted=True) if aimed else None,
        source=f"Délibération {each.number}".strip(),
    )


def _training(known: Known, figures: TrainingFigures, trained: int, day: str) -> Story:
    authority = known.document.authority
    heads = (authority.agents or 0) + (authority.elected or 0)
    parts = [
        count(several, one)
        for several, one in ((figures.elected_trained, "élu"), (figures.agents_trained, "agent"))
        if several
    ]
    label = "personne sensibilisée" if trained < 2 else "personnes sensibilisées"
    followed = "a suivi une séance" if trained < 2 else "ont suivi une séance"
    return Story(
        id="training",
        kind=StoryKind.TRAINING,
        date=day,
        title=f"{number(trained)}{NBSP}{label} au numérique",
        facts=(f"{' et '.join(parts)} {followed}.",),
        not_done=few([*_untrained(known, heads - trained), figures.note]),
        figure=Figure(
            number(trained), f"{label} sur {number(heads)}" if heads >= trained else label, counted=True
        ),
        source="Feuilles de présence",
    )


def _untrained(known: Known, left: int) -> Iterator[str]:
    if left > 0:
        yield f"{count(left, 'agent ou élu n’a', 'agents et élus n’ont')} pas encore suivi de séance."
    sessions = known.document.all(AwarenessSession)
    if cancelled := sum(each.status is SessionStatus.CANCELLED for each in sessions):
        yield f"{count(cancelled, 'séance a été annulée', 'séances ont été annulées')}."
