"""From what the subject is to where the collectivité stands."""

from __future__ import annotations

from nrdesk.core.ambition import in_order
from nrdesk.core.formatting import count
from nrdesk.core.maturity import maturity_of
from nrdesk.core.model import (
    Action,
    ActionStatus,
    Finding,
    MaturityAnswer,
    PastAction,
    PolicyDocument,
    PolicyLink,
    PolicyOwner,
    PolicyStatus,
    SynthesisItem,
)
from nrdesk.core.policies import matrix
from nrdesk.core.richtext import Insert
from nrdesk.core.roadmap.facts import Facts
from nrdesk.core.roadmap.pieces import Drawn, Missing, Words, bullets, ours, paragraph, said, strong
from nrdesk.core.written.prose import after_colon, capital, listed, sentence, the_authority, when

TO_REMEMBER = "Si un habitant ne lit qu’une page, que doit-il retenir ?"
"""Question of the guide (step 6)."""
_MOST_ACTIONS = 6
"""Actions told one by one; more of them make a table."""


def in_brief(facts: Facts) -> Drawn:
    """Draw what a responsible digital policy is."""
    yield paragraph(
        "Le numérique rend service chaque jour : au guichet, à l’école, dans les ateliers. Mais fabriquer "
        "les appareils use des métaux et de l’énergie. Les acheter pèse sur le budget. Et une démarche trop "
        "compliquée laisse des habitants à la porte."
    )
    yield paragraph("Un numérique responsable agit sur trois plans :")
    yield bullets(
        (
            (
                ours("L’environnement. ", bold=True),
                "Garder les appareils longtemps, en acheter moins et mieux.",
            ),
            (
                ours("Le social. ", bold=True),
                "Des outils accessibles, des agents formés, personne laissé de côté.",
            ),
            (
                ours("Le sociétal. ", bold=True),
                "Des données protégées, des choix expliqués, un territoire qui y gagne.",
            ),
        )
    )
    if answer := facts.answer(6, TO_REMEMBER):
        yield paragraph(ours("À retenir : ", bold=True), said(after_colon(sentence(answer))))
    yield paragraph(
        "Cette stratégie dit d’où nous partons, où nous allons, avec qui, et quand nous rendrons compte."
    )


def policies(facts: Facts) -> Drawn:
    """Draw what the other policies already say, and the priorities that come out of them."""
    documents = [each for each in facts.all(PolicyDocument) if each.status is not PolicyStatus.EXPIRED]
    if not documents:
        yield Missing("recensez à l’étape 3 les documents qui guident la collectivité.", "step3", "policies")
    else:
        yield paragraph(
            f"{capital(the_authority(facts.authority))} a déjà des projets et des engagements. Le numérique "
            "responsable n’en ajoute pas un de plus : il les aide à tenir."
        )
        yield bullets(_policy(each) for each in documents)
    priorities = matrix.priorities(documents, facts.all(PolicyLink))
    if not priorities:
        yield Missing(
            "reliez à l’étape 3 ces documents aux axes du numérique responsable, pour en faire ressortir "
            "une à trois priorités.",
            "step3",
            "priorities",
        )
    else:
        axes = listed([f"« {each.axis.label} »" for each in priorities])
        verb = "une priorité" if len(priorities) == 1 else f"{len(priorities)} priorités"
        yield paragraph(f"Il en ressort {verb} : {axes}.")


def _policy(document: PolicyDocument) -> tuple[Words, ...]:
    owner = "" if document.owner is PolicyOwner.OURS else f" ({document.owner.label})"
    title = strong(document.title.strip() or "Document sans titre")
    if not document.summary.strip():
        return title, f"{owner}."
    return title, f"{owner} : ", said(sentence(document.summary))


def assessment(facts: Facts) -> Drawn:
    """Draw the park, its footprint, the maturity, strengths and weaknesses."""
    if facts.figures:
        yield paragraph(said(" ".join(_in_our_name(facts.figures))))
        yield Insert("footprint_by_family")
    else:
        yield Missing("faites à l’étape 4 l’inventaire des appareils.", "inventory")
    maturity = maturity_of(facts.all(MaturityAnswer))
    if maturity.score is not None:
        yield paragraph(
            "Selon nos réponses au questionnaire, notre maturité est de ", said(f"{maturity.text}.")
        )
    items = [item for item in in_order(facts.all(SynthesisItem)) if item.text.strip()]
    for finding, title, place in (
        (Finding.STRENGTH, "Nos forces", "une force"),
        (Finding.WEAKNESS, "Nos faiblesses", "une faiblesse"),
    ):
        found = [item for item in items if item.finding is finding]
        if found:
            yield paragraph(ours(f"{title} :", bold=True))
            yield bullets((said(sentence(item.text)),) for item in found)
        else:
            yield Missing(f"notez à l’étape 4 au moins {place}.", "step4", "synthesis")
    if actions := len(facts.all(PastAction)):
        started = "action est déjà engagée" if actions < 2 else "actions sont déjà engagées"
        yield paragraph(f"Nous ne partons pas de rien : {count(actions, started, started)}.")


def past_actions(facts: Facts) -> Drawn:
    """Draw what is done already: as step 4 tells it, else what the action plan has begun."""
    actions = facts.all(PastAction)
    if not actions and (begun := _begun(facts)):
        yield paragraph("Cette stratégie prolonge ce que nous faisons déjà :")
        yield bullets(begun)
        return
    if not actions:
        yield Missing("écrivez à l’étape 4 ce qui se fait déjà, même petit.", "step4", "past_actions")
        return
    if len(actions) > _MOST_ACTIONS:
        yield paragraph(
            f"Nous ne partons pas de rien : {count(len(actions), 'action')} en témoignent. Cette stratégie "
            "les prolonge."
        )
        yield Insert("past_actions")
        return
    yield paragraph("Cette stratégie prolonge ce que nous faisons déjà :")
    yield bullets(_action(each) for each in sorted(actions, key=lambda each: (each.since or "9999", each.id)))


def _begun(facts: Facts) -> list[tuple[Words, ...]]:
    """Return the first actions of the plan that are done or under way, in its order."""
    begun = [each for each in facts.all(Action) if each.status in (ActionStatus.UNDER_WAY, ActionStatus.DONE)]
    return [
        (strong(each.title.strip() or "Action sans titre"), f" ({each.status.label}).")
        for each in in_order(begun)[:_MOST_ACTIONS]
    ]


def _action(action: PastAction) -> tuple[Words, ...]:
    state = action.status.label + (f", depuis {when(action.since)}" if action.since else "")
    told: tuple[Words, ...] = (strong(action.title.strip() or "Action sans titre"), f" ({state}).")
    return (*told, " ", said(sentence(action.result))) if action.result.strip() else told


def _in_our_name(figures: tuple[str, ...]) -> list[str]:
    """Return the sentences of the screen, which say "votre", as the collectivité says them."""
    return [each.replace("Votre parc", "Notre parc") for each in figures]
