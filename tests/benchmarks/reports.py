"""A document of forty pages as PDF, against the same pages without structure, links, outline or metadata.

The floor draws the same blocks with ReportLab and stops there: neither accessible nor archivable.
"""

import datetime as dt
import io
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace

from nrdesk.core.reports import pdf
from nrdesk.core.reports.content import (
    Block,
    ChartSpec,
    Column,
    Figure,
    Heading,
    Meta,
    Quote,
    Report,
    Series,
    Table,
    bold,
    bullets,
    link,
    paragraph,
)
from nrdesk.core.reports.pdf.canvas import TaggedCanvas
from tests.benchmarks.harness import Measure, compare

GOAL = 1.6
"""Quality bar 7 of the design."""
CHAPTERS = 10
SENTENCE = "La démarche avance par petits pas : mesurer, choisir, agir, puis rendre compte chaque année. "


class BareCanvas(TaggedCanvas):
    """Draws and records nothing."""

    @contextmanager
    def tag(self, element: object) -> Iterator[None]:
        yield

    @contextmanager
    def artifact(self, *, of_page: bool = False) -> Iterator[None]:
        yield

    def link(self, *place: object) -> None:
        """Leave the text as it is."""


def document() -> Report:
    """Return a strategy of forty pages: ten tables, five charts, texts, lists and links."""
    blocks: list[Block] = []
    columns = (Column("Action", 3), Column("Service", 1.5), Column("Année"), Column("kg/an", 1, "right"))
    chart = ChartSpec(
        "bars",
        tuple(f"Famille {n}" for n in range(7)),
        (
            Series("Fabrication", (420, 610, 390, 140, 210, 90, 60)),
            Series("Utilisation", (80, 30, 50, 9, 190, 70, 20)),
        ),
        "kg éq. CO₂ par an",
    )
    for chapter in range(CHAPTERS):
        blocks.append(Heading(1, f"Axe {chapter + 1}"))
        for section in range(4):
            blocks.append(Heading(2, f"Objectif {chapter + 1}.{section + 1}"))
            blocks += [paragraph(SENTENCE * 6, bold("Cette année. "), SENTENCE * 4)] * 2
            blocks.append(bullets(*(SENTENCE,) * 4))
            blocks.append(
                paragraph("Voir ", link("le site de la commune", "https://exemple.fr/strategie"), ".")
            )
        if chapter % 2:
            blocks.append(Figure(chart, "Empreinte par famille.", "Barres."))
        rows = tuple((f"Prolonger les postes du lot {n}", "Mairie", "2027", str(37 * n)) for n in range(30))
        blocks.append(Table(f"Actions de l’axe {chapter + 1}", columns, rows))
    meta = Meta(title="Stratégie", authority="Commune", date=dt.date(2026, 11, 21))
    return Report(meta, tuple(blocks))


def strategy() -> Report:
    """Return a strategy of forty pages as the design sets it: ten tables, six charts, words set apart."""
    report = document()
    ages = ChartSpec(
        "columns",
        tuple(map(str, range(6))),
        (Series("Appareils", (3, 9, 8, 12, 7, 5)),),
        "appareils",
        axis="âge",
    )
    words = (Quote(SENTENCE, "Une maire"), Figure(ages, "Âge des appareils.", "Colonnes."))
    return replace(report, blocks=(*report.blocks, *words))


def bare(report: Report) -> bytes:
    """Draw the same pages and leave them as ReportLab writes them."""
    buffer = io.BytesIO()
    canvas = BareCanvas(buffer)
    canvas.setPageCompression(1)
    pdf.draw(report, canvas)
    canvas.save()
    return buffer.getvalue()


def measures() -> Iterable[Measure]:
    report = strategy()
    yield compare(
        "PDF, 40 pages, 10 tables, 6 charts, tagged UA-1 and A-2a",
        lambda: pdf.render(report),
        lambda: bare(report),
        goal=GOAL,
        floor_name="ReportLab, the same pages untagged",
    )
