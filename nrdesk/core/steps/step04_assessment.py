"""Step 4: what the collectivité owns, what it weighs, what was already done."""

from __future__ import annotations

from collections import Counter

from nrdesk.core.formatting import NBSP, count, percent
from nrdesk.core.listening import held
from nrdesk.core.model import (
    Finding,
    Interview,
    InterviewStatus,
    MaturityAnswer,
    Origin,
    PastAction,
    SynthesisItem,
)
from nrdesk.core.steps.snapshot import Snapshot
from nrdesk.core.steps.step import Check, Deliverable, Place, Step

PAGE = "step4"
MAIN_GROUPS = ("Ordinateurs", "Écrans", "Impression")
"""Every mairie has some of each, owned or leased."""
DATED = 0.8
"""Share of dated lines that is enough to go on: ages then stand for the whole park."""
COVERED = 0.9
"""Share of appliances with a complete footprint that is enough to show a total."""
ANSWERED = 0.8
"""Share of the maturity questions, those of the path followed, that is enough to read the radar."""
HEARD = 2
"""Interviews, groups or questionnaires that are enough to go on: one voice would be an opinion."""

_ONE = {
    Finding.STRENGTH: "une force",
    Finding.WEAKNESS: "une faiblesse",
    Finding.AXIS: "un axe de travail",
}
_EMPTY = "L’inventaire est vide\u00a0: importez un tableau, ou partez de cinq chiffres à l’étape 4."
_ESTIMATED = (
    "Tout le parc est estimé\u00a0: remplacez les lignes estimées par vos vrais appareils, avec leur année "
    "d’achat."
)


def _lines(now: Snapshot) -> str:
    return "" if now.lines else _EMPTY


def _categories(now: Snapshot) -> str:
    if not now.lines:
        return _EMPTY
    without = sum(not line.category for line in now.lines)
    if not without:
        return ""
    lines = count(without, "ligne")
    return f"{lines} sans catégorie\u00a0: choisissez-la dans la colonne Catégorie de l’inventaire."


def _dates(now: Snapshot) -> str:
    """Look at the lines that are real: nobody knows when an estimated appliance was bought."""
    if not now.lines:
        return _EMPTY
    real = [line for line in now.lines if line.origin is not Origin.ESTIMATED]
    if not real:
        return _ESTIMATED
    dated = sum(line.purchased is not None for line in real)
    if dated >= DATED * len(real):
        return ""
    lines = count(len(real) - dated, "ligne")
    return f"{lines} sans date d’achat\u00a0: l’année suffit, dans la colonne Date d’achat."


def _coverage(now: Snapshot) -> str:
    if not now.lines:
        return _EMPTY
    if now.coverage >= COVERED:
        return ""
    return f"L’empreinte couvre {percent(now.coverage)} des appareils\u00a0: complétez les lignes signalées."


def _agents(now: Snapshot) -> str:
    if now.authority.agents is not None:
        return ""
    return "Le nombre d’agents manque\u00a0: il donne l’empreinte par agent."


def _population(now: Snapshot) -> str:
    if now.authority.population_municipal is not None:
        return ""
    return (
        "La population manque\u00a0: elle donne l’empreinte par habitant et les obligations qui s’appliquent."
    )


def _main_groups(now: Snapshot) -> str:
    if not now.lines:
        return _EMPTY
    absent = ", ".join(group.lower() for group in MAIN_GROUPS if group not in now.groups)
    if not absent:
        return ""
    return f"Aucune ligne pour\u00a0: {absent}. Pensez au matériel loué et à celui de l’école."


def _past_actions(now: Snapshot) -> str:
    if now.all(PastAction):
        return ""
    return "Aucune action n’est notée\u00a0: écrivez ce qui se fait déjà, même si cela paraît petit."


def _maturity(now: Snapshot) -> str:
    # Imported here: the navigation needs the steps before any question is read.
    from nrdesk.core.maturity import maturity_of

    found = maturity_of(now.all(MaturityAnswer), flash=now.flash)
    if found.share >= ANSWERED:
        return ""
    if not found.settled:
        return "Le questionnaire est vide\u00a0: commencez par un thème que vous connaissez bien."
    questions = f"{found.settled} sur {count(found.questions, 'question')} ({percent(found.share)})"
    return (
        f"{questions} ont une réponse\u00a0: visez-en {percent(ANSWERED)}, «{NBSP}sans objet{NBSP}» compris."
    )


