"""A document is written whole or not at all, and never over another without being told to."""

import os
import resource
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from nrdesk.core.document import Document
from nrdesk.core.errors import SurroundingsError, UserError
from nrdesk.core.jobs import Cancelled
from nrdesk.core.model import Action, Ambition, Chapter, Objective, Review
from nrdesk.core.reports import REPORTS, export
from nrdesk.core.richtext import dumps, from_plain
from tests.core.reports.conftest import failures

HEAVY = ("docx", "pptx", "reportlab", "matplotlib", "openpyxl", "pikepdf", "sqlalchemy")


@pytest.fixture
def doc(doc: Document) -> Document:
    """Return the document with all that some document needs to be written."""
    with doc.action("Écrire la stratégie") as tx:
        tx.add(Ambition(text="D’ici 2030, garder nos appareils deux ans de plus."))
        tx.add(
            Objective(title="Garder les ordinateurs", base_value=5, target_value=7, unit="ans", due="2030")
        )
        tx.add(Action(title="Réparer avant d’acheter", owner="Mairie", starts="2026-03", months=6))
        tx.add(
            Review(
                title="Revue de mars", starts="2026-03-20T10:00", report="Deux actions avancent.", held=True
            ),
            Review(title="Revue de décembre", starts="2026-12-04T10:00"),
        )
        tx.add(Chapter(key="ambition", easy=dumps(from_plain("Nous gardons nos ordinateurs."))))
    return doc


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "sortie"
    folder.mkdir()
    return folder


@pytest.fixture
def small_files() -> Iterator[None]:
    """Stand for a full disk: no file may grow beyond 4 kB."""
    usual = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, usual[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, usual)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize(
    ("key", "extension"), [(kind.key, each) for kind in REPORTS for each in kind.formats]
)
def test_every_document_is_written_in_every_format_and_twice_the_same(
    doc: Document, folder: Path, key: str, extension: str
) -> None:
    path, again = folder / f"sortie.{extension.upper()}", folder / f"encore.{extension}"
    told: list[tuple[int, int]] = []
    assert export(doc, key, path, progress=lambda done, total: told.append((done, total))) == path
    assert names(folder) == [path.name]
    assert told[-1][0] == told[-1][1]
    if extension == "pdf":
        assert failures(path) == []
    export(doc, key, again)
    assert again.read_bytes() == path.read_bytes()


def test_a_file_already_there_is_replaced_on_demand_only(doc: Document, folder: Path) -> None:
    path = folder / "i.xlsx"
    path.write_bytes(b"avant")
    with pytest.raises(UserError, match="existe déjà") as raised:
        export(doc, "inventaire", path)
    assert raised.value.kept
    assert path.read_bytes() == b"avant"
    export(doc, "inventaire", path, overwrite=True)
    assert path.read_bytes().startswith(b"PK")


def test_an_unknown_document_or_format_is_told_with_those_that_exist(doc: Document, folder: Path) -> None:
    with pytest.raises(UserError, match="etat-des-lieux, programme-de-travail"):
        export(doc, "roman", folder / "x.pdf")
    with pytest.raises(UserError, match=r"\.xlsx"):
        export(doc, "inventaire", folder / "x.pdf")
    with pytest.raises(UserError, match="ne dit pas le format"):
        export(doc, "inventaire", folder / "inventaire")
    assert names(folder) == []


def test_a_full_disk_leaves_nothing(doc: Document, folder: Path, small_files: None) -> None:
    with pytest.raises(SurroundingsError, match="disque est plein"):
        export(doc, "etat-des-lieux", folder / "e.pdf")
    assert names(folder) == []


def test_a_cancelled_export_leaves_nothing(doc: Document, folder: Path) -> None:
    def stop(done: int, total: int) -> None:
        raise Cancelled

    for key, name in (("etat-des-lieux", "e.pdf"), ("inventaire", "i.xlsx")):
        with pytest.raises(Cancelled):
            export(doc, key, folder / name, progress=stop)
    assert names(folder) == []


def test_a_missing_folder_is_told(doc: Document, folder: Path) -> None:
    with pytest.raises(SurroundingsError, match="n’existe pas"):
        export(doc, "inventaire", folder / "absent" / "i.xlsx")


def test_a_file_held_by_another_program_is_told(
    doc: Document, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = folder / "i.xlsx"
    path.write_bytes(b"avant")

    # What Windows answers when Excel has the file open; nothing on Linux makes `replace` refuse so.
    def held(self: Path, target: Path) -> Path:
        raise PermissionError(13, "Accès refusé")

    monkeypatch.setattr(Path, "replace", held)
    with pytest.raises(SurroundingsError, match="ouvert dans Word ou Excel"):
        export(doc, "inventaire", path, overwrite=True)
    assert path.read_bytes() == b"avant"
    assert names(folder) == ["i.xlsx"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root writes everywhere")
def test_a_folder_that_refuses_is_told(doc: Document, folder: Path) -> None:
    folder.chmod(0o500)
    with pytest.raises(SurroundingsError, match="refuse l’écriture"):
        export(doc, "inventaire", folder / "i.xlsx")


def test_listing_the_documents_imports_nothing_heavy() -> None:
    code = f"import sys, nrdesk.core.reports; print(sorted(set({HEAVY}) & set(sys.modules)))"
    assert (
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
        == "[]\n"
    )
