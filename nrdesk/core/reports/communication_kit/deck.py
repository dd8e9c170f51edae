"""The slides of the kit: each title of the text opens one; a subtitle just under it is a figure in large."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nrdesk.core.reports.content import Block, BulletList, Heading, KeyFigure, Paragraph, Report, Run
from nrdesk.core.reports.slides import BulletSlide, Deck, FiguresSlide, Item, Slide, TitleSlide
from nrdesk.core.reports.wording import french

_OPENING = (
    "Cinq minutes : ce qui s’est passé, ce qui ne marche pas encore, puis la parole à la salle.\n"
    "Ne lisez pas les écrans : ils restent affichés pendant que vous parlez."
)


def build(report: Report) -> Deck:
    """Return the slides that a text of the kit makes."""
    return Deck(report.meta, (TitleSlide(french(_OPENING)), *_slides(report)))


def _slides(report: Report) -> Iterator[Slide]:
    title, held = report.meta.title, list[Block]()
    for block in report.blocks:
        if isinstance(block, Heading) and block.level == 1:
            yield from _slide(title, held)
            title, held = block.text, []
        else:
            held.append(block)
    yield from _slide(title, held)


def _slide(title: str, held: Sequence[Block]) -> Iterator[Slide]:
    """Yield the slide of what stands under a title, none when nothing does."""
    if not held:
        return
    first, *rest = held
    if isinstance(first, Heading):
        told = [_text(block.runs) for block in rest if isinstance(block, Paragraph)]
        lists = tuple(item for block in rest if isinstance(block, BulletList) for item in block.items)
        yield FiguresSlide(title, (KeyFigure(first.text, told[0] if told else ""),), " ".join(told[1:]))
        if lists:
            yield BulletSlide(title, lists)
    else:
        yield BulletSlide(title, tuple(_items(held)))


def _items(held: Sequence[Block]) -> Iterator[Item]:
    for block in held:
        match block:
            case Heading(_, text):
                yield (Run(text, bold=True),)
            case Paragraph(runs, _):
                yield runs
            case BulletList(items, _):
                yield from items


def _text(runs: Sequence[Run]) -> str:
    return "".join(run.text for run in runs)
