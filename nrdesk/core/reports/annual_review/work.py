"""What was done, action by action; what did not go as promised, said plainly."""

from __future__ import annotations

from collections.abc import Iterator

from nrdesk.core.monitoring.kept import KeptAction
from nrdesk.core.monitoring.year import YearPlace
from nrdesk.core.reports import parts
from nrdesk.core.reports.annual_review import words
from nrdesk.core.reports.annual_review.story import Story, standing_of, title_of
from nrdesk.core.reports.content import Block, Column, Heading, Table, bold, bullets
from nrdesk.core.reports.wording import french, prose, sentence, when
from nrdesk.core.written.words import on_one_line

_GROUPS = (
    ("Ce qui est terminé", "Actions terminées", (YearPlace.DONE,)),
    ("Ce qui avance", "Actions en cours", (YearPlace.UNDER_WAY,)),
    (
        "Ce qui attend",
        "Actions en retard, bloquées ou à commencer",
        (YearPlace.LATE, YearPlace.BLOCKED, YearPlace.NEXT),
    ),
    ("Ce que nous avons abandonné", "Actions abandonnées", (YearPlace.DROPPED,)),
)


def blocks(story: Story) -> Iterator[Block]:
    """Yield the chapter of the actions."""
    yield Heading(1, "Ce que nous avons fait")
    if not story.promised:
        yield parts.to_complete(f"aucune action n’était prévue pour {story.year}, à l’étape 8.")
        return
    for title, caption, places in _GROUPS:
        if found := [each for each in story.promised if each.place in places]:
            yield Heading(2, title)
            yield _table(f"{caption} en {story.year}", found)
    if told := words.cost(story):
        yield Heading(2, "Ce que cela a coûté")
        yield prose(told)
        yield prose(
            "Ce sont les montants du plan, hors taxes. Un financement seulement espéré n’y est pas compté.",
            style="small",
        )


def troubles(story: Story) -> Iterator[Block]:
    """Yield the chapter of what did not work."""
    yield Heading(1, "Ce qui n’a pas marché")
    said, found = words.lines(story.review.difficulties), words.troubles(story)
    if not said and not found:
        yield prose("Rien n’est noté comme bloqué, en retard ou hors trajectoire.")
        return
    yield prose("Un bilan utile dit aussi ce qui n’a pas été tenu, et pourquoi.")
    if said:
        yield bullets(*(sentence(each) for each in said))
    if found:
        yield Heading(2, "Action par action, indicateur par indicateur")
        yield bullets(*((bold(french(f"{name} : ")), french(sentence(why))) for name, why in found))


def _table(caption: str, found: list[KeptAction]) -> Table:
    columns = (Column("Action", 2.4), Column("Où elle en est", 1.1), Column("En quelques mots", 3.2))
    return Table(caption, columns, tuple((title_of(each), standing_of(each), _said(each)) for each in found))


def _said(each: KeptAction) -> str:
    """Return what became of an action in words: what was done, then what got in the way."""
    told = (each.done, each.difficulty or each.blocked_reason)
    written = [sentence(on_one_line(text)) for text in told if text.strip()]
    if written:
        return french(" ".join(written))
    if each.late:
        return each.late
    if each.place is YearPlace.NEXT:
        return f"Commence en {when(each.starts[:7])}."
    return "Rien n’a été noté."
