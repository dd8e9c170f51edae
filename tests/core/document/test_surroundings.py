"""Faults of the machine: the data are safe, and a sentence says what to do."""

import errno
import shutil
import subprocess
from pathlib import Path

import pytest

from nrdesk.core.document import Document, GoneError, connection, recover
from nrdesk.core.document.connection import open_file
from nrdesk.core.document.faults import explain_os
from nrdesk.core.errors import SurroundingsError, UserError
from nrdesk.core.model import Authority, Equipment

from .conftest import mount


def add(document: Document, number: str, count: int = 1) -> None:
    with document.action(f"Ajouter {number}") as tx:
        tx.add_all(
            Equipment(campaign_id=document.campaign.id, number=number, comment="x" * 200)
            for _ in range(count)
        )


def numbers(document: Document) -> set[str]:
    return set(document.column(Equipment, "number").values())


def fill(document: Document, acknowledged: set[str]) -> None:
    for number in map(str, range(1000)):
        add(document, number, 20)
        acknowledged.add(number)


def test_a_full_disk_loses_nothing(disk: Path, tmp_path: Path) -> None:
    path = disk / "a.nrdesk"
    with Document.create(path, Authority(), year=2025) as document:
        acknowledged: set[str] = set()
        with pytest.raises(SurroundingsError, match="plein") as raised:
            fill(document, acknowledged)
        assert acknowledged
        assert "enregistré" in raised.value.kept
        assert numbers(document) == acknowledged
        assert document.undo_label == f"Ajouter {max(acknowledged, key=int)}"
        with pytest.raises(SurroundingsError, match="plein"):
            add(document, "encore", 100)
        # The way out: a copy elsewhere.
        document.save_copy(tmp_path / "ailleurs.nrdesk")
        assert document.verify() == []
    with Document.open(tmp_path / "ailleurs.nrdesk") as copied:
        assert numbers(copied) == acknowledged
    with Document.open(path) as again:
        assert numbers(again) == acknowledged
        again.undo()


def test_room_made_on_the_disk_lets_work_go_on(disk: Path) -> None:
    ballast = disk / "photos.zip"
    with Document.create(disk / "a.nrdesk", Authority(), year=2025) as document:
        add(document, "1")
        ballast.write_bytes(bytes(disk_free(disk)))
        with pytest.raises(SurroundingsError, match="plein"):
            add(document, "2", 500)
        with pytest.raises(SurroundingsError, match="plein"):
            document.back_up()
        assert document.backups() == []
        ballast.unlink()
        add(document, "3")
        assert document.undo()
        assert document.redo()
        assert numbers(document) == {"1", "3"}


def disk_free(folder: Path) -> int:
    return shutil.disk_usage(folder).free


def test_a_full_disk_opens_for_reading(disk: Path) -> None:
    path = disk / "a.nrdesk"
    Document.create(path, Authority(name="Échirolles"), year=2025).close()
    (disk / "photos.zip").write_bytes(bytes(disk_free(disk)))
    with Document.open(path) as document:
        assert document.read_only
        assert "plein" in document.warnings[0]
        assert sorted(path.name for path in disk.iterdir()) == ["a.nrdesk", "photos.zip"]
        assert document.authority.name == "Échirolles"


def test_no_document_is_half_created_on_a_full_disk(disk: Path) -> None:
    (disk / "photos.zip").write_bytes(bytes(disk_free(disk) - 8192))
    with pytest.raises(SurroundingsError, match="plein"):
        Document.create(disk / "a.nrdesk", Authority(), year=2025)
    assert [path.name for path in disk.iterdir()] == ["photos.zip"]


