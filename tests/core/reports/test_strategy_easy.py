"""The easy-to-read strategy: large letters, one sentence a line, no logo before it was read over."""

import io
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest

from nrdesk.core import demo, richtext, roadmap
from nrdesk.core.document import Document
from nrdesk.core.errors import NotReadyError
from nrdesk.core.model import Authority, Chapter
from nrdesk.core.reports import docx, pdf, strategy_easy, versions
from nrdesk.core.reports.content import Report
from nrdesk.core.richtext import Bullets, Heading, Insert, Paragraph, RichText, Run
from tests import golden
from tests.core.reports.conftest import failures
from tests.core.reports.reading import Node, structure

KEYS = ("in_brief", "ambition", "why", "objectives", "actors")


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


def write(document: Document, *blocks: richtext.Block, key: str = "ambition") -> None:
    with document.action("Écrire") as tx:
        tx.add(Chapter(key=key, easy=richtext.dumps(RichText(blocks))))


def paragraphs(node: Node) -> list[str]:
    return [each.all_text() for each in node.find("P")]


def test_the_demonstration_says_what_was_read_and_agreed(valbrenne: Document, tmp_path: Path) -> None:
    report = strategy_easy.build(valbrenne)
    path = tmp_path / "x.pdf"
    path.write_bytes(pdf.render(report))
    assert failures(path) == []
    golden.check("strategie-facile-a-lire.txt", tree(report).outline())


def test_nothing_written_yet(empty: Document) -> None:
    with pytest.raises(NotReadyError) as refused:
        strategy_easy.build(empty)
    assert "étape 6" in refused.value.todo


def test_each_sentence_has_its_line_and_keeps_its_style(empty: Document) -> None:
    said = Paragraph((Run("La mairie garde "), Run("ses postes. C’est", bold=True), Run(" mieux ! Merci.")))
    write(empty, said, Bullets(((Run("Un. Deux."),),)), Insert("key_figures"))
    report = strategy_easy.build(empty)
    found = paragraphs(tree(report))
    assert "La mairie garde ses postes." in found
    assert "C’est mieux !" in found
    assert "Merci." in found
    (item,) = [node for node in tree(report).find("LBody") if "Un." in node.all_text()]
    assert item.all_text() == "Un. Deux."
    assert not tree(report).find("Table", "Figure")


def test_titles_never_skip_a_level(empty: Document) -> None:
    write(empty, Heading(3, "Profond"), Paragraph((Run("Texte"),)))
    node = tree(strategy_easy.build(empty))
    assert [title.all_text() for title in node.find("H3")] == ["Profond"]


def test_it_says_that_it_is_to_be_read_over_and_what_is_missing(empty: Document) -> None:
    write(empty, Paragraph((Run("Texte."),)))
    text = tree(strategy_easy.build(empty)).all_text()
    assert "Des personnes concernées doivent encore le relire." in text
    assert "il ne porte pas le logo européen" in text
    assert "Le cadre légal" in text
    assert "Facteurs" not in text


def test_hard_words_are_explained(empty: Document) -> None:
    write(empty, Paragraph((Run("L’AGEC demande des achats. Un acv de plus."),)))
    text = tree(strategy_easy.build(empty)).all_text()
    assert "Les mots à connaître" in text
    assert "AGEC : Loi du 10 février 2020" in text
    assert "ACV :" not in text, "an acronym is written in capitals"


def test_letters_are_large_on_paper_and_in_word(empty: Document) -> None:
    write(empty, Paragraph((Run("Texte facile."),)))
    report = strategy_easy.build(empty)
    with pikepdf.open(io.BytesIO(pdf.render(report))) as opened:
        assert b" 14 Tf" in b"".join(page.Contents.read_bytes() for page in opened.pages)
    from docx import Document as Word

    word = Word(io.BytesIO(docx.render(report)))
    default = word.styles.element.find(".//{*}docDefaults//{*}sz")
    assert default.get(next(iter(default.attrib))) == "28", "half points"


def test_a_booklet_has_a_cover(empty: Document) -> None:
    for key in KEYS:
        write(empty, Paragraph((Run("Texte."),)), key=key)
    node = tree(strategy_easy.build(empty))
    assert node.find("TOC")
    assert "Texte." in paragraphs(node)


def test_the_version_adopted_never_moves(valbrenne: Document) -> None:
    roadmap.seal(valbrenne, versions.save(valbrenne, "Version 1"))
    before = strategy_easy.build(valbrenne)
    assert before.meta.status.startswith("Version 1, adoptée le")
    assert "À écrire" not in tree(before).all_text()
    with valbrenne.action("Effacer") as tx:
        tx.delete(Chapter, valbrenne.ids(Chapter))
    assert strategy_easy.build(valbrenne) == before
