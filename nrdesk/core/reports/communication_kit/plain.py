"""Pieces of the kit as plain text and as a web page: what a mailbox or an intranet takes in.

Neither image, nor script, nor file fetched elsewhere: some kilobytes, that a screen reader goes through from
title to title.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from nrdesk.core import dates
from nrdesk.core.reports import content
from nrdesk.core.reports.content import Block, Meta, Report, Run
from nrdesk.core.richtext.characters import clean

_STAMP = "EXERCICE"
_STYLE = (
    "body{max-width:40em;margin:1.5em auto;padding:0 1em;"
    "font-family:sans-serif;line-height:1.5;color:#1B2733}"
)
_BOM = "\ufeff"


def text(report: Report, *, titled: bool = True) -> str:
    """Return a piece as plain text: a blank line between two parts, a dash before each item.

    Args:
        report: the piece.
        titled: whether its title comes first; a message has it in its subject.
    """
    meta = report.meta
    head = [_STAMP] if meta.exercise else []
    if titled:
        head += [each for each in (clean(meta.title), meta.subtitle) if each]
    body = [told for block in report.blocks if (told := _plain(block))]
    foot = [f"{meta.authority}, {dates.in_letters(meta.date)}"] if titled else []
    return "\n\n".join((*head, *body, *foot, *([meta.notice] if meta.notice else []))) + "\n"


def text_file(report: Report) -> bytes:
    """Return a piece as a text file that every editor of Windows reads."""
    return (_BOM + text(report).replace("\n", "\r\n")).encode("utf-8", "replace")


def page(report: Report, *, titled: bool = True) -> str:
    """Return a piece as a whole web page."""
    meta = report.meta
    title = escape(clean(meta.title))
    return (
        f'<!DOCTYPE html>\n<html lang="{meta.language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n"
        + "\n".join(_html(report, titled=titled))
        + "\n</main>\n</body>\n</html>\n"
    )


def page_file(report: Report) -> bytes:
    """Return a piece as a file of a web page."""
    return page(report).encode("utf-8", "replace")


def _html(report: Report, *, titled: bool) -> Iterator[str]:
    meta = report.meta
    if meta.exercise:
        yield f"<p><strong>{_STAMP}</strong></p>"
    if titled:
        yield f"<h1>{escape(clean(meta.title))}</h1>"
    for block in report.blocks:
        yield from _block(block)
    if titled:
        yield _foot(meta)
    if meta.notice:
        yield f"<p><small>{escape(meta.notice)}</small></p>"


def _foot(meta: Meta) -> str:
    return f"<p><small>{escape(clean(meta.authority))}, {dates.in_letters(meta.date)}</small></p>"


def _plain(block: Block) -> str:
    match block:
        case content.Heading(_, told):
            return clean(told)
        case content.Paragraph(runs, _):
            return _words(runs)
        case content.BulletList(items, numbered):
            marks = (f"{rank}." if numbered else "-" for rank in range(1, len(items) + 1))
            return "\n".join(f"{mark} {_words(item)}" for mark, item in zip(marks, items, strict=True))
    return ""


def _words(runs: tuple[Run, ...]) -> str:
    """Return words, each link followed by its address."""
    return clean("".join(_told(run) for run in runs))


def _told(run: Run) -> str:
    address = run.href.removeprefix("mailto:")
    return f"{run.text} ({address})" if address and address not in run.text else run.text


def _block(block: Block) -> Iterator[str]:
    match block:
        case content.Heading(level, told):
            yield f"<h{min(level, 6)}>{escape(clean(told))}</h{min(level, 6)}>"
        case content.Paragraph(runs, _):
            yield f"<p>{_marked(runs)}</p>"
        case content.BulletList(items, numbered):
            tag = "ol" if numbered else "ul"
            yield f"<{tag}>{''.join(f'<li>{_marked(item)}</li>' for item in items)}</{tag}>"


def _marked(runs: tuple[Run, ...]) -> str:
    return "".join(map(_run, runs))


def _run(run: Run) -> str:
    made = escape(clean(run.text))
    for tag, worn in (("strong", run.bold), ("em", run.italic)):
        if worn:
            made = f"<{tag}>{made}</{tag}>"
    return f'<a href="{escape(content.address(run.href))}">{made}</a>' if run.href else made
