"""The strategy: a working document drawn from the data, then the version that was adopted."""

import io
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from nrdesk.core import branding, demo, roadmap
from nrdesk.core.document import Document, remove
from nrdesk.core.errors import NotReadyError
from nrdesk.core.jobs import silent
from nrdesk.core.model import Authority, Chapter, Deliberation, Objective, Quote
from nrdesk.core.reports import REPORTS, docx, pdf, strategy, versions
from nrdesk.core.reports.content import Report, Table
from tests import golden
from tests.benchmarks import reports as long_documents
from tests.core.reports.conftest import failures
from tests.core.reports.reading import Node, structure


@pytest.fixture
def valbrenne(tmp_path: Path) -> Iterator[Document]:
    with demo.create(tmp_path / "demo.nrdesk") as doc:
        yield doc


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Document]:
    with Document.create(tmp_path / "vide.nrdesk", Authority(name="Vide"), year=2026) as doc:
        yield doc


def tree(report: Report) -> Node:
    with pikepdf.open(io.BytesIO(pdf.render(report))) as opened:
        return structure(opened)


def said(report: Report) -> str:
    return tree(report).all_text().replace("\u00a0", " ").replace("\u202f", " ")


def adopt(document: Document) -> None:
    version = versions.save(document, "Version 1")
    roadmap.seal(document, version)
    with document.action("Voter") as tx:
        tx.update(Deliberation, document.ids(Deliberation)[0], version_id=version.id)


def test_the_demonstration_says_what_was_read_and_agreed(valbrenne: Document, tmp_path: Path) -> None:
    report = strategy.build(valbrenne)
    path = tmp_path / "x.pdf"
    path.write_bytes(pdf.render(report))
    golden.check("strategie.txt", tree(report).outline())
    assert failures(path) == []


def test_before_the_vote_it_is_a_working_document(valbrenne: Document) -> None:
    text = said(strategy.build(valbrenne))
    assert "document de travail" in text
    assert "Commune fictive" in text
    assert "Démarche volontaire : la loi ne nous impose pas cette stratégie" in text
    assert "projet soumis à la discussion" in text
    assert "D’où viennent les chiffres" in text


def test_words_of_people_are_set_apart(valbrenne: Document) -> None:
    quotes = tree(strategy.build(valbrenne)).find("BlockQuote")
    assert len(quotes) == len(valbrenne.all(Quote))
    assert quotes[0].all_text().startswith("« Nous n’avons pas besoin")
    assert quotes[0].all_text().endswith("Jean-Luc Ormeval, maire")


def test_objectives_are_told_in_a_table_once(valbrenne: Document) -> None:
    def tables() -> list[str]:
        found = strategy.build(valbrenne).blocks
        return [block.caption for block in found if isinstance(block, Table) and "objectifs" in block.caption]

    once = tables()
    assert once
    with valbrenne.action("Placer le tableau") as tx:
        body = '{"blocks":[{"kind":"insert","key":"objectives"}]}'
        tx.add(Chapter(key="objectives", body=body, rank=600))
    assert tables() == once


def test_the_version_adopted_never_moves(valbrenne: Document) -> None:
    adopt(valbrenne)
    report = strategy.build(valbrenne)
    before = pdf.render(report)
    assert report.meta.status == "Version 1, adoptée le 3 décembre 2026"
    assert report.meta.date.isoformat() == "2026-12-03"
    text = said(report)
    assert "document de travail" not in text
    assert "projet soumis" not in text
    with valbrenne.action("Tout changer") as tx:
        tx.delete(Quote, valbrenne.ids(Quote))
        remove(valbrenne, tx, Objective, valbrenne.ids(Objective))
        tx.update(Authority, valbrenne.authority.id, population_municipal=80_000)
    assert pdf.render(strategy.build(valbrenne)) == before


def test_a_second_version_takes_the_place_of_the_first(valbrenne: Document) -> None:
    adopt(valbrenne)
    roadmap.seal(valbrenne, versions.save(valbrenne, "Version 2"))
    assert strategy.build(valbrenne).meta.status.startswith("Version 2, adoptée le ")


def test_a_version_made_by_hand_has_a_cover_too(empty: Document) -> None:
    roadmap.seal(empty, roadmap.save_version(empty, "À la main"))
    report = strategy.build(empty)
    assert report.meta.authority == "Commune de Vide"
    assert report.meta.legal_state is None


def test_an_empty_file_tells_the_law_and_what_is_to_be_written(empty: Document, tmp_path: Path) -> None:
    report = strategy.build(empty)
    text = said(report)
    assert "Ce qu’il reste à écrire" in text
    assert "Notre ambition" in text
    assert "50 000" in text
    path = tmp_path / "x.pdf"
    path.write_bytes(pdf.render(report))
    assert failures(path) == []


def test_a_strategy_without_chapters_says_so(empty: Document) -> None:
    for view in roadmap.chapters(empty):
        roadmap.leave_out(empty, view, out=True)
    with pytest.raises(NotReadyError, match="aucun chapitre"):
        strategy.build(empty)


def test_it_goes_out_in_the_look_of_the_collectivite(valbrenne: Document, tmp_path: Path) -> None:
    buffer = io.BytesIO()
    Image.new("RGB", (300, 120), "#8A0B3C").save(buffer, "PNG")
    with valbrenne.action("Habiller") as tx:
        branding.write(tx, None, logo=buffer.getvalue(), logo_alt="Blason de Valbrenne", colour="#8A0B3C")
    for kind in REPORTS:
        if "strategie" in kind.key or kind.key == "note-de-cadrage":
            path = tmp_path / f"{kind.key}.pdf"
            path.write_bytes(kind.writers["pdf"](valbrenne, silent))
            assert failures(path) == []
            with pikepdf.open(path) as opened:
                (logo, *_) = structure(opened).find("Figure")
                assert logo.alt == "Blason de Valbrenne"
                assert b".541176 .043137 .235294" in opened.pages[0].Contents.read_bytes()
            word = kind.writers["docx"](valbrenne, silent)
            assert word == kind.writers["docx"](valbrenne, silent)


@pytest.mark.slow
def test_forty_pages_ten_tables_six_charts_take_less_than_five_seconds(tmp_path: Path) -> None:
    """As long as the strategies of the guide; ours are shorter. The machine of the tests is a slow one."""
    report = long_documents.strategy()
    pdf.render(replace(report, blocks=report.blocks[:20]))  # fonts and matplotlib are read once
    for render, suffix in ((pdf.render, "pdf"), (docx.render, "docx")):
        started = time.process_time()
        content = render(report)
        assert time.process_time() - started < 5
        (tmp_path / f"x.{suffix}").write_bytes(content)
    with pikepdf.open(tmp_path / "x.pdf") as opened:
        assert len(opened.pages) >= 40
        assert len(structure(opened).find("Table")) == 10
        assert len(structure(opened).find("Figure")) == 6
    assert failures(tmp_path / "x.pdf") == []
