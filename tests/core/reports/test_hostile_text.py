"""Whatever people write, every document goes out whole, valid, and opens again; nothing is read outside."""

import email
import email.policy
import io
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import docx
import openpyxl
import pikepdf
import pptx
import pytest
from lxml import etree
from PIL import Image

from nrdesk.core import paths, richtext
from nrdesk.core.branding import logo
from nrdesk.core.document import Document
from nrdesk.core.errors import UserError
from nrdesk.core.jobs import silent
from nrdesk.core.model import Chapter, Deliberation
from nrdesk.core.reports import REPORTS
from nrdesk.core.richtext import Paragraph, RichText, Run
from tests.core.reports import hostile
from tests.core.reports.conftest import failures

pytestmark = pytest.mark.slow
FORMATS = [(kind.key, extension) for kind in REPORTS for extension in kind.formats]
_OPENED: list[str] = []
_PLAIN = "Un texte ordinaire."


def _listen(event: str, arguments: tuple[object, ...]) -> None:
    if event in ("open", "socket.connect", "urllib.Request") and arguments:
        _OPENED.append(f"{arguments[0]}")


sys.addaudithook(_listen)


@pytest.fixture(scope="module")
def doc(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Document]:
    with hostile.create(tmp_path_factory.mktemp("hostile") / "hostile.nrdesk") as document:
        # The first time, libraries read settings and fonts of their own.
        for extension in ("pdf", "docx"):
            written(document, "carte-des-acteurs", extension)
        yield document


@pytest.fixture(scope="module")
def pasted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Document]:
    """Two hundred pages in one chapter, as a file made elsewhere may hold: the editor refuses them."""
    page = "Une phrase de procès-verbal, recopiée telle quelle et sans la relire, pour l’annexe. " * 30
    text = RichText(tuple(Paragraph((Run(page),)) for _ in range(200)))
    with hostile.create(
        tmp_path_factory.mktemp("pasted") / "pasted.nrdesk", ["Un texte ordinaire."]
    ) as document:
        with document.action("Coller") as tx:
            tx.update(Chapter, document.ids(Chapter, key="why")[0], body=richtext.dumps(text))
        yield document


def written(document: Document, key: str, extension: str) -> bytes:
    kind = next(kind for kind in REPORTS if kind.key == key)
    return kind.writers[extension](document, silent)


def check(content: bytes, extension: str, folder: Path) -> None:
    """Open a file again with a reader that is not ours."""
    match extension:
        case "pdf":
            path = folder / "sortie.pdf"
            path.write_bytes(content)
            with pikepdf.open(path) as pdf:
                assert "/OpenAction" not in pdf.Root
                assert not any("javascript" in address.lower() for address in addresses(pdf))
            assert failures(path) == []
        case "docx":
            docx.Document(io.BytesIO(content))
            check_package(content)
        case "pptx":
            pptx.Presentation(io.BytesIO(content))
            check_package(content)
        case "xlsx":
            check_workbook(content)
        case "csv":
            content.decode("utf-8-sig")
        case "zip":
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                assert archive.testzip() is None
        case "ics":
            check_calendar(content)
        case "eml":
            check_message(content)
        case "txt":
            content.decode("utf-8-sig")
        case "html":
            check_page(content.decode())
        case _:
            raise AssertionError(f"{extension} has no reader here")


def addresses(pdf: pikepdf.Pdf) -> Iterator[str]:
    for page in pdf.pages:
        for note in page.get("/Annots", []):
            if "/A" in note and "/URI" in note.A:
                yield str(note.A.URI)


