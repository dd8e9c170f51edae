"""The first page of a bilan: a word, the figures to remember, what had been promised."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from nrdesk.core.ambition import value_text
from nrdesk.core.model import Ambition
from nrdesk.core.reports import parts
from nrdesk.core.reports.annual_review import words
from nrdesk.core.reports.annual_review.story import Story
from nrdesk.core.reports.content import Block, Column, Heading, KeyFigures, Quote, Table, bullets
from nrdesk.core.reports.wording import capital, of, prose, sentence, when
from nrdesk.core.written.prose import after_colon


def blocks(story: Story) -> Iterator[Block]:
    """Yield the first chapters."""
    yield Heading(1, f"L’essentiel de {story.year}")
    yield from word(story)
    yield prose(words.balance(story), style="lead")
    yield prose(words.footprint(story))
    if figures := words.key_figures(story):
        yield KeyFigures(figures)
    if kept := words.lines(story.review.highlights):
        yield Heading(2, "Ce que nous retenons")
        yield bullets(*(sentence(each) for each in kept))
    else:
        yield parts.to_complete("les faits marquants de l’année, sur la page « Bilan annuel ».")
    yield from _promised(story)


def word(story: Story) -> Iterator[Block]:
    """Yield the word of who presides, signed with the function alone."""
    if text := story.review.foreword.strip():
        authority = story.authority
        is_epci = authority.kind.is_epci
        who = f"La présidence, {authority.name}" if is_epci else f"La municipalité {of(authority.name)}"
        yield Quote(text, who)


def _promised(story: Story) -> Iterator[Block]:
    yield Heading(1, "Ce que nous avions promis")
    ambition = next((each for each in story.document.all(Ambition) if each.text.strip()), None)
    if ambition:
        told = not ambition.horizon or str(ambition.horizon) in ambition.text
        horizon = "" if told else f", pour {ambition.horizon}"
        yield prose(f"Notre ambition{horizon} : {after_colon(ambition.text.strip())}")
    objectives = story.told.objectives
    if not objectives:
        yield parts.to_complete("aucun objectif n’est encore écrit, à l’étape 5.")
        return
    served = Counter(each.objective for each in story.promised)
    yield Table(
        f"Les objectifs, et les actions prévues pour {story.year}",
        (
            Column("Objectif", 3),
            Column("Départ", 1.3, "right"),
            Column("Cible", 1.3, "right"),
            Column("Échéance", 1.2),
            Column(f"Actions {story.year}", 0.9, "right"),
        ),
        tuple(
            (
                each.title,
                value_text(each.base, each.unit) or "à relever",
                value_text(each.target, each.unit) or "à fixer",
                capital(when(each.target_date)),
                str(served[each.title]),
            )
            for each in objectives
        ),
    )
