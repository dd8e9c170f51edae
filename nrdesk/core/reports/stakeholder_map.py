"""« Carte des acteurs »: who weighs, who cares, and by whom to start."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from nrdesk.core.formatting import count
from nrdesk.core.model import Stakeholder
from nrdesk.core.reports import parts
from nrdesk.core.reports.content import (
    Block,
    Column,
    Figure,
    Heading,
    MapSpec,
    Piece,
    Point,
    Report,
    Table,
    bold,
    bullets,
)
from nrdesk.core.reports.wording import french, listed, prose
from nrdesk.core.team import actors
from nrdesk.core.team.actors import Quarter

if TYPE_CHECKING:
    from nrdesk.core.document import Document

TITLE = "Carte des acteurs"
_ORDER = (Quarter.INVOLVE, Quarter.CONVINCE, Quarter.RELAY, Quarter.INFORM)
"""By whom to start."""


def build(document: Document) -> Report:
    """Return the map of a document, ready to be rendered."""
    people = document.all(Stakeholder)
    blocks = _blocks(people) if people else _nobody()
    date = parts.date_of(document, Stakeholder)
    return parts.note(
        document, TITLE, "Qui peut aider, qui peut freiner, par qui commencer", blocks, date=date
    )


def map_of(people: Sequence[Stakeholder]) -> MapSpec:
    """Return the map of those whose two notes are given."""
    placed = [
        Point(actor.name, actor.interest, actor.influence)
        for actor in people
        if actor.interest is not None and actor.influence is not None
    ]
    return MapSpec(
        tuple(placed),
        actors.X_AXIS,
        actors.Y_AXIS,
        actors.HIGH,
        (
            Quarter.CONVINCE.label,
            Quarter.INVOLVE.label,
            Quarter.INFORM.label,
            Quarter.RELAY.label,
        ),
    )


def _nobody() -> Iterator[Block]:
    yield parts.to_complete(
        "aucun acteur n’est encore noté. À l’étape 1, commencez par dix noms : l’école, le prestataire, "
        "l’intercommunalité, une association, un réparateur."
    )


def _blocks(people: Sequence[Stakeholder]) -> Iterator[Block]:
    placed = [actor for actor in people if actors.quarter(actor)]
    inside = count(sum(actor.scope.value == "internal" for actor in people), "en interne", "en interne")
    yield prose(
        f"Nous avons repéré {count(len(people), 'acteur')}, dont {inside}. Chacun a deux notes de 1 à 5 : "
        "son intérêt et son influence. Elles disent par qui commencer ; elles ne jugent personne.",
        style="lead",
    )
    if placed:
        spec = map_of(placed)
        yield Figure(spec, "Intérêt et influence des acteurs, de 1 (faible) à 5 (fort).", _alt(placed))
        yield Heading(2, "Que faire avec chacun")
        yield bullets(*_advice(placed))
    if unplaced := [actor for actor in people if actor not in placed]:
        yield parts.to_complete(
            f"donnez leurs deux notes à l’étape 1 pour les placer sur la carte : {listed(_names(unplaced))}."
        )
    yield Heading(2, "Les acteurs, un par un")
    yield table(people)


def _advice(placed: Sequence[Stakeholder]) -> Iterator[tuple[Piece, ...]]:
    for quarter in _ORDER:
        names = _names(_in(placed, quarter))
        who = listed(names) if names else "personne pour l’instant"
        yield bold(f"{quarter.label}. "), french(quarter.advice), "\n", f"{who[:1].upper()}{who[1:]}."


def _alt(placed: Sequence[Stakeholder]) -> str:
    told = [
        f"{quarter.label} : {listed(_names(found))}" for quarter in _ORDER if (found := _in(placed, quarter))
    ]
    return french(
        f"Carte de {count(len(placed), 'acteur')}, selon leur intérêt (de gauche à droite) et leur influence "
        f"(de bas en haut). {'. '.join(told)}. Les notes sont dans le tableau."
    )


def table(people: Sequence[Stakeholder]) -> Table:
    """Return the actors one by one, those to start by first."""
    columns = (
        Column("Acteur", 2),
        Column("Type et rôle", 2.2),
        Column("Intérêt", 0.95, "right"),
        Column("Influence", 1.1, "right"),
        Column("Ce que nous en attendons", 2.8),
    )
    return Table("Les acteurs, par qui commencer d’abord", columns, tuple(map(_row, _sorted(people))))


def _row(actor: Stakeholder) -> tuple[str, ...]:
    kind = f"{actor.kind.label}, {actor.role}" if actor.role else actor.kind.label
    interest, influence = (
        "à noter" if note is None else str(note) for note in (actor.interest, actor.influence)
    )
    return actor.name, kind, interest, influence, actor.contribution or "à convenir"


def _sorted(people: Sequence[Stakeholder]) -> list[Stakeholder]:
    """Return the actors by quarter, those who weigh and care most first; those without notes last."""

    def rank(actor: Stakeholder) -> tuple[int, int, int]:
        quarter = actors.quarter(actor)
        if quarter is None:
            return len(_ORDER), 0, 0
        return _ORDER.index(quarter), -(actor.influence or 0), -(actor.interest or 0)

    return sorted(people, key=rank)


def _in(placed: Sequence[Stakeholder], quarter: Quarter) -> list[Stakeholder]:
    return [actor for actor in _sorted(placed) if actors.quarter(actor) is quarter]


def _names(people: Sequence[Stakeholder]) -> list[str]:
    return [actor.name for actor in people]