def check_package(content: bytes) -> None:
    """Every part is well formed; what is outside is on the web or in a mailbox."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")):
                tree = etree.fromstring(archive.read(name))
                for relation in tree.iter("{*}Relationship"):
                    if relation.get("TargetMode") == "External":
                        assert relation.get("Target").startswith(("http://", "https://", "mailto:"))


def check_workbook(content: bytes) -> None:
    book = openpyxl.load_workbook(io.BytesIO(content))
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            assert not [cell.value for cell in row if cell.data_type == "f"]


def check_message(content: bytes) -> None:
    """A message without addressee, whose texts put nothing in its headers, nor any file beside it."""
    message = email.message_from_bytes(content, policy=email.policy.default)
    known = {"X-Unsent", "Subject", "Date", "MIME-Version", "Content-Type", "Content-Language"}
    assert set(message.keys()) == known
    assert [part.get_content_type() for part in message.iter_parts()] == ["text/plain", "text/html"]
    check_page(message.get_body(("html",)).get_content())


def check_page(page: str) -> None:
    """A page that fetches and runs nothing, and leads only to the web and to mailboxes."""
    tree = etree.HTML(page)
    tags = {element.tag for element in tree.iter() if isinstance(element.tag, str)}
    assert not tags & {"img", "script", "iframe", "link", "object", "para"}
    for element in tree.iter("a"):
        assert element.get("href").startswith(("http://", "https://", "mailto:"))


def check_calendar(content: bytes) -> None:
    assert content.startswith(b"BEGIN:VCALENDAR\r\n")
    assert content.endswith(b"END:VCALENDAR\r\n")
    lines = content.split(b"\r\n")
    assert all(len(line) <= 75 for line in lines)
    assert not any(line.startswith(b"ATTACH") for line in lines)
    assert lines.count(b"BEGIN:VEVENT") == lines.count(b"END:VEVENT")


def is_ours(name: str, folder: Path) -> bool:
    """Whether a file is one that a document may be made of: our resources, programs, the document itself."""
    places = (
        str(paths.resources()),
        sys.prefix,
        sys.base_prefix,
        str(folder),
        "/tmp",
        "/usr",
        "/proc",
        "/dev",
    )
    known = (*places, *(place for place in sys.path if place))
    return name.isdigit() or name.endswith((".py", ".pyc", ".so")) or name.startswith(known)


@pytest.mark.parametrize(("key", "extension"), FORMATS)
def test_every_document_goes_out_whatever_its_texts(
    doc: Document, tmp_path: Path, key: str, extension: str
) -> None:
    _OPENED.clear()
    content = written(doc, key, extension)
    opened = list(_OPENED)
    assert not [name for name in opened if name in ("/etc/hostname", "/etc/passwd") or "127.0.0.1" in name]
    assert not [name for name in opened if not is_ours(name, tmp_path)]
    check(content, extension, tmp_path)


@pytest.mark.parametrize(("key", "extension"), [pair for pair in FORMATS if "strategie" in pair[0]])
def test_two_hundred_pages_in_one_chapter_go_out(
    pasted: Document, tmp_path: Path, key: str, extension: str
) -> None:
    check(written(pasted, key, extension), extension, tmp_path)


def test_votes_that_exceed_the_members_make_no_extract(tmp_path: Path) -> None:
    with hostile.create(tmp_path / "votes.nrdesk") as document:
        with document.action("Voter") as tx:
            (session,) = document.ids(Deliberation)
            tx.update(Deliberation, session, present=40, proxies=60, votes_for=900, votes_against=-3)
        for extension in ("docx", "pdf"):
            with pytest.raises(UserError, match="c’est trop"):
                written(document, "extrait-du-registre", extension)
            check(written(document, "projet-de-deliberation", extension), extension, tmp_path)


@pytest.mark.parametrize(
    "content",
    [
        b"<svg xmlns='http://www.w3.org/2000/svg'><image href='file:///etc/passwd'/></svg>",
        b"<?xml version='1.0'?><!DOCTYPE l [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]><svg>&b;</svg>",
        b"GIF89a" + b"\0" * 64,
        b"",
    ],
)
def test_a_logo_that_is_no_picture_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "logo.png"
    path.write_bytes(content)
    with pytest.raises(UserError):
        logo.read(path)


def test_a_logo_of_forty_megapixels_becomes_small(tmp_path: Path) -> None:
    path = tmp_path / "logo.png"
    Image.new("L", (8_000, 5_000)).save(path)
    made = logo.read(path)
    assert max(Image.open(io.BytesIO(made)).size) <= logo.LONGEST_SIDE
