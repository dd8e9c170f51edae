"""Step 4: what the collectivité owns, what it weighs, what was already done."""

from __future__ import annotations

from nrdesk.core.formatting import count, percent
from nrdesk.core.steps.snapshot import Snapshot
from nrdesk.core.steps.step import Check, Deliverable, Place, Step

PAGE = "step4"
MAIN_GROUPS = ("Ordinateurs", "Écrans", "Impression")
"""Every mairie has some of each, owned or leased."""
DATED = 0.8
"""Share of dated lines that is enough to go on: ages then stand for the whole park."""
COVERED = 0.9
"""Share of appliances with a complete footprint that is enough to show a total."""

_EMPTY = "L’inventaire est vide\u00a0: importez un tableau, ou saisissez une première ligne."


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
    if not now.lines:
        return _EMPTY
    dated = sum(line.purchased is not None for line in now.lines)
    if dated >= DATED * len(now.lines):
        return ""
    lines = count(len(now.lines) - dated, "ligne")
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
        Check("Les actions déjà faites sont recensées.", Place(PAGE, "past_actions")),
        Check("Le questionnaire de maturité est rempli.", Place(PAGE, "maturity")),
        Check(
            "Des services et des acteurs du territoire ont été entendus.",
            Place(PAGE, "interviews"),
            essential=False,
        ),
        Check("Forces, faiblesses et axes de travail sont écrits.", Place(PAGE, "synthesis")),
    ),
    deliverables=(
        Deliverable(
            "etat-des-lieux",
            "État des lieux\u00a0: inventaire et empreinte",
            "Le rapport à présenter\u00a0: ce que vous avez, ce que cela pèse, d’où viennent les chiffres.",
        ),
        Deliverable(
            "inventaire",
            "Inventaire",
            "Le tableau complet, à relire ou à compléter dans un tableur puis à reprendre.",
        ),
        Deliverable(
            "programme-de-travail",
            "Programme de travail",
            "Le document préalable que le décret du 29 juillet 2022 décrit.",
        ),
    ),
)
