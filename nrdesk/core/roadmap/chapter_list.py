"""The chapters of a strategy, in the order of the method: what each is for, what it is drawn from."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from nrdesk.core.roadmap.drafts import heading, law, people, starting
from nrdesk.core.roadmap.facts import Facts
from nrdesk.core.roadmap.pieces import Drawn


@dataclass(frozen=True, slots=True)
class ChapterKind:
    """A chapter of the method."""

    key: str
    title: str
    purpose: str
    """What it is for, in one sentence."""
    hint: str
    """How to make it good, from the method."""
    length: int
    """Ideal length in words (hypothesis of nrdesk: fourteen chapters of this size make the four to six pages
    that the method advises, tables aside)."""
    draw: Callable[[Facts], Drawn]
    """Draws the text that nrdesk proposes."""
    needs: int
    """Things that it asks of the data: its completeness is the share of them that is there."""
    sources: tuple[str, ...]
    """Pages of the window whose data feed it."""
    essential: bool = True
    """Whether the flash path asks for it."""


CHAPTERS: tuple[ChapterKind, ...] = (
    ChapterKind(
        "in_brief",
        "Le numérique responsable en bref",
        "Dire de quoi l’on parle à qui n’en a jamais entendu parler.",
        "Dix lignes suffisent. Faites-les lire à quelqu’un qui ne suit pas le sujet.",
        120,
        starting.in_brief,
        0,
        ("step6",),
    ),
    ChapterKind(
        "policies",
        "Le lien avec nos autres politiques",
        "Montrer que la stratégie sert ce qui est déjà décidé.",
        "Citez le plan climat et le projet de mandat, même en une ligne.",
        150,
        starting.policies,
        2,
        ("step3",),
        essential=False,
    ),
    ChapterKind(
        "assessment",
        "D’où nous partons",
        "Donner le point de départ\u00a0: le parc, ce qu’il pèse, les forces et les faiblesses.",
        "Trois chiffres se retiennent, pas dix. Dites aussi ce que vous ne savez pas.",
        200,
        starting.assessment,
        3,
        ("step4", "inventory", "footprint", "maturity"),
    ),
    ChapterKind(
        "ambition",
        "Notre ambition",
        "Dire où l’on va, en une phrase que chacun peut répéter.",
        "Une phrase, un verbe, une date. Dites aussi ce que vous ne ferez pas.",
        120,
        heading.ambition,
        3,
        ("step5",),
    ),
    ChapterKind(
        "why",
        "Pourquoi nous le faisons",
        "Donner les raisons, avec les mots de ceux qui décident.",
        "Demandez deux phrases à un élu et à la direction. Gardez leurs mots.",
        150,
        heading.why,
        2,
        ("step6",),
    ),
    ChapterKind(
        "objectives",
        "Nos axes et nos objectifs",
        "Dire ce que l’on veut atteindre, en interne puis sur le territoire.",
        "Un objectif a un chiffre de départ, une cible et une date.",
        300,
        heading.objectives,
        3,
        ("step5",),
    ),
    ChapterKind(
        "results",
        "Les résultats attendus",
        "Dire ce que les agents et les habitants verront changer.",
        "Décrivez ce qui se voit\u00a0: un guichet, une salle de classe, une facture.",
        120,
        heading.results,
        1,
        ("step5", "step6"),
    ),
    ChapterKind(
        "actors",
        "Les acteurs",
        "Dire avec qui l’on avance, et ce que chacun apporte.",
        "Nommez des fonctions plutôt que des personnes\u00a0: le document durera plus longtemps.",
        150,
        people.actors,
        2,
        ("step1",),
    ),
    ChapterKind(
        "dates",
        "Les échéances",
        "Donner les rendez-vous que chacun peut vérifier.",
        "Peu de dates, mais tenues.",
        100,
        people.dates,
        1,
        ("step5", "step7"),
    ),
    ChapterKind(
        "governance",
        "Le portage",
        "Dire qui porte, qui coordonne, où l’on décide.",
        "S’appuyer sur une réunion qui existe déjà vaut mieux qu’en créer une.",
        120,
        people.governance,
        4,
        ("step1",),
    ),
    ChapterKind(
        "follow_up",
        "Le suivi et la communication",
        "Dire comment l’on mesure, et à qui l’on rend compte.",
        "Cinq indicateurs au plus, toujours les mêmes.",
        150,
        people.follow_up,
        2,
        ("step1", "step5", "step6"),
    ),
    ChapterKind(
        "means",
        "Les moyens",
        "Dire le temps et l’argent que l’on y met.",
        "Un chiffre modeste et vrai rassure plus qu’une promesse.",
        100,
        people.means,
        2,
        ("step1", "step5", "step8"),
        essential=False,
    ),
    ChapterKind(
        "past_actions",
        "Les actions déjà engagées",
        "Montrer que l’on ne part pas de rien.",
        "Écrivez aussi ce qui semble petit\u00a0: une imprimante partagée, un don d’ordinateurs.",
        120,
        starting.past_actions,
        1,
        ("step4",),
        essential=False,
    ),
    ChapterKind(
        "law",
        "Le cadre légal",
        "Dire ce que la loi demande à cette collectivité, et rien de plus.",
        "Sous le seuil, la stratégie est volontaire\u00a0: ne dites pas que la loi l’impose.",
        250,
        law.law,
        1,
        ("authority", "obligations"),
    ),
)
"""Every chapter."""
BY_KEY: Mapping[str, ChapterKind] = MappingProxyType({chapter.key: chapter for chapter in CHAPTERS})
