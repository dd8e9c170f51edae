"""« Note de cadrage »: why the approach starts, with whom, how it is followed, what comes next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from nrdesk.core.formatting import count
from nrdesk.core.model import (
    Authority,
    AwarenessSession,
    BodyLevel,
    GovernanceBody,
    Person,
    SessionStatus,
    Stakeholder,
    TradeCoverage,
)
from nrdesk.core.reports import parts, wording
from nrdesk.core.reports.content import (
    Block,
    BulletList,
    Column,
    Heading,
    Report,
    Run,
    Table,
    bold,
    bullets,
    runs,
)
from nrdesk.core.reports.wording import capital, french, listed, prose, sentence, when
from nrdesk.core.team import actors, coverage
from nrdesk.core.team.actors import Quarter

if TYPE_CHECKING:
    from nrdesk.core.document import Document

TITLE = "Note de cadrage"
_MOST_ACTORS = 6


def build(document: Document) -> Report:
    """Return the note of a document, ready to be rendered."""
    date = parts.date_of(document, Person, TradeCoverage, GovernanceBody, Stakeholder, AwarenessSession)
    authority = document.authority
    people, bodies = document.all(Person), document.all(GovernanceBody)
    blocks = (
        *_why(authority),
        parts.law(authority, date),
        *team(people),
        *_trades(people, document.all(TradeCoverage)),
        *governance(bodies),
        *_first_actors(document.all(Stakeholder)),
        *_next(authority, document.all(AwarenessSession), bodies),
    )
    subtitle = "Démarche numérique responsable"
    return parts.note(document, TITLE, subtitle, blocks, date=date, legal=True)


def _why(authority: Authority) -> Iterator[Block]:
    who = capital(wording.the_authority(authority))
    yield prose(
        f"{who} engage une démarche numérique responsable. Cette note dit pourquoi, avec qui, et comment "
        "nous ferons le point.",
        style="lead",
    )
    yield Heading(2, "Pourquoi nous commençons")
    yield prose(
        "Ordinateurs, téléphones, logiciels, démarches en ligne : le numérique est dans chaque bureau et "
        "dans chaque classe. Fabriquer les appareils use des métaux et de l’énergie. Les acheter pèse sur le "
        "budget. Et une démarche trop compliquée laisse des habitants à la porte."
    )
    yield prose(
        "Un numérique responsable fait durer le matériel, achète moins et mieux, et garde une place à ceux "
        f"qui ne sont pas à l’aise avec un écran. {_size(authority)}"
    )


def _size(authority: Authority) -> str:
    told = [
        count(value, word)
        for value, word in (
            (authority.population_municipal, "habitant"),
            (authority.agents, "agent"),
            (authority.elected, "élu"),
        )
        if value
    ]
    return f"Nous le ferons à notre taille : {listed(told)}." if told else ""


def team(people: Sequence[Person]) -> Iterator[Block]:
    """Yield who leads the approach, with what time, or that nobody is named yet."""
    yield Heading(2, "L’équipe")
    if not people:
        yield parts.to_complete("nommez l’équipe à l’étape 1, même si elle ne compte que deux personnes.")
        return
    coordinators, sponsors = coverage.coordinators(people), coverage.sponsors(people)
    told = []
    if coordinators:
        verb = "coordonne" if len(coordinators) == 1 else "coordonnent"
        told.append(f"{_names(coordinators)} {verb} la démarche.")
    if sponsors:
        verb = "la porte et tranche" if len(sponsors) == 1 else "la portent et tranchent"
        told.append(f"{_names(sponsors)} {verb}.")
    if days := sum(person.days_per_month or 0.0 for person in people):
        told.append(f"En tout, l’équipe y consacre {wording.days(days)} par mois.")
    if told:
        yield prose(" ".join(told))
    if not coordinators:
        yield parts.to_complete("dites à l’étape 1 qui coordonne la démarche.")
    if not sponsors:
        yield parts.to_complete("dites à l’étape 1 quel élu, ou quelle direction, porte la démarche.")
    columns = (
        Column("Nom", 2),
        Column("Fonction", 2.6),
        Column("Dans la démarche", 1.7),
        Column("Temps donné", 1.6),
    )
    rows = tuple(
        (person.name, person.function or person.role.label, _part(person), _time(person)) for person in people
    )
    yield Table("L’équipe de la démarche", columns, rows)


def _names(people: Sequence[Person]) -> str:
    return listed([person.name for person in people])


def _part(person: Person) -> str:
    taken = [
        word for word, is_so in (("coordonne", person.is_coordinator), ("porte", person.is_sponsor)) if is_so
    ]
    return " et ".join(taken) or "participe"


def _time(person: Person) -> str:
    if person.days_per_month is None:
        return "à convenir"
    return f"{wording.days(person.days_per_month)} par mois"


def _trades(people: Sequence[Person], coverages: Sequence[TradeCoverage]) -> Iterator[Block]:
    yield Heading(2, "Les sept métiers utiles")
    covered = coverage.covered_trades(people, coverages)
    missing = [trade.trade.label for trade in covered if not trade.covered]
    if len(missing) == len(covered):
        yield parts.to_complete(
            "dites à l’étape 1 qui suit l’informatique, les achats, la communication et les autres métiers. "
            "L’intercommunalité peut en assurer une partie."
        )
        return
    if missing:
        yield prose(f"Il reste à trouver quelqu’un pour : {listed(missing)}.")
    columns = (Column("Métier", 1.4), Column("Qui le suit", 2))
    rows = tuple((capital(trade.trade.label), trade.who) for trade in covered)
    yield Table("Qui suit chaque métier", columns, rows)


def governance(bodies: Sequence[GovernanceBody]) -> Iterator[Block]:
    """Yield where it is followed and decided, and what is missing of it."""
    yield Heading(2, "Comment nous faisons le point")
    if bodies:
        columns = (
            Column("Instance", 1.5),
            Column("Pour", 1.5),
            Column("Rythme", 1.3),
            Column("Qui y siège", 2.6),
        )
        rows = tuple(
            (_body(body), body.level.label, body.rhythm.label or "à convenir", body.members or "à préciser")
            for body in bodies
        )
        yield Table("Les rendez-vous de suivi", columns, rows)
    levels = {body.level for body in bodies}
    if BodyLevel.STRATEGIC not in levels:
        yield parts.to_complete(
            "choisissez à l’étape 1 le rendez-vous où l’on décide, par exemple le bureau."
        )
    if BodyLevel.OPERATIONAL not in levels:
        yield parts.to_complete(
            "choisissez à l’étape 1 le rendez-vous où l’on avance, par exemple la réunion des agents."
        )


def _body(body: GovernanceBody) -> str:
    return f"{body.name} (dans\u00a0: {body.existing_body})" if body.existing_body else body.name


def _first_actors(stakeholders: Sequence[Stakeholder]) -> Iterator[Block]:
    first = [actor for actor in stakeholders if actors.quarter(actor) is Quarter.INVOLVE]
    if not first:
        return
    yield Heading(2, "Les premiers à associer")
    yield bullets(*(_actor(actor) for actor in first[:_MOST_ACTORS]))
    if len(stakeholders) > len(first[:_MOST_ACTORS]):
        yield prose("Tous les autres figurent dans la carte des acteurs.", style="small")


def _actor(actor: Stakeholder) -> tuple[Run, ...]:
    if not actor.contribution:
        return runs(bold(actor.name))
    return runs(bold(f"{actor.name}. "), sentence(actor.contribution))


def _next(
    authority: Authority, sessions: Sequence[AwarenessSession], bodies: Sequence[GovernanceBody]
) -> Iterator[Block]:
    yield Heading(2, "La suite")
    planned = [session for session in sessions if session.status is SessionStatus.PLANNED]
    steps = [
        runs(bold(f"{capital(when(session.held_on))}. "), french(sentence(session.title)))
        for session in sorted(planned, key=lambda session: session.held_on or "9999")
    ]
    if not steps:
        steps.append(runs("Dater une première séance pour l’équipe et les élus (étape 2)."))
    if not bodies:
        steps.append(runs("Fixer les rendez-vous de suivi (étape 1)."))
    steps.append(runs("Faire l’état des lieux du numérique et le présenter aux élus (étape 4)."))
    steps.append(
        runs(
            "Choisir une ambition et quelques objectifs (étape 5), puis les proposer au vote. C’est "
            f"{wording.council(authority)} qui décide (étape 7)."
        )
    )
    yield BulletList(tuple(steps), numbered=True)
