"""Who, when and with what: actors, dates, who carries it, follow-up, means."""

from __future__ import annotations

from itertools import groupby

from nrdesk.core.ambition import in_order
from nrdesk.core.formatting import NBSP, count, number
from nrdesk.core.model import (
    Action,
    BodyLevel,
    BudgetLine,
    Deliberation,
    GovernanceBody,
    Milestone,
    Objective,
    Person,
    Scope,
    Stakeholder,
    Workshop,
)
from nrdesk.core.planning import budget
from nrdesk.core.richtext import Insert
from nrdesk.core.roadmap.drafts.heading import UNNAMED
from nrdesk.core.roadmap.facts import Facts
from nrdesk.core.roadmap.pieces import (
    Drawn,
    Missing,
    Words,
    bullets,
    ours,
    paragraph,
    said,
    strong,
)
from nrdesk.core.team import actors as team_actors
from nrdesk.core.team import coverage
from nrdesk.core.written.prose import after_colon, capital, council, days, listed, sentence, when
from nrdesk.core.written.words import normal

WHO_REPORTS = "Qui rend compte, à qui, et quand ?"
"""Question of the guide (step 6)."""
COST = "Combien cela coûte-t-il, combien cela fait-il économiser, qui peut aider ?"
"""Question of the guide (step 8)."""
_MOST_ACTORS = 8


def actors(facts: Facts) -> Drawn:
    """Draw who takes part, inside and on the territory."""
    found = facts.all(Stakeholder)
    if not found:
        yield Missing("notez à l’étape 1 les acteurs qui comptent, dedans et dehors.", "step1", "actors")
        return
    for scope, opening in (
        (Scope.INTERNAL, "En interne, nous comptons sur :"),
        (Scope.TERRITORY, "Sur le territoire, nous comptons sur :"),
    ):
        alike = sorted((each for each in found if each.scope is scope), key=_weight)
        if alike:
            yield paragraph(opening)
            yield bullets(map(_actor, alike[:_MOST_ACTORS]))
        else:
            where = "en interne" if scope is Scope.INTERNAL else "sur le territoire"
            yield Missing(f"notez à l’étape 1 au moins un acteur {where}.", "step1", "actors")
    if any(team_actors.quarter(each) for each in found):
        yield Insert("stakeholder_map")


def _weight(actor: Stakeholder) -> tuple[int, str]:
    return -((actor.influence or 0) + (actor.interest or 0)), actor.id


def _actor(actor: Stakeholder) -> tuple[Words, ...]:
    told = actor.contribution.strip() or actor.role.strip()
    name = strong(actor.name.strip() or actor.kind.label)
    return (name, " : ", said(sentence(told))) if told else (name,)


def dates(facts: Facts) -> Drawn:
    """Draw what comes when: meetings, the vote, the dates of the objectives and of the plan as a whole."""
    events = [
        *(
            (each.starts[:10], each.title or each.kind.label)
            for each in facts.all(Workshop)
            if each.starts and not each.held
        ),
        *(
            (each.meeting[:10], f"Vote par {council(facts.authority)}")
            for each in facts.all(Deliberation)
            if each.meeting
        ),
        *((each.due, each.title or UNNAMED) for each in facts.all(Objective) if each.due),
        *(
            (each.due, each.title)
            for each in facts.all(Milestone)
            if each.due and each.title.strip() and not each.reached and each.action_id is None
        ),
    ]
    if not any(each.due for each in facts.all(Objective)):
        yield Missing("donnez à l’étape 5 une échéance à chaque objectif.", "step5", "objectives")
    if events:
        yield paragraph("Les rendez-vous à tenir :")
        by_date = groupby(
            sorted(events, key=lambda event: (event[0], normal(event[1]))), key=lambda event: event[0]
        )
        yield bullets(
            (
                ours(f"{capital(when(date))} : ", bold=True),
                said(sentence("\u00a0; ".join(t for _, t in same))),
            )
            for date, same in by_date
        )
    yield paragraph("Chaque année, un bilan dira ce qui est fait et ce qui reste à faire.")


