"""The note de synthèse: what a member of the assembly reads before the session."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from nrdesk.core.ambition import in_order
from nrdesk.core.compliance import Status
from nrdesk.core.council import Rules
from nrdesk.core.council_papers.law import STRATEGY, Law
from nrdesk.core.council_papers.objectives import told
from nrdesk.core.model import Ambition, Objective, PriorityAxis
from nrdesk.core.richtext import Block, Bullets, Heading, Paragraph, Run
from nrdesk.core.roadmap import Facts
from nrdesk.core.roadmap.drafts import heading, people
from nrdesk.core.written.prose import capital, council, french, sentence, texts, the_authority
from nrdesk.core.written.words import on_one_line, quoted

if TYPE_CHECKING:
    from nrdesk.core.document import Document


def draw(document: Document, facts: Facts, law: Law, rules: Rules) -> Iterator[Block]:
    """Yield the note: what is asked, why, what is proposed, what it takes, what follows."""
    who = the_authority(facts.authority)
    assembly = capital(council(facts.authority))
    yield Heading(1, "Ce qui est demandé")
    yield _ours(
        f"{assembly} est invité à adopter la stratégie numérique responsable de {who}, jointe à cette note, "
        "et ses objectifs."
    )
    yield Heading(1, "Pourquoi")
    yield _ours(
        "Une stratégie numérique responsable réduit ce que le numérique pèse sur l’environnement, veille à "
        "ne laisser personne de côté, et sert l’intérêt général."
    )
    yield _ours(_law(law))
    if reason := facts.answer(6, heading.WHY_US):
        yield from _paragraphs(reason)
    if facts.figures:
        yield Heading(1, "D’où nous partons")
        yield _ours(" ".join(facts.figures).replace("Votre parc", "Le parc", 1))
    yield from _proposed(facts)
    yield from _means(facts)
    yield Heading(1, "Et ensuite")
    online = " en ligne" if rules.electronic_required else ""
    yield _ours(
        f"Si {council(facts.authority)} adopte la stratégie, la délibération est transmise au représentant "
        f"de l’État, puis publiée{online}. Un bilan sera présenté chaque année, avant le vote du budget."
    )


def _law(law: Law) -> str:
    verdict = law.verdict(STRATEGY)
    who = the_authority(law.authority)
    size = " et ".join(map(str, verdict.obligation.population))
    rule = f"La loi demande cette stratégie aux collectivités de {size} habitants."
    told = {
        Status.APPLICABLE: f"{rule} C’est notre cas. {texts(verdict.obligation)}",
        Status.VOLUNTARY: f"{rule} {capital(who)} n’y est pas tenue : l’engagement est volontaire.",
        Status.TO_CHECK: f"{rule} Il reste à vérifier si {who} en relève.",
        Status.NOT_CONCERNED: "Aucun texte ne demande cette stratégie : l’engagement est volontaire.",
    }
    return told[verdict.status]


def _proposed(facts: Facts) -> Iterator[Block]:
    ambition = next((each.text for each in facts.all(Ambition) if each.text.strip()), "")
    axes = [each.title.strip() for each in in_order(facts.all(PriorityAxis)) if each.title.strip()]
    objectives = told(facts.all(Objective))
    if not (ambition or axes or objectives):
        return
    yield Heading(1, "Ce qui est proposé")
    if ambition:
        yield Paragraph((Run(french("L’ambition : ")), Run(quoted(on_one_line(ambition)), bold=True)))
    if axes:
        yield _ours("Les axes de travail :")
        yield Bullets(tuple((Run(sentence(axis)),) for axis in axes))
    if objectives:
        yield _ours("Les objectifs soumis au vote :")
        yield Bullets(objectives)


def _means(facts: Facts) -> Iterator[Block]:
    """Yield the time and the money, as far as they are known; those of each objective are in the strategy."""
    drawn = (each for each in people.means(facts) if isinstance(each, Paragraph))
    known = [each for each in drawn if each.runs[0].bold]
    detailed = any(each.means.strip() for each in facts.all(Objective))
    if known or detailed:
        yield Heading(1, "Ce que cela demande")
        yield from known
    if detailed:
        yield _ours("Les moyens de chaque objectif sont dans la stratégie.")


def _ours(text: str) -> Paragraph:
    return Paragraph((Run(french(text)),))


def _paragraphs(text: str) -> Iterator[Paragraph]:
    for line in text.splitlines():
        if line.strip():
            yield Paragraph((Run(on_one_line(line)),))
