"""Step 6: the strategy in a document that people read."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from nrdesk.core.formatting import NBSP, count
from nrdesk.core.model import Authority, Chapter, Objective, Quote, Reach, Record, StrategyVersion
from nrdesk.core.steps.snapshot import Snapshot
from nrdesk.core.steps.step import Check, Deliverable, Place, Step

if TYPE_CHECKING:
    from nrdesk.core.roadmap import ChapterView, Content

PAGE = "step6"
EDITOR = "roadmap"
"""Page of the window where the chapters are written."""
MOST_PAGES = 8
"""Pages past which nobody reads to the end: the method advises four to six, tables and charts aside."""
_TOLD = 3
"""Chapters named in a sentence."""


@lru_cache(maxsize=1)
def _drawn(
    authority: Authority, records: tuple[Record, ...], figures: tuple[str, ...]
) -> tuple[tuple[ChapterView, ...], tuple[Content, ...]]:
    """Return the chapters and what the decree asks of them: drawn once for all the checks."""
    # Imported here: the navigation needs the steps before any chapter is drawn.
    from nrdesk.core.roadmap import Facts, contents, views

    facts = Facts(authority, records, figures)
    found = views(facts, [record for record in records if isinstance(record, Chapter)])
    return tuple(view for view in found if not view.left_out), contents(facts, found)


def _views(now: Snapshot) -> tuple[ChapterView, ...]:
    return _drawn(now.authority, now.records, now.figures)[0]


def _contents(now: Snapshot) -> tuple[Content, ...]:
    return _drawn(now.authority, now.records, now.figures)[1]


def _chapters(now: Snapshot) -> str:
    wanted = [view for view in _views(now) if view.essential or not now.flash]
    left = [view for view in wanted if view.complete.share < 1]
    if not left:
        # Whom the law asks for a strategy, it asks for four contents.
        absent = next((content for content in _contents(now) if not content.ok), None)
        return f"{absent.name}{NBSP}: {absent.reason}" if absent else ""
    named = ", ".join(f"«{NBSP}{view.title}{NBSP}»" for view in left[:_TOLD])
    more = f" et {count(len(left) - _TOLD, 'autre')}" if len(left) > _TOLD else ""
    return f"À compléter{NBSP}: {named}{more}."


def _quotes(now: Snapshot) -> str:
    if any(quote.text.strip() for quote in now.all(Quote)):
        return ""
    return f"Demandez deux phrases à un élu ou à la direction{NBSP}: pourquoi ils y croient."


def _reaches(now: Snapshot) -> str:
    reaches = {objective.reach for objective in now.all(Objective)}
    if not reaches:
        return "Aucun objectif n’est écrit (étape 5)."
    absent = [reach.label for reach in Reach if reach not in reaches]
    return f"Aucun objectif {absent[0]}." if absent else ""


def _length(now: Snapshot) -> str:
    from nrdesk.core.roadmap import pages

    found = _views(now)
    if any(view.bare for view in found if view.essential):
        return "Des chapitres sont encore vides\u00a0: la longueur se juge à la fin."
    made = pages(found)
    if made <= MOST_PAGES:
        return ""
    return f"Environ {made:.0f} pages de texte{NBSP}: coupez, ou laissez des chapitres de côté."


def _readers(now: Snapshot) -> str:
    if any(chapter.read_by for chapter in now.all(Chapter) if not chapter.left_out):
        return ""
    return "Faites relire un chapitre au moins, et notez par qui."


def _summary(now: Snapshot) -> str:
    """The page of synthesis is drawn from these three: without one of them, it would have a hole."""
    wanted = {"ambition", "objectives", "assessment"}
    empty = [view.title for view in _views(now) if view.key in wanted and view.complete.share == 0]
    if not empty:
        return ""
    return f"La synthèse se remplit d’elle-même{NBSP}; il y manque{NBSP}: {', '.join(empty).lower()}."


def _easy(now: Snapshot) -> str:
    if any(chapter.easy for chapter in now.all(Chapter)):
        return ""
    return f"Commencez par un chapitre{NBSP}: onglet «{NBSP}Facile à lire{NBSP}»."


def _version(now: Snapshot) -> str:
    if now.all(StrategyVersion):
        return ""
    return "Gardez une version avant la relecture\u00a0: vous verrez ensuite ce qui a changé."


STEP = Step(
    number=6,
    key="roadmap",
    title="Rédiger la feuille de route",
    goal="Écrire un document court et clair, que chacun peut lire et que les élus peuvent voter.",
    checks=(
        Check(
            "Chaque chapitre est complet.",
            Place(EDITOR, "chapters"),
            _chapters,
            todo="Compléter les chapitres de la feuille de route",
        ),
        Check(
            "Un élu, ou la direction, dit avec ses mots pourquoi il soutient la démarche.",
            Place(PAGE, "quotes"),
            _quotes,
            todo="Recueillir les mots d’un élu",
        ),
        Check(
            "Les objectifs distinguent la mairie et le territoire.",
            Place(EDITOR, "objectives"),
            _reaches,
            todo="Écrire un objectif pour la mairie et un pour le territoire",
            essential=False,
        ),
        Check(
            "La longueur reste raisonnable.",
            Place(EDITOR, "chapters"),
            _length,
            todo="Raccourcir la feuille de route",
        ),
        Check(
            "La synthèse d’une page a de quoi se remplir.",
            Place(EDITOR, "chapters"),
            _summary,
            todo="Compléter ce que dit la synthèse",
        ),
        Check(
            "Quelqu’un d’autre a relu.",
            Place(EDITOR, "readers"),
            _readers,
            todo="Faire relire la feuille de route",
        ),
        Check(
            "La version facile à lire et à comprendre est commencée.",
            Place(EDITOR, "easy_to_read"),
            _easy,
            todo="Commencer la version facile à lire",
            essential=False,
        ),
        Check(
            "Une version est gardée.",
            Place(PAGE, "versions"),
            _version,
            todo="Garder une version de la feuille de route",
        ),
    ),
    deliverables=(
        Deliverable("strategie", "Stratégie numérique responsable", "Le document complet, prêt à être voté."),
        Deliverable(
            "synthese-de-la-strategie",
            "Synthèse d’une page",
            "L’essentiel, avec les chiffres et un schéma.",
        ),
        Deliverable(
            "strategie-facile-a-lire",
            "Version facile à lire",
            "La même stratégie en mots simples et phrases courtes.",
        ),
        Deliverable(
            "presentation-au-conseil",
            "Présentation au conseil",
            "Dix minutes d’écrans avec leurs notes, à modifier dans PowerPoint ou LibreOffice.",
        ),
    ),
)