def governance(facts: Facts) -> Drawn:
    """Draw who carries the approach, who coordinates it, where it is decided and followed."""
    people, bodies = facts.all(Person), facts.all(GovernanceBody)
    sponsors, coordinators = coverage.sponsors(people), coverage.coordinators(people)
    if sponsors:
        verb = "porte" if len(sponsors) == 1 else "portent"
        yield paragraph(said(listed(list(map(_name, sponsors)))), f" {verb} la démarche devant les élus.")
    else:
        yield Missing("dites à l’étape 1 quel élu, ou quelle direction, porte la démarche.", "step1", "team")
    if coordinators:
        verb = "coordonne" if len(coordinators) == 1 else "coordonnent"
        yield paragraph(
            said(listed(list(map(_name, coordinators)))), f" {verb} le travail de tous les jours."
        )
    else:
        yield Missing("dites à l’étape 1 qui coordonne la démarche.", "step1", "team")
    for level, what, todo in (
        (BodyLevel.STRATEGIC, "On décide ici :", "le rendez-vous où l’on décide"),
        (BodyLevel.OPERATIONAL, "On avance ici :", "le rendez-vous où l’on avance"),
    ):
        if alike := [body for body in bodies if body.level is level]:
            yield paragraph(what)
            yield bullets(map(_body, alike))
        else:
            yield Missing(f"choisissez à l’étape 1 {todo}.", "step1", "bodies")


def _name(person: Person) -> str:
    return f"{person.name} ({person.function})" if person.function.strip() else person.name


def _body(body: GovernanceBody) -> tuple[Words, ...]:
    told = [capital(sentence(part)) for part in (body.rhythm.label, body.members.strip()) if part]
    name = strong(sentence(body.name.strip() or "Réunion sans nom"))
    return (name, " ", said(" ".join(told))) if told else (name,)


def follow_up(facts: Facts) -> Drawn:
    """Draw how it is followed, with which indicators, and who is told of it."""
    bodies = [body for body in facts.all(GovernanceBody) if body.rhythm.label]
    if bodies:
        told = listed([f"{body.name} ({body.rhythm.label})" for body in bodies])
        yield paragraph("Nous ferons le point à dates fixes : ", said(f"{told}."))
    else:
        yield Missing("dites à l’étape 1 à quel rythme vous ferez le point.", "step1", "bodies")
    indicators = dict.fromkeys(
        capital(each.indicator.strip()) for each in in_order(facts.all(Objective)) if each.indicator.strip()
    )
    if indicators:
        yield paragraph("Nous suivrons, toujours de la même façon :")
        yield bullets((said(each),) for each in indicators)
    else:
        yield Missing("donnez à l’étape 5 un indicateur à chaque objectif.", "step5", "objectives")
    if answer := facts.answer(6, WHO_REPORTS):
        yield paragraph(
            ours("Qui en rend compte, et quand : ", bold=True), said(after_colon(sentence(answer)))
        )
    yield paragraph(
        f"Chaque année, avant de voter le budget, {council(facts.authority)} verra un bilan : ce qui avance "
        "et ce qui n’avance pas. Les agents et les habitants en auront une version courte."
    )


def means(facts: Facts) -> Drawn:
    """Draw the time and the money."""
    people = facts.all(Person)
    given = sum(person.days_per_month or 0.0 for person in people)
    if given:
        team = count(len(people), "personne")
        yield paragraph(
            ours("Du temps : ", bold=True), f"l’équipe ({team}) y consacre {days(given)} par mois."
        )
    else:
        yield Missing("dites à l’étape 1 le temps que l’équipe y consacre.", "step1", "team")
    money, answer = _money(facts), facts.answer(8, COST)
    if money or answer:
        between = " " if money and answer else ""
        last = said(sentence(answer)) if answer else ""
        yield paragraph(ours("De l’argent : ", bold=True), f"{money}{between}", last)
    else:
        yield Missing(
            "dites à l’étape 8 ce que coûtent les actions, ou quelles aides existent.", "step8", "means"
        )
    if found := [each for each in in_order(facts.all(Objective)) if each.means.strip()]:
        yield paragraph("Pour chaque objectif :")
        yield bullets(
            (strong(f"{each.title or UNNAMED}\u00a0: "), said(sentence(each.means))) for each in found
        )


def _money(facts: Facts) -> str:
    """Return what the action plan costs and brings back, in French; "" while no sum is written."""
    found = budget.budget(facts.all(Action), facts.all(BudgetLine))
    if not found.years:
        return ""
    first, last, total = found.years[0].year, found.years[-1].year, found.total
    when_told = f"en {first}" if first == last else f"de {first} à {last}"
    told = f"le plan d’action coûte {_euros(total.cost)} {when_told}"
    told += f" et fait économiser {_euros(total.savings)}." if total.savings else "."
    helped = [
        f"{_euros(amount)} {words}"
        for amount, words in ((total.secured, "acquis"), (total.hoped, "demandés"))
        if amount
    ]
    return f"{told} Aides : {', '.join(helped)}." if helped else told


def _euros(amount: float) -> str:
    """Return a sum without cents, as budgets are voted."""
    return f"{number(amount)}{NBSP}€"