def _interviews(now: Snapshot) -> str:
    interviews = now.all(Interview)
    done = len(held(interviews))
    if done >= HEARD:
        return ""
    planned = sum(each.status is InterviewStatus.PLANNED for each in interviews)
    if planned:
        taken = count(done, "échange tenu", "échanges tenus")
        return f"{taken}, {count(planned, 'prévu')}\u00a0: après la rencontre, passez à «{NBSP}tenu{NBSP}»."
    return "Écoutez au moins deux personnes ou groupes\u00a0: un service, un élu, une école."


def _synthesis(now: Snapshot) -> str:
    written = Counter(item.finding for item in now.all(SynthesisItem) if item.text)
    absent = [one for finding, one in _ONE.items() if not written[finding]]
    if not absent:
        return ""
    return f"Il manque\u00a0: {', '.join(absent)}. nrdesk vous en propose, d’après vos données."


STEP = Step(
    number=4,
    key="assessment",
    title="Réaliser l’état des lieux",
    goal="Savoir ce que vous possédez, ce que cela pèse et ce que vous faites déjà.",
    checks=(
        Check(
            "L’inventaire contient des lignes.",
            Place("inventory"),
            _lines,
            todo="Importer votre inventaire",
        ),
        Check(
            "Chaque ligne a une catégorie.",
            Place("inventory", "category"),
            _categories,
            todo="Donner une catégorie à chaque ligne",
        ),
        Check(
            "Quatre lignes sur cinq au moins ont une date d’achat.",
            Place("inventory", "purchased"),
            _dates,
            todo="Dater les achats",
        ),
        Check(
            "L’empreinte couvre neuf appareils sur dix au moins.",
            Place("footprint"),
            _coverage,
            todo="Compléter les lignes sans empreinte",
        ),
        Check(
            "Le nombre d’agents est connu.",
            Place("authority", "agents"),
            _agents,
            todo="Compléter la fiche de la collectivité",
        ),
        Check(
            "La population est connue.",
            Place("authority", "population_municipal"),
            _population,
            todo="Compléter la fiche de la collectivité",
        ),
        Check(
            "Ordinateurs, écrans et impression sont tous représentés.",
            Place("inventory", "category"),
            _main_groups,
            todo="Compléter les grandes familles d’appareils",
            essential=False,
        ),
        Check(
            "Ce qui se fait déjà est écrit.",
            Place(PAGE, "past_actions"),
            _past_actions,
            todo="Écrire ce qui se fait déjà",
        ),
        Check(
            "Quatre questions de maturité sur cinq au moins ont une réponse.",
            Place("maturity", "questions"),
            _maturity,
            todo="Répondre au questionnaire de maturité",
        ),
        Check(
            "Deux personnes ou groupes au moins ont été entendus.",
            Place(PAGE, "interviews"),
            _interviews,
            todo="Écouter un service ou un acteur",
            essential=False,
        ),
        Check(
            "Une force, une faiblesse et un axe de travail au moins sont écrits.",
            Place(PAGE, "synthesis"),
            _synthesis,
            todo="Conclure par une synthèse",
        ),
    ),
    deliverables=(
        Deliverable(
            "etat-des-lieux",
            "État des lieux\u00a0: inventaire et empreinte",
            "Le rapport à présenter\u00a0: ce que vous avez, ce que cela pèse, d’où viennent les chiffres.",
        ),
        Deliverable(
            "programme-de-travail",
            "Programme de travail",
            "Le document préalable que le décret du 29 juillet 2022 décrit.",
        ),
        Deliverable(
            "questionnaire-de-maturite",
            "Questionnaire de maturité",
            "Les questions et leurs niveaux, à remplir à plusieurs sur papier ou dans un tableau.",
        ),
        Deliverable(
            "guides-d-entretien",
            "Guides d’entretien",
            "Les questions à poser\u00a0: sur papier, ou dans un tableau à faire remplir puis à reprendre.",
        ),
        Deliverable(
            "inventaire",
            "Inventaire",
            "Le tableau complet, à relire ou à compléter dans un tableur puis à reprendre.",
        ),
        Deliverable(
            "inventaire-g4it",
            "Inventaire pour G4IT",
            "Le parc, prêt à charger dans G4IT. Il y perd le service, le prix, l’acquisition, les "
            "commentaires et le détail des catégories.",
        ),
        Deliverable(
            "inventaire-numecoeval",
            "Inventaire pour NumEcoEval",
            "Le parc, prêt à charger dans NumEcoEval, une fois les types rapprochés de votre référentiel. "
            "Il y perd le service, le prix, l’acquisition et les commentaires.",
        ),
        Deliverable(
            "inventaire-ecodiag",
            "Inventaire pour EcoDiag",
            "Une ligne par appareil\u00a0: type, marque, modèle et date d’achat. EcoDiag ne lit rien "
            "d’autre.",
        ),
    ),
)