def test_a_read_only_folder_opens_for_reading(disk: Path, tmp_path: Path) -> None:
    path = disk / "a.nrdesk"
    Document.create(path, Authority(name="Échirolles"), year=2025).close()
    mount("-o", "remount,ro", str(disk))
    with Document.open(path) as document:
        assert document.read_only
        assert "protégé" in document.warnings[0]
        assert "lecture seule" in document.warnings[0]
        assert document.authority.name == "Échirolles"
        with pytest.raises(UserError, match="lecture seule"):
            add(document, "1")
        with pytest.raises(SurroundingsError, match="protégé"):
            document.back_up()
        with pytest.raises(SurroundingsError, match="protégé"):
            document.save_copy(disk / "copie.nrdesk")
        document.save_copy(tmp_path / "copie.nrdesk")
    with pytest.raises(SurroundingsError, match="protégé"):
        Document.create(disk / "b.nrdesk", Authority(), year=2025)
    with Document.open(tmp_path / "copie.nrdesk") as copied:
        add(copied, "1")


def test_a_write_protected_file_opens_for_reading(document: Document, path: Path) -> None:
    document.close()
    mount("--bind", str(path), str(path))
    try:
        mount("-o", "remount,ro,bind", str(path))
        with Document.open(path) as again:
            assert again.read_only
            assert "protégé" in again.warnings[0]
            assert again.authority.name == "Échirolles"
    finally:
        subprocess.run(["umount", str(path)], check=True)
    with Document.open(path) as again:
        assert not again.read_only


@pytest.mark.parametrize("replaced", [False, True])
def test_a_file_deleted_while_open_is_noticed(document: Document, path: Path, replaced: bool) -> None:
    add(document, "1")
    path.unlink()
    if replaced:
        path.write_bytes(b"autre chose")
    with pytest.raises(GoneError) as raised:
        add(document, "2")
    assert "copie" in raised.value.todo
    with pytest.raises(GoneError):
        document.undo()
    assert numbers(document) == {"1"}
    target = path.with_name("copie.nrdesk")
    document.save_copy(target)
    with Document.open(target) as copied:
        assert numbers(copied) == {"1"}


def test_a_copy_may_take_the_place_of_the_file_deleted(document: Document, path: Path) -> None:
    add(document, "1")
    path.unlink()
    document.save_copy(path)
    document.close()
    with Document.open(path) as again:
        assert numbers(again) == {"1"}


def add_and_delete(document: Document) -> None:
    with document.action("Ajouter") as tx:
        tx.add(Equipment(campaign_id=document.campaign.id, number="1"))
        document.path.unlink()


def test_a_file_deleted_during_an_action_is_not_acknowledged(document: Document, path: Path) -> None:
    with pytest.raises(GoneError):
        add_and_delete(document)
    document.save_copy(path.with_name("copie.nrdesk"))


def test_a_moved_file_is_noticed(document: Document, path: Path) -> None:
    path.rename(path.with_name("ailleurs.nrdesk"))
    with pytest.raises(GoneError):
        add(document, "1")


def test_a_file_held_by_another_program_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "BUSY_SECONDS", 0.1)
    document = Document.create(path, Authority(), year=2025)
    other = open_file(path, "rw")
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(SurroundingsError, match="autre programme"):
        add(document, "1")
    other.execute("ROLLBACK")
    other.close()
    add(document, "1")
    assert numbers(document) == {"1"}
    document.close()


def test_a_bug_in_sql_is_not_dressed_up(document: Document) -> None:
    with pytest.raises(Exception, match="no such table"), document.action("Échouer"):
        document._connection.exec_driver_sql("SELECT * FROM absent")


def test_recovering_never_replaces_a_file(document: Document, path: Path) -> None:
    with pytest.raises(UserError, match="existe déjà"):
        recover(path, path)
    with pytest.raises(SurroundingsError, match="introuvable"):
        recover(path.with_name("absent.nrdesk"), path.with_name("b.nrdesk"))


@pytest.mark.parametrize(
    ("number", "match"),
    [
        (errno.ENOSPC, "plein"),
        (errno.EACCES, "protégé"),
        (errno.EROFS, "protégé"),
        (errno.ENOENT, "introuvable"),
        (errno.EEXIST, "Autre chose"),
        (errno.EISDIR, "est un dossier"),
        (errno.ENAMETOOLONG, "trop long"),
        (errno.EIO, "ne répond plus"),
    ],
)
def test_errors_of_the_system_are_told(number: int, match: str) -> None:
    error = explain_os(OSError(number, "texte du système"), Path("dossier/a.nrdesk"))
    assert match in error.what
    assert error.todo
