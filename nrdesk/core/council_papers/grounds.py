"""The considérants: why the assembly decides, drawn from the law that applies and from the work done."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from nrdesk.core.assessment import Assessment
from nrdesk.core.council_papers.law import Law, grounds_of
from nrdesk.core.formatting import count, mass, mass_span
from nrdesk.core.listening import held, in_words
from nrdesk.core.model import Ambition, Interview, Person, PersonRole, PolicyDocument, PolicyLink, Workshop
from nrdesk.core.policies.matrix import ranking
from nrdesk.core.richtext import Block, Paragraph, Run
from nrdesk.core.roadmap import Facts
from nrdesk.core.written.prose import french, listed
from nrdesk.core.written.words import on_one_line, quoted

if TYPE_CHECKING:
    from nrdesk.core.document import Document

_MOST_POLICIES = 3
_END_OF_QUOTE = ".!?… "


def draw(document: Document, facts: Facts, assessment: Assessment, law: Law) -> Iterator[Block]:
    """Yield one paragraph per reason, the last one closed by a comma before what is decided."""
    reasons = [
        "que le numérique pèse sur l’environnement et peut éloigner des habitants du service public",
        *grounds_of(law),
        *_park(assessment),
        *_policies(facts),
        *_work(document, facts),
        *_ambition(facts),
    ]
    for rank, reason in enumerate(reasons, 1):
        end = "," if rank == len(reasons) else " ;"
        yield Paragraph((Run("Considérant ", bold=True), Run(french(f"{reason}{end}"))))


def _park(assessment: Assessment) -> Iterator[str]:
    """Yield what the état des lieux counts, with its range; nothing while nothing is counted."""
    total = assessment.headline
    if not total.value:
        return
    appliances = sum(line.equipment.quantity for line in assessment.result.lines if line.in_park)
    whole = total.coverage_quantity >= 1
    whose = "leur empreinte" if whole else "l’empreinte de ceux qui ont pu être comptés"
    yield (
        f"que l’état des lieux de {assessment.campaign.year} recense "
        f"{count(appliances, 'appareil numérique', 'appareils numériques')} et estime {whose} à "
        f"{mass(total.value, total.low, total.high)} par an, {mass_span(total.value, total.low, total.high)}"
    )


def _policies(facts: Facts) -> Iterator[str]:
    """Yield the engagements that the strategy goes on with: the documents most linked to its axes."""
    documents, links = facts.all(PolicyDocument), facts.all(PolicyLink)
    ranked = [title for axis in ranking(documents, links) for title in axis.documents]
    titles = list(dict.fromkeys(title for title in ranked if title.strip()))[:_MOST_POLICIES]
    if titles:
        yield f"que la démarche prolonge des engagements déjà pris : {listed(list(map(quoted, titles)))}"


def _work(document: Document, facts: Facts) -> Iterator[str]:
    """Yield who prepared the project: the team, who was heard, the workshops."""
    people = facts.all(Person)
    workshops = sum(workshop.held for workshop in facts.all(Workshop))
    heard = in_words(held(document.all(Interview)))
    told = []
    if people:
        roles = {person.role for person in people}
        mixed = " (élus et agents)" if roles >= {PersonRole.ELECTED, PersonRole.AGENT} else ""
        team = (
            "une personne" if len(people) == 1 else f"une équipe de {count(len(people), 'personne')}{mixed}"
        )
        told.append(f"préparé par {team}")
    if heard:
        told.append(f"nourri par des échanges ({heard})")
    if workshops:
        told.append(
            "discuté en une réunion de travail"
            if workshops == 1
            else f"discuté en {count(workshops, 'atelier')} ou réunions de travail"
        )
    if told:
        yield f"que le projet a été {listed(told)}"


def _ambition(facts: Facts) -> Iterator[str]:
    text = next((each.text for each in facts.all(Ambition) if each.text.strip()), "")
    if text:
        words = on_one_line(text).rstrip(_END_OF_QUOTE)
        yield f"l’ambition proposée : {quoted(words)}"
