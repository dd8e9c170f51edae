"""The figures of a bilan: last year, this year, the target; then why the footprint changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nrdesk.core.assessment.years import signed_mass
from nrdesk.core.formatting import NBSP, significant, trimmed
from nrdesk.core.monitoring.kept import KeptIndicator
from nrdesk.core.reports import parts, wording
from nrdesk.core.reports.annual_review import words
from nrdesk.core.reports.annual_review.story import Story
from nrdesk.core.reports.assessment_report import years
from nrdesk.core.reports.content import Block, Callout, ChartSpec, Column, Figure, Heading, Series, Table
from nrdesk.core.reports.wording import capital, french, prose
from nrdesk.core.written.words import normal

_UNIT = f"kg{NBSP}éq.{NBSP}CO₂ par an"


def blocks(story: Story) -> Iterator[Block]:
    """Yield the chapters of the figures."""
    yield Heading(1, "Les chiffres")
    if story.told.indicators:
        yield table(story, story.told.indicators)
        yield prose(
            "« Dans les temps » compare le dernier relevé au chemin prévu vers la cible, ce jour-là.",
            style="small",
        )
    else:
        yield parts.to_complete("aucun indicateur n’est encore suivi, à l’étape 9.")
    if story.decomposition is None or story.told.previous_year is None:
        yield prose(
            "Il n’y a pas d’inventaire de l’année précédente : l’écart d’une année à l’autre viendra au "
            "prochain bilan."
        )
        return
    first = story.told.previous_year
    yield Heading(1, f"Pourquoi l’empreinte a changé depuis {first}")
    yield chart(story)
    for each in story.told.sentences:
        yield prose(each)
    yield from years.difference(story.decomposition, first, story.year)
    yield _constant(story, first)


def table(story: Story, found: Sequence[KeptIndicator]) -> Table:
    """Return indicators: the years before, the year, the target."""
    return Table(
        f"Les indicateurs, de {story.year - 1} à {story.year}",
        (
            Column("Indicateur", 2.8),
            Column("Avant", 1.4, "right"),
            Column(str(story.year), 1, "right"),
            Column("Cible", 1.6, "right"),
            Column("Où il en est", 1.4),
        ),
        tuple(_row(story, each) for each in found),
    )


def chart(story: Story) -> Figure:
    """Return the footprint of the year before and of the year, both with the method of the year."""
    first = f"{story.told.previous_year}, compté comme en {story.year}"
    bars = [(first, story.before_at_constant_method), (str(story.year), story.told.footprint.value)]
    if target := story.told.target:
        bars.append((f"Cible {target.year}", target.value))
    shown = [(label, significant(value, 3)) for label, value in bars]
    said = ", ".join(f"{label} : {wording.kilograms(value)}" for label, value in shown)
    return Figure(
        ChartSpec(
            "bars",
            tuple(label for label, _ in shown),
            (Series("Empreinte", tuple(value for _, value in shown)),),
            _UNIT,
        ),
        "L’empreinte annuelle du parc, à méthode constante.",
        french(f"Barres, en {_UNIT} : {said}."),
    )


def _constant(story: Story, first: int) -> Callout:
    return Callout(
        "À méthode constante",
        (
            prose(
                f"Compté avec les facteurs de {story.year}, l’inventaire de {first} pèse "
                f"{words.before_text(story)} par an. L’écart est alors de "
                f"{signed_mass(story.told.at_constant_method or 0.0)}. C’est lui qui dit ce qui a été fait : "
                "une électricité mieux connue ou plus propre n’est pas notre mérite."
            ),
        ),
    )


def _row(story: Story, each: KeptIndicator) -> tuple[str, ...]:
    unit = each.unit.strip()
    target = "—"
    if each.target is not None:
        due = f" en {each.target_date[:4]}" if each.target_date else ""
        target = f"{trimmed(each.target)}{due}"
    before, since = (
        (each.before, each.before_date) if each.before is not None else (each.base, each.base_date)
    )
    of_year = each.read_on.startswith(str(story.year))
    said = not unit or (normal(unit) and normal(unit) in normal(each.title))
    return (
        each.title if said else f"{each.title} ({unit})",
        "—" if before is None else f"{trimmed(before)}{f' en {since[:4]}' if since else ''}",
        trimmed(each.value) if each.value is not None and of_year else "non relevé",
        target,
        capital(each.words),
    )
