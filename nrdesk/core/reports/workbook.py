"""Writes a content tree as an XLSX workbook: one sheet per table, its numbers typed, ready to work on.

Its sheets, in order: « Lisez-moi » (what the document is, where each table stands), the key figures, the
tables, the values of the charts, then the text itself, so that no sentence of the document is left out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from nrdesk.core.jobs import Progress, silent
from nrdesk.core.reports import content, wording, xlsx
from nrdesk.core.reports.content import (
    BulletList,
    Callout,
    ChartSpec,
    Figure,
    Heading,
    KeyFigures,
    MapSpec,
    Meta,
    Paragraph,
    Quote,
    RadarSpec,
    Report,
    Run,
    Table,
    TargetsSpec,
    TimelineSpec,
)
from nrdesk.core.reports.typed import typed
from nrdesk.core.reports.xlsx import Cell, Column, Sheet

READ_ME, KEY_FIGURES, CHARTS, TEXT = "Lisez-moi", "Chiffres clés", "Graphiques", "Texte"
_LONGEST_NAME = 31
"""Characters of the name of a sheet, as the format allows."""
_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]+")
_WIDTH = 14
"""Characters of a column of weight 1."""
_NARROWEST, _WIDEST = 10, 60
_LONGEST_CELL = 32_000
"""Characters of a cell, a little under what the format allows."""


def render(report: Report, progress: Progress = silent) -> bytes:
    """Return the document as an XLSX file; the same report gives the same bytes."""
    gathered = _Gathered()
    for done, block in enumerate(report.blocks, start=1):
        gathered.add(block)
        progress(done, len(report.blocks))
    sheets = (
        _read_me(report.meta, gathered.tables),
        *_key_figures(gathered.figures),
        *(sheet for sheet, _ in gathered.tables),
        *_charts(gathered.charts),
        *_text(gathered.texts),
    )
    title = f"{report.meta.title}, {report.meta.authority}"
    return xlsx.workbook(sheets, title=title, date=report.meta.date)


@dataclass
class _Gathered:
    """What a document holds, sorted by kind as its blocks are read in order."""

    chapter: str = ""
    part: str = ""
    figures: list[tuple[Cell, ...]] = field(default_factory=list)
    tables: list[tuple[Sheet, tuple[str, str]]] = field(default_factory=list)
    """Sheets, each with its caption and its chapter."""
    charts: list[tuple[Cell, ...]] = field(default_factory=list)
    texts: list[tuple[Cell, ...]] = field(default_factory=list)
    names: Counter[str] = field(default_factory=Counter)

    def add(self, block: content.Block) -> None:
        """Take a block in."""
        match block:
            case Heading(level=1, text=text):
                self.chapter, self.part = text, ""
            case Heading(text=text):
                self.part = text
            case Table():
                name = _sheet_name(block.caption, self.names)
                self.tables.append((_sheet(name, block), (block.caption, self.chapter or self.part)))
            case KeyFigures(figures=figures):
                self.figures += (
                    (self.chapter, typed(each.value), each.label, each.detail) for each in figures
                )
            case Figure(chart=chart, caption=caption, alt=alt):
                self.charts += _values(caption, chart)
                self._say(f"{caption} {alt}")
            case _:
                for text in _texts(block):
                    self._say(text)

    def _say(self, text: str) -> None:
        if text.strip():
            self.texts.append((self.chapter, self.part, text[:_LONGEST_CELL]))


def _texts(block: content.Block) -> Iterator[str]:
    """Yield the texts of a block of words, one per paragraph or item."""
    match block:
        case Paragraph(runs=runs):
            yield _said(runs)
        case BulletList(items=items, numbered=numbered):
            for rank, item in enumerate(items, start=1):
                yield f"{f'{rank}.' if numbered else '•'} {_said(item)}"
        case Callout(title=title, paragraphs=paragraphs):
            yield "\n".join((title, *(_said(each.runs) for each in paragraphs)))
        case Quote(text=text, speaker=speaker):
            yield f"{wording.in_quotes(text)} {speaker}"


def _said(runs: Iterable[Run]) -> str:
    """Return a text, the address of its links after their words."""
    return "".join(f"{run.text} ({run.href})" if run.href else run.text for run in runs)


def _sheet(name: str, table: Table) -> Sheet:
    columns = tuple(
        Column(
            column.label, width=min(max(column.weight * _WIDTH, _NARROWEST, len(column.label) + 4), _WIDEST)
        )
        for column in table.columns
    )
    rows = tuple(_row(table, row) for row in table.rows)
    total = None if table.total is None else _row(table, table.total)
    return Sheet(name, columns, rows, total=total, wraps=True)


def _row(table: Table, row: Sequence[str]) -> tuple[Cell, ...]:
    return tuple(
        typed(text) if column.align == "right" else text[:_LONGEST_CELL]
        for column, text in zip(table.columns, row, strict=True)
    )


def _sheet_name(caption: str, names: Counter[str]) -> str:
    """Return a name that no other sheet has: the beginning of the caption, cut between two words."""
    bare = (
        " ".join(_FORBIDDEN.sub(" ", xlsx.clean(caption).partition(" (")[0]).split()).strip("'") or "Tableau"
    )
    if bare in (READ_ME, KEY_FIGURES, CHARTS, TEXT, xlsx.LISTS):
        bare = f"Tableau {bare}"
    short = _shortened(bare, _LONGEST_NAME)
    names[short.lower()] += 1
    if (rank := names[short.lower()]) == 1:
        return short
    mark = f" ({rank})"
    return f"{_shortened(bare, _LONGEST_NAME - len(mark))}{mark}"


def _shortened(text: str, longest: int) -> str:
    if len(text) <= longest:
        return text
    cut = text[: longest - 1]
    whole = cut.rpartition(" ")[0] if text[longest - 1] != " " else cut
    return f"{(whole if len(whole) > longest // 2 else cut).rstrip(' ,;')}…"


def _values(caption: str, chart: content.Chart) -> Iterator[tuple[Cell, ...]]:
    """Yield the values of a chart, one a row."""
    match chart:
        case ChartSpec(labels=labels, series=series, unit=unit):
            for each in series:
                for label, value in zip(labels, each.values, strict=True):
                    yield caption, label, each.name, value, unit
        case MapSpec(points=points, x_axis=x_axis, y_axis=y_axis):
            for point in points:
                yield caption, point.label, x_axis, point.x, ""
                yield caption, point.label, y_axis, point.y, ""
        case RadarSpec(axes=axes, series=lines, full=full):
            for line in lines:
                for axis, level in zip(axes, line.values, strict=True):
                    yield caption, axis, line.name, level, f"sur {full}"
        case TargetsSpec(targets=targets):
            for target in targets:
                yield caption, target.title, target.start_text, target.start, ""
                yield caption, target.title, target.end_text, target.end, ""
        case TimelineSpec(milestones=milestones):
            for milestone in milestones:
                yield caption, milestone.label, milestone.when, None, ""


def _key_figures(figures: Sequence[tuple[Cell, ...]]) -> Iterator[Sheet]:
    if figures:
        columns = (Column("Chapitre", 30), Column("Valeur", 16), Column("Ce que c’est", 36),
                   Column("Précision", 44))  # fmt: skip
        yield Sheet(KEY_FIGURES, columns, tuple(figures), wraps=True)


def _charts(values: Sequence[tuple[Cell, ...]]) -> Iterator[Sheet]:
    if values:
        columns = (Column("Graphique", 50), Column("Libellé", 32), Column("Série", 24),
                   Column("Valeur", 16, number_format="#,##0.###"), Column("Unité", 26))  # fmt: skip
        yield Sheet(CHARTS, columns, tuple(values), wraps=True)


def _text(texts: Sequence[tuple[Cell, ...]]) -> Iterator[Sheet]:
    if texts:
        columns = (Column("Chapitre", 28), Column("Partie", 28), Column("Texte", 100))
        yield Sheet(TEXT, columns, tuple(texts), wraps=True)


def _read_me(meta: Meta, tables: Sequence[tuple[Sheet, tuple[str, str]]]) -> Sheet:
    """Return what one needs to know before using the figures, and where each table stands."""
    about = [(meta.title, meta.subtitle), ("Collectivité", meta.authority), *wording.facts(meta)]
    if meta.notice:
        about.append(("Attention", meta.notice))
    if meta.exercise:
        about.append(("Exercice", "Document d’entraînement."))
    advice = [
        (
            "Nombres",
            "Ce sont ceux du document, arrondis de la même façon. Ceux des graphiques ne le sont pas.",
        ),
        ("Texte", f"Les phrases du document sont dans la feuille « {TEXT} »."),
        ("Retour", "Ce classeur ne se réimporte pas. Pour compléter l’inventaire, exportez « Inventaire »."),
    ]
    places = [(sheet.title, f"{caption} – {chapter}" if chapter else caption)
              for sheet, (caption, chapter) in tables]  # fmt: skip
    rows = [*about, ("", ""), *advice, ("", ""), ("Feuille", "Ce qu’on y trouve"), *places]
    said = tuple((wording.french(name), wording.french(text)) for name, text in rows)
    return Sheet(READ_ME, (Column("À propos", width=34), Column("", width=96)), said, is_table=False)
