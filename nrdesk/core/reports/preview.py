"""Content trees as pages to look at on the screen, while they are being written.

What is exported is made by the renderers of documents; this one is made to be quick and close to them: the
same blocks, the same charts, in simple HTML that Qt lays out. Every text is escaped.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html import escape

from nrdesk.core.reports.content import (
    Block,
    BulletList,
    Callout,
    Figure,
    Heading,
    KeyFigure,
    KeyFigures,
    PageBreak,
    Paragraph,
    Quote,
    Run,
    Table,
)
from nrdesk.core.reports.wording import NOTHING

WIDTH = 482.0
"""Width of the text of an A4 page, in points: charts are drawn for it."""
_SHARPNESS = 2.0
"""Pixels of a chart for a point."""
_ACCENT, _MUTED, _LINE, _SOFT = "#0B5E8A", "#51606F", "#C9D1DA", "#EEF1F4"
_SIZES = {"lead": "13pt", "small": "9pt"}
STYLE = f"""
body {{ font-family: 'Source Sans 3'; font-size: 10.5pt; color: #1B2733; }}
h1 {{ font-weight: 600; font-size: 20pt; color: {_ACCENT}; margin: 0 0 8pt 0; }}
h2 {{ font-weight: 600; font-size: 14pt; color: {_ACCENT}; margin: 12pt 0 4pt 0; }}
h3 {{ font-weight: 600; font-size: 11.5pt; margin: 10pt 0 3pt 0; }}
p {{ margin: 0 0 6pt 0; }}
li {{ margin: 0 0 3pt 0; }}
a {{ color: {_ACCENT}; }}
"""


@dataclass(slots=True)
class Preview:
    """Pages to be laid out."""

    html: str = ""
    images: dict[str, bytes] = field(default_factory=dict)
    """Address of an image in the HTML -> its PNG."""


def render(blocks: Iterable[Block]) -> Preview:
    """Return blocks as HTML, and the images that it names."""
    made = Preview()
    body = "".join(piece for block in blocks for piece in _block(block, made))
    made.html = f"<html><head><style>{STYLE}</style></head><body>{body}</body></html>"
    return made


def _block(block: Block, made: Preview) -> Iterator[str]:
    match block:
        case Heading(level, text):
            yield f"<h{min(level, 3)}>{_text(text)}</h{min(level, 3)}>"
        case Paragraph():
            yield _paragraph(block)
        case BulletList(items, numbered):
            tag = "ol" if numbered else "ul"
            yield f"<{tag}>{''.join(f'<li>{_runs(item)}</li>' for item in items)}</{tag}>"
        case Table():
            yield from _table(block)
        case Figure():
            yield from _figure(block, made)
        case Callout(title, paragraphs):
            inner = f"<p>{_strong(_text(title))}</p>{''.join(map(_paragraph, paragraphs))}"
            yield _panel(inner)
        case Quote(text, speaker):
            signed = f"<p align='right' style='color:{_MUTED}'>{_text(speaker)}</p>" if speaker else ""
            yield _panel(f"<p><i>«\u00a0{_text(text)}\u00a0»</i></p>{signed}")
        case KeyFigures(figures):
            cells = "".join(map(_key_figure, figures))
            yield f"<table width='100%' cellspacing='4' cellpadding='8'><tr>{cells}</tr></table><p></p>"
        case PageBreak():
            yield "<p style='page-break-before:always'></p>"


def _key_figure(figure: KeyFigure) -> str:
    return (
        f"<td bgcolor='{_SOFT}'><span style='font-size:18pt;color:{_ACCENT}'>{_strong(_text(figure.value))}"
        f"</span><br/>{_text(figure.label)}<br/><span style='color:{_MUTED};font-size:9pt'>"
        f"{_text(figure.detail)}</span></td>"
    )


def _paragraph(paragraph: Paragraph) -> str:
    size = _SIZES.get(paragraph.style)
    style = f" style='font-size:{size}'" if size else ""
    return f"<p{style}>{_runs(paragraph.runs)}</p>"


def _panel(inner: str) -> str:
    return (
        f"<table width='100%' cellspacing='0' cellpadding='8'><tr><td bgcolor='{_SOFT}'>{inner}</td></tr>"
        "</table><p></p>"
    )


def _table(table: Table) -> Iterator[str]:
    yield f"<p style='margin-top:8pt'>{_strong(_text(table.caption))}</p>"
    if not table.rows:
        yield f"<p>{NOTHING}</p>"
        return
    whole = sum(column.weight for column in table.columns)
    head = "".join(
        f"<td bgcolor='{_SOFT}' width='{100 * column.weight / whole:.0f}%' align='{column.align}'>"
        f"{_strong(_text(column.label))}</td>"
        for column in table.columns
    )
    rows = [table.rows, (table.total,)] if table.total else [table.rows]
    body = "".join(
        "<tr>"
        + "".join(
            f"<td align='{column.align}'>{_text(cell)}</td>"
            for column, cell in zip(table.columns, row, strict=True)
        )
        + "</tr>"
        for part in rows
        for row in part
    )
    yield (
        f"<table width='100%' border='1' cellspacing='0' cellpadding='4' style='border-collapse:collapse;"
        f"border-color:{_LINE};font-size:9pt'><tr>{head}</tr>{body}</table><p></p>"
    )


def _figure(figure: Figure, made: Preview) -> Iterator[str]:
    # matplotlib is slow to import: only a chart asks for it.
    from nrdesk.core.reports import charts
    from nrdesk.core.reports.pdf import fonts

    name = f"chart:{len(made.images)}"
    buffer = io.BytesIO()
    drawn = charts.figure(charts.printable(figure.chart, fonts.printable), WIDTH)
    drawn.savefig(buffer, format="png", dpi=72 * _SHARPNESS)
    made.images[name] = buffer.getvalue()
    width, height = WIDTH * 96 / 72, charts.height(figure.chart, WIDTH) * 96 / 72
    yield f"<p><img src='{name}' width='{width:.0f}' height='{height:.0f}'/></p>"
    yield f"<p style='font-size:9pt;color:{_MUTED}'>{_text(figure.caption)}</p>"


def _runs(runs: tuple[Run, ...]) -> str:
    return "".join(map(_run, runs))


def _run(run: Run) -> str:
    shown = _text(run.text)
    if run.href:
        shown = f"<u><span style='color:{_ACCENT}'>{shown}</span></u>"
    if run.italic:
        shown = f"<i>{shown}</i>"
    return _strong(shown) if run.bold else shown


def _text(text: str) -> str:
    return escape(text).replace("\n", "<br/>")


def _strong(shown: str) -> str:
    """Return words in the heavier of the two weights that the window has; <b> would ask for a third one."""
    return f"<span style='font-weight:600'>{shown}</span>"
