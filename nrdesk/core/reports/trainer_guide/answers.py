"""The communes to read aloud, and the answer key of every exercise, in the order of the steps."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from nrdesk.core.formatting import NBSP, count
from nrdesk.core.reports.content import (
    Block,
    BulletList,
    Callout,
    Heading,
    Paragraph,
    bold,
    paragraph,
    runs,
)
from nrdesk.core.reports.wording import french, listed, prose
from nrdesk.core.steps import STEPS
from nrdesk.core.training import Exercise
from nrdesk.core.training import communes as known
from nrdesk.core.training import exercises as exercises_of
from nrdesk.core.workshops.timetable import in_words

Told: TypeAlias = list[tuple[str, Exercise]]
"""An exercise as the communes that have it tell it, each by its name."""


def communes() -> Iterator[Block]:
    """Yield the story of each commune."""
    yield Heading(1, "Les communes, à lire à voix haute")
    yield prose(
        "Trois communes, trois tailles, trois problèmes. Toutes les tables peuvent prendre la même, ce qui "
        "permet de comparer, ou chacune la sienne."
    )
    for commune in known():
        yield Heading(2, f"{commune.name}, {count(commune.population, 'habitant')}")
        yield from (paragraph(french(part)) for part in paragraphs(commune.story))


def blocks() -> Iterator[Block]:
    """Yield every exercise with its hints and its answers, what communes share told once."""
    yield Heading(1, "Les exercices et leur corrigé")
    gathered = _gathered()
    for step in STEPS:
        found = [told for told in gathered.values() if told[0][1].step == step.number]
        if found:
            yield Heading(2, f"Étape {step.number}{NBSP}: {step.title}")
        for told in found:
            yield from _exercise(told)


def about(exercise: Exercise) -> str:
    """Return "10 min, 3 points"."""
    return f"{in_words(exercise.minutes)}, {count(exercise.points, 'point')}"


def paragraphs(text: str) -> Iterator[str]:
    """Yield the paragraphs of a text of several lines."""
    return (" ".join(part.split()) for part in text.split("\n\n") if part.strip())


def _gathered() -> dict[str, Told]:
    """Return, by exercise, what each commune asks; in the order of the steps."""
    order: list[str] = []
    found: dict[str, Told] = {}
    for commune in known():
        place = 0
        for exercise in exercises_of(commune.key):
            if exercise.id in found:
                place = order.index(exercise.id)
            else:
                order.insert(place, exercise.id)
            place += 1
            found.setdefault(exercise.id, []).append((commune.name, exercise))
    # Stable: within a step, the order is that of the communes.
    return dict(sorted(((key, found[key]) for key in order), key=lambda pair: pair[1][0][1].step))


def _exercise(told: Told) -> Iterator[Block]:
    _, first = told[0]
    where = "les trois communes" if len(told) == len(known()) else listed([name for name, _ in told])
    yield Heading(3, first.title)
    yield paragraph(f"{about(first)}, pour {where}.", style="small")
    yield from _by_commune([(name, each.statement) for name, each in told])
    yield paragraph(bold(f"Indices{NBSP}:"))
    hints = dict.fromkeys(hint for _, each in told for hint in each.hints)
    yield BulletList(tuple(runs(french(hint)) for hint in hints), numbered=True)
    yield Callout("Corrigé", tuple(_by_commune([(name, each.solution) for name, each in told])))


def _by_commune(texts: list[tuple[str, str]]) -> Iterator[Paragraph]:
    """Yield a text once for the communes that share it, each under their names unless all of them do."""
    names: dict[str, list[str]] = {}
    for name, text in texts:
        names.setdefault(text, []).append(name)
    for text, those in names.items():
        for place, part in enumerate(paragraphs(text)):
            whose = bold(f"{listed(those)}{NBSP}: ") if len(names) > 1 and not place else ""
            yield paragraph(whose, french(part))
