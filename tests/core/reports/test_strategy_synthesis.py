"""The sheet: one page, whatever was written."""

import io
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from nrdesk.core import branding, demo, roadmap
from nrdesk.core.document import Document
from nrdesk.core.errors import NotReadyError
from nrdesk.core.model import Ambition, Authority, Chapter, Deliberation, Objective, PriorityAxis
from nrdesk.core.reports import docx, look, pdf, strategy_synthesis, versions
from nrdesk.core.reports.content import Figure, Report, TargetsSpec, TimelineSpec
from tests import golden
from tests.core.reports.conftest import failures
from tests.core.reports.reading import Node, structure

ENDLESS = {
    "larges": "WWWWW MMMMM " * 300,
    "un seul mot": "W" * 4000,
    "lignes": "Une ligne\n" * 200,
    "arabe et emoji": "مرحبا 🎉 " * 300,
}


@pytest.fixture
def valbrenne(tmp_path: Path) -> Iterator[Document]:
    with demo.create(tmp_path / "demo.nrdesk") as doc:
        yield doc


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Document]:
    with Document.create(tmp_path / "vide.nrdesk", Authority(name="Vide"), year=2026) as doc:
        yield doc


def written(document: Document, folder: Path) -> tuple[int, Node]:
    """Pages and structure of the sheet, which is valid."""
    path = folder / "x.pdf"
    path.write_bytes(pdf.render(look.dressed(document, strategy_synthesis.build(document))))
    assert failures(path) == []
    with pikepdf.open(path) as opened:
        return len(opened.pages), structure(opened)


def charts(report: Report) -> list[object]:
    return [block.chart for block in report.blocks if isinstance(block, Figure)]


def fill(document: Document, text: str) -> None:
    """Give every text of the sheet no end, and more of everything than it has room for."""
    png = io.BytesIO()
    Image.new("RGB", (500, 170)).save(png, "PNG")
    with document.action("Tout remplir") as tx:
        tx.update(Authority, document.authority.id, name=text[:300])
        for key in document.ids(Ambition):
            tx.update(Ambition, key, text=text)
        for key in document.ids(PriorityAxis):
            tx.update(PriorityAxis, key, title=text)
        tx.add_all(PriorityAxis(title=text) for _ in range(7))
        for key in document.ids(Objective):
            tx.update(Objective, key, title=text, unit=text[:200])
        tx.add_all(Objective(title=text, due=f"20{rank}-12") for rank in range(27, 45))
        branding.write(tx, None, logo=png.getvalue(), logo_alt=text, colour="#8A0B3C")


def test_the_demonstration_says_what_was_read_and_agreed(valbrenne: Document, tmp_path: Path) -> None:
    pages, tree = written(valbrenne, tmp_path)
    assert pages == 1
    golden.check("synthese-de-la-strategie.txt", tree.outline())


def test_charts_are_drawn_from_the_data_and_told_in_words(valbrenne: Document) -> None:
    report = strategy_synthesis.build(valbrenne)
    targets, timeline = charts(report)
    assert isinstance(targets, TargetsSpec)
    assert isinstance(timeline, TimelineSpec)
    assert (targets.targets[0].start, targets.targets[0].end) == (5.1, 7.0)
    assert timeline.milestones[0].label == "Vote par le conseil municipal"
    told = [block.alt for block in report.blocks if isinstance(block, Figure)]
    assert "2025\u00a0: 5,1\u00a0ans, puis 2030\u00a0: 7\u00a0ans" in told[0]
    assert "3 décembre 2026" in told[1]


@pytest.mark.parametrize("text", ENDLESS.values(), ids=ENDLESS)
def test_it_is_one_page_whatever_was_written(valbrenne: Document, tmp_path: Path, text: str) -> None:
    fill(valbrenne, text)
    pages, tree = written(valbrenne, tmp_path)
    assert pages == 1
    assert "…" in tree.all_text()
    assert "La stratégie complète" in tree.all_text()


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed")
@pytest.mark.parametrize("text", [None, ENDLESS["larges"]])
def test_it_is_one_page_in_a_word_processor_too(
    valbrenne: Document, tmp_path: Path, text: str | None
) -> None:
    if text:
        fill(valbrenne, text)
    report = look.dressed(valbrenne, strategy_synthesis.build(valbrenne))
    (tmp_path / "x.docx").write_bytes(docx.render(report))
    profile = f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(tmp_path / "x.docx")], check=True, capture_output=True, timeout=180)
    with pikepdf.open(tmp_path / "x.pdf") as opened:
        assert len(opened.pages) == 1


def test_nothing_to_show(empty: Document) -> None:
    with pytest.raises(NotReadyError) as refused:
        strategy_synthesis.build(empty)
    assert "étape 5" in refused.value.todo


def test_an_objective_without_figures_is_told_by_its_name(empty: Document, tmp_path: Path) -> None:
    with empty.action("Écrire") as tx:
        tx.add(Objective(title="Garder un guichet", base_value=-2.0, target_value=3.0))
    pages, tree = written(empty, tmp_path)
    assert pages == 1
    assert "Notre objectif" in tree.all_text()
    assert "Garder un guichet" in tree.all_text()
    assert not tree.find("Figure")


def test_an_ambition_alone_is_enough(empty: Document, tmp_path: Path) -> None:
    with empty.action("Écrire") as tx:
        tx.add(Ambition(text="Garder ce qui marche.", horizon=2030))
    pages, tree = written(empty, tmp_path)
    assert pages == 1
    (timeline,) = tree.find("Figure")
    assert timeline.alt.replace("\u00a0", " ") == "2030 : L’ambition est atteinte."


def test_it_is_adopted_as_long_as_the_text_is_the_one_that_was(valbrenne: Document) -> None:
    assert strategy_synthesis.build(valbrenne).meta.status == "document de travail"
    version = versions.save(valbrenne, "Version 1")
    roadmap.seal(valbrenne, version)
    with valbrenne.action("Voter") as tx:
        tx.update(Deliberation, valbrenne.ids(Deliberation)[0], version_id=version.id)
    assert strategy_synthesis.build(valbrenne).meta.status == "Version 1, adoptée le 3 décembre 2026"
    with valbrenne.action("Récrire") as tx:
        tx.update(Chapter, valbrenne.ids(Chapter, key="results")[0], body="")
    assert strategy_synthesis.build(valbrenne).meta.status == "document de travail"
