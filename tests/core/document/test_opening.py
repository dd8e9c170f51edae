"""Files that are not sound documents are refused in a sentence, and not touched."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from nrdesk.core.document import DamagedDocument, Document, DocumentTooNew
from nrdesk.core.document.connection import APPLICATION_ID, uri
from nrdesk.core.document.migrations import LATEST
from nrdesk.core.errors import SurroundingsError, UserError
from nrdesk.core.model import Authority, Equipment


@pytest.fixture
def closed(document: Document, path: Path) -> Path:
    """Return the path of a document that nobody has open."""
    with document.action("Ajouter") as tx:
        tx.add(Equipment(campaign_id=document.campaign.id, comment="à garder"))
    document.close()
    return path


def alter(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def refuse(path: Path, error: type[UserError], match: str, **options: bool) -> UserError:
    """Check that a file is refused with a sentence, left byte for byte, and that nothing stays beside it."""
    before, beside = path.read_bytes(), sorted(path.parent.iterdir())
    with pytest.raises(error, match=match) as raised:
        Document.open(path, **options)
    assert path.read_bytes() == before
    assert sorted(path.parent.iterdir()) == beside
    assert raised.value.todo
    return raised.value


@pytest.mark.parametrize("read_only", [False, True])
@pytest.mark.parametrize(
    ("content", "match"),
    [
        (b"", "vide"),
        (b"\0" * 5000, "autre nature"),
        (b"PK\x03\x04" + b"x" * 500, "autre nature"),
        (b"SQLite format 3\0", "abîmé"),
        (b"SQLite format 3\0" + b"\x10\x00" + b"x" * 5000, "abîmé"),
    ],
)
def test_a_file_of_another_nature_is_refused(
    tmp_path: Path, content: bytes, match: str, read_only: bool
) -> None:
    path = tmp_path / "a.nrdesk"
    path.write_bytes(content)
    refuse(path, DamagedDocument, match, read_only=read_only)


@pytest.mark.parametrize("size", [100, 4096, 10_000, -4096, -1])
def test_a_truncated_file_is_refused(closed: Path, size: int) -> None:
    content = closed.read_bytes()
    closed.write_bytes(content[:size])
    refuse(closed, DamagedDocument, "abîmé")


def test_the_file_of_another_program_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.nrdesk"
    alter(path, "CREATE TABLE photo (id)")
    refuse(path, DamagedDocument, "autre programme")


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(SurroundingsError, match="introuvable"):
        Document.open(tmp_path / "absent.nrdesk")
    with pytest.raises(SurroundingsError, match="introuvable"):
        Document.open(tmp_path / "absent" / "absent.nrdesk", read_only=True)
    with pytest.raises(SurroundingsError):
        Document.open(tmp_path)


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER spy AFTER INSERT ON equipment BEGIN DELETE FROM campaign; END",
        "CREATE VIEW spy AS SELECT * FROM equipment",
    ],
)
def test_triggers_and_views_of_a_received_file_are_refused(closed: Path, statement: str) -> None:
    alter(closed, statement)
    refuse(closed, UserError, "spy")
    refuse(closed, UserError, "spy", read_only=True)


@pytest.mark.parametrize(
    "statements",
    [
        ["CREATE TABLE other (id)"],
        ["DROP TABLE setting"],
        ["ALTER TABLE setting ADD COLUMN spy TEXT"],
        ["CREATE INDEX spy ON equipment (lower(comment))"],
        ["DELETE FROM authority"],
        ["PRAGMA user_version = 0"],
        ["PRAGMA user_version = -1"],
    ],
)
def test_tables_that_are_not_ours_are_refused(closed: Path, statements: list[str]) -> None:
    alter(closed, *statements)
    refuse(closed, DamagedDocument, "abîmé")


def test_statistics_left_by_another_tool_do_no_harm(closed: Path) -> None:
    alter(closed, "ANALYZE")
    with Document.open(closed) as document:
        assert document.count(Equipment) == 1


def test_a_link_to_nowhere_is_told_and_the_file_opens(closed: Path) -> None:
    alter(closed, "UPDATE equipment SET campaign_id = 'absent', status = 'cassé'")
    with Document.open(closed) as document:
        problems = document.verify()
    assert len(problems) == 2
    assert "1\u00a0ligne renvoie" in problems[0]
    assert "cassé" in problems[1]


def test_a_sound_document_has_nothing_to_tell(document: Document) -> None:
    assert document.verify() == []


def test_a_document_of_a_later_version_is_refused_or_read(closed: Path) -> None:
    alter(closed, f"PRAGMA user_version = {LATEST + 1}", "ALTER TABLE equipment ADD COLUMN colour TEXT")
    error = refuse(closed, DocumentTooNew, f"format {LATEST + 1}")
    assert "lecture seule" in error.todo
    with Document.open(closed, read_only=True) as document:
        assert document.read_only
        assert "plus récente" in document.warnings[0]
        assert [line.comment for line in document.all(Equipment)] == ["à garder"]
        with pytest.raises(UserError, match="lecture seule"), document.action("Changer"):
            pass


def test_a_later_version_may_not_bring_triggers_either(closed: Path) -> None:
    alter(
        closed,
        f"PRAGMA user_version = {LATEST + 1}",
        "CREATE TRIGGER spy AFTER INSERT ON equipment BEGIN DELETE FROM campaign; END",
    )
    refuse(closed, UserError, "spy", read_only=True)


def test_a_later_version_that_lacks_our_columns_is_refused(closed: Path) -> None:
    alter(closed, f"PRAGMA user_version = {LATEST + 1}", "ALTER TABLE equipment RENAME comment TO note")
    refuse(closed, DocumentTooNew, f"format {LATEST + 1}", read_only=True)


def test_a_read_only_document_takes_no_lock(document: Document, path: Path) -> None:
    with Document.open(path, read_only=True) as reader:
        assert reader.authority == document.authority
        with document.action("Changer") as tx:
            tx.update(Authority, document.authority.id, name="Autre nom")
        assert reader.authority.name == "Autre nom"
        with pytest.raises(UserError, match="lecture seule"), reader.action("Changer"):
            pass
        assert reader.undo() is None


def test_a_document_turned_to_write_ahead_comes_back_to_one_file(closed: Path) -> None:
    alter(closed, "PRAGMA journal_mode = WAL")
    with Document.open(closed) as document, document.action("Changer") as tx:
        tx.update_all(Equipment, document.ids(Equipment), comment="gardé")
    assert closed.read_bytes()[18:20] == b"\x01\x01"


@pytest.mark.parametrize("name", ["a#b?c=d%20.nrdesk", "été 2025 « bilan ».nrdesk"])
def test_any_name_will_do(tmp_path: Path, name: str) -> None:
    with Document.create(tmp_path / name, Authority(), year=2025):
        assert (tmp_path / name).exists()


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("/home/a b", "file:///home/a%20b?mode=ro"),
        ("C:/Users/é", "file:///C:/Users/%C3%A9?mode=ro"),
        ("//serveur/partage/a", "file:////serveur/partage/a?mode=ro"),
    ],
)
def test_windows_paths_are_given_to_sqlite_as_it_wants_them(
    name: str, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "absolute", lambda self: self)
    monkeypatch.setattr(Path, "as_posix", lambda self: name)
    assert uri(Path(name), "ro") == expected


def test_the_identifier_of_our_files_never_changes(closed: Path) -> None:
    assert closed.read_bytes()[68:72] == b"NRDS" == APPLICATION_ID.to_bytes(4)
