"""Dated backups: made, listed, rotated, restored."""

import datetime as dt
import os
from contextlib import closing
from pathlib import Path

import pytest

from nrdesk.core.document import BackupKind, DamagedDocument, Document, DocumentLocked, restore
from nrdesk.core.document.backups import folder_of, list_backups, rotate
from nrdesk.core.document.connection import open_file
from nrdesk.core.document.place import journal
from nrdesk.core.errors import SurroundingsError, UserError
from nrdesk.core.model import Authority, Equipment


def add(document: Document, number: str) -> None:
    with document.action("Ajouter") as tx:
        tx.add(Equipment(campaign_id=document.campaign.id, number=number))


def numbers(document: Document) -> list[str]:
    return list(document.column(Equipment, "number").values())


def test_a_backup_is_a_whole_document(document: Document, path: Path) -> None:
    add(document, "1")
    first = document.back_up()
    add(document, "2")
    second = document.back_up()
    assert document.backups() == [second, first]
    assert first.kind is BackupKind.MANUAL
    assert first.kind.label == "manuelle"
    assert first.path.parent == path.with_name("Échirolles.sauvegardes")
    with Document.open(first.path, read_only=True) as backup:
        assert numbers(backup) == ["1"]
        assert backup.verify() == []


def test_other_files_in_the_folder_are_not_backups(document: Document) -> None:
    made = document.back_up()
    for name in ("notes.nrdesk", "2025-01-01_10-00-00_autre.nrdesk", "2025-13-01_10-00-00_manuelle.nrdesk"):
        made.path.with_name(name).write_bytes(b"")
    assert document.backups() == [made]


def test_the_first_opening_of_a_day_backs_up_the_work_of_another_day(document: Document, path: Path) -> None:
    add(document, "1")
    document.close()
    with Document.open(path) as again:
        assert again.backups() == []
    dated(path, dt.datetime.now() - dt.timedelta(days=1))
    with Document.open(path) as again:
        (daily,) = again.backups()
        assert daily.kind is BackupKind.DAILY
    with Document.open(path) as again:
        assert again.backups() == [daily]
        add(again, "2")
    with Document.open(path) as again:
        assert again.backups() == [daily]
    with Document.open(daily.path, read_only=True) as backup:
        assert numbers(backup) == ["1"]


def test_a_backup_of_the_day_that_fails_is_told(document: Document, path: Path) -> None:
    document.close()
    folder_of(path).write_bytes(b"un fichier porte le nom du dossier")
    dated(path, dt.datetime.now() - dt.timedelta(days=1))
    with Document.open(path) as again:
        assert "sauvegarde du jour" in again.warnings[0]
        add(again, "1")
        with pytest.raises(SurroundingsError, match="Autre chose"):
            again.back_up()


def dated(path: Path, moment: dt.datetime) -> None:
    os.utime(path, (moment.timestamp(), moment.timestamp()))


def test_days_weeks_and_months_are_kept(document: Document, path: Path) -> None:
    document.close()
    manual = folder_of(path) / "2020-01-01_10-00-00_manuelle.nrdesk"
    manual.parent.mkdir(exist_ok=True)
    manual.write_bytes(b"")
    first = dt.datetime(2024, 1, 1, 9)
    with closing(open_file(path, "rw")) as connection:
        for day in (first + dt.timedelta(days=n) for n in range(500)):
            # Backing up 500 times is long: what is tested is which are kept.
            Path(manual.parent / f"{day:%Y-%m-%d_%H-%M-%S}_quotidienne.nrdesk").write_bytes(b"")
        last = first + dt.timedelta(days=500)
        dated(path, last - dt.timedelta(hours=12))
        rotate(connection, path, last)
    kept = [backup for backup in list_backups(path) if backup.kind is BackupKind.DAILY]
    dates = [backup.made_at.date() for backup in kept]
    assert dates[:7] == [last.date() - dt.timedelta(days=n) for n in range(7)]
    assert len({date.isocalendar()[:2] for date in dates[:10]}) == 4
    months = {(date.year, date.month) for date in dates}
    assert len(months) == 12
    assert len(dates) <= 7 + 4 + 12
    assert manual.exists()


def test_restoring_puts_a_backup_in_place_and_keeps_what_was_there(document: Document, path: Path) -> None:
    add(document, "1")
    backup = document.back_up()
    add(document, "2")
    with pytest.raises(DocumentLocked):
        restore(backup.path, path)
    document.close()
    replaced = restore(backup.path, path)
    with Document.open(path) as again:
        assert numbers(again) == ["1"]
    assert replaced
    assert replaced.kind is BackupKind.BEFORE_RESTORING
    assert replaced in list_backups(path)
    restore(replaced.path, path)
    with Document.open(path) as again:
        assert numbers(again) == ["1", "2"]


def test_restoring_where_there_is_nothing(document: Document, path: Path, tmp_path: Path) -> None:
    backup = document.back_up()
    document.close()
    path.unlink()
    assert restore(backup.path, path) is None
    with Document.open(path) as again:
        assert again.authority.name == "Échirolles"
    with pytest.raises(SurroundingsError):
        restore(backup.path, tmp_path / "absent" / "a.nrdesk")


def test_restoring_over_a_damaged_file_keeps_its_bytes(document: Document, path: Path) -> None:
    backup = document.back_up()
    document.close()
    path.write_bytes(b"abime" * 1000)
    replaced = restore(backup.path, path)
    assert replaced
    assert replaced.path.read_bytes() == b"abime" * 1000
    with Document.open(path) as again:
        assert again.verify() == []


def test_a_damaged_backup_is_not_restored(document: Document, path: Path) -> None:
    backup = document.back_up()
    document.close()
    backup.path.write_bytes(backup.path.read_bytes()[:5000])
    before = path.read_bytes()
    with pytest.raises(DamagedDocument):
        restore(backup.path, path)
    assert path.read_bytes() == before


def test_a_copy_is_a_whole_document(document: Document, path: Path) -> None:
    add(document, "1")
    target = path.with_name("copie.nrdesk")
    target.write_bytes(b"ancien contenu")
    document.save_copy(target)
    add(document, "2")
    with Document.open(target) as copied:
        assert numbers(copied) == ["1"]
        with pytest.raises(DocumentLocked):
            document.save_copy(target)


def test_a_document_is_not_copied_over_itself(document: Document, path: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(UserError, match="lui-même"):
        document.save_copy(path)
    assert path.read_bytes() == before


def test_a_copy_that_cannot_be_written_leaves_what_was_there(document: Document, tmp_path: Path) -> None:
    with pytest.raises(SurroundingsError):
        document.save_copy(tmp_path / "absent" / "a.nrdesk")
    folder = tmp_path / "dossier.nrdesk"
    folder.mkdir()
    with pytest.raises(SurroundingsError):
        document.save_copy(folder)
    assert sorted(p.name for p in tmp_path.iterdir() if not p.name.startswith(".~")) == [
        "dossier.nrdesk",
        "Échirolles.nrdesk",
    ]


def test_a_journal_left_behind_does_not_spoil_a_new_document(path: Path) -> None:
    journal(path).write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + bytes(2000))
    with Document.create(path, Authority(name="Neuve"), year=2025) as document:
        assert document.verify() == []
