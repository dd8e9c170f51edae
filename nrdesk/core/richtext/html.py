"""Rich text as HTML, for what is copied to another program."""

from __future__ import annotations

from html import escape

from nrdesk.core.richtext.text import Block, Bullets, Heading, Insert, Paragraph, RichText, Run


def to_html(rich: RichText) -> str:
    """Return a text as HTML that says its titles, lists, emphasis and links; what nrdesk inserts has none."""
    return "".join(map(_block, rich.blocks))


def _block(block: Block) -> str:
    match block:
        case Heading(level, text):
            return f"<h{level}>{escape(text)}</h{level}>"
        case Paragraph(runs):
            return f"<p>{_runs(runs)}</p>"
        case Bullets(items, numbered):
            tag = "ol" if numbered else "ul"
            return f"<{tag}>{''.join(f'<li>{_runs(item)}</li>' for item in items)}</{tag}>"
        case Insert():
            return ""


def _runs(runs: tuple[Run, ...]) -> str:
    return "".join(map(_run, runs))


def _run(run: Run) -> str:
    made = escape(run.text)
    for tag, worn in (("b", run.bold), ("i", run.italic)):
        if worn:
            made = f"<{tag}>{made}</{tag}>"
    return f'<a href="{escape(run.href)}">{made}</a>' if run.href else made
