"""The user guide goes out whole, with its pictures, in both formats."""

import io
from pathlib import Path

import docx
import pytest

from nrdesk.core.document import Document
from nrdesk.core.reference import user_guide as guide
from nrdesk.core.reports import docx as word
from nrdesk.core.reports import pdf, user_guide
from tests.core.reports.conftest import failures
from tests.core.reports.test_step_documents import tree

pytestmark = pytest.mark.slow
PICTURES = [key for key in guide.by_key() if guide.picture(key).exists()]


def test_every_screen_is_told_with_its_picture_in_a_valid_file(doc: Document, tmp_path: Path) -> None:
    path = tmp_path / "guide.pdf"
    path.write_bytes(pdf.render(user_guide.build(doc)))
    assert failures(path) == []
    outline = tree(user_guide.build(doc)).outline()
    for page in guide.by_key().values():
        assert f"H2 {page.title}".replace("\u00a0", " ") in outline
    assert outline.count("Figure") == len(PICTURES)


def test_the_word_document_has_a_picture_and_its_words_for_each_screen(doc: Document) -> None:
    made = docx.Document(io.BytesIO(word.render(user_guide.build(doc))))
    said = [shape._inline.docPr.get("descr") for shape in made.inline_shapes]
    assert len(said) == len(PICTURES)
    assert all(words.startswith("Image de l’écran") for words in said)
