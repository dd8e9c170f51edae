import hashlib
import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from nrdesk.core import demo, training
from nrdesk.core.document import Document
from nrdesk.core.document.migrations import LATEST
from nrdesk.core.errors import UserError
from nrdesk.core.jobs import Cancelled
from nrdesk.core.model import Person
from nrdesk.core.portfolio import FailureKind, Portfolio, scan, wording
from tests.portfolio_samples import Folder, fill, held

from . import TODAY

FILES = Path(__file__).parents[2] / "files"


def _state(folder: Path) -> dict[str, tuple[int, str]]:
    """Return every file of a folder with its date and its content."""
    return {
        str(path): (path.stat().st_mtime_ns, hashlib.sha256(path.read_bytes()).hexdigest())
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_every_file_has_its_summary_or_is_named_with_its_reason(folder: Folder, portfolio: Portfolio) -> None:
    assert {each.file for each in portfolio.summaries} == set(folder.sound)
    assert {each.file: each.kind for each in portfolio.failures} == folder.wrong
    assert set(folder.wrong.values()) >= {
        FailureKind.DAMAGED,
        FailureKind.NEWER,
        FailureKind.BUSY,
        FailureKind.FOREIGN,
    }
    assert all(each.what for each in portfolio.failures)
    assert portfolio.files == 16
    assert wording.overview(portfolio) == "16\u00a0fichiers = 8\u00a0documents lus + 8\u00a0fichiers non lus"


def test_reading_changes_and_leaves_nothing(quiet: Folder) -> None:
    before = _state(quiet.path)
    scan(quiet.path)
    assert _state(quiet.path) == before


def test_older_documents_are_read_and_stay_old(tmp_path: Path) -> None:
    folder = tmp_path / "dossier"
    folder.mkdir()
    old = sorted(FILES.glob("version-*.nrdesk"))
    for path in old:
        shutil.copy(path, folder)
    before = _state(folder)
    portfolio = scan(folder)
    assert not portfolio.failures
    assert [each.file for each in portfolio.summaries] == [path.name for path in old]
    assert _state(folder) == before


def test_a_later_document_that_can_be_read_says_what_it_hides(quiet: Folder) -> None:
    path = quiet.path / quiet.sound[0]
    with closing(sqlite3.connect(path)) as later, later:
        later.execute(f"PRAGMA user_version = {LATEST + 1}")
    portfolio = scan(quiet.path)
    (found,) = [each for each in portfolio.summaries if each.file == quiet.sound[0]]
    assert "plus récente" in " ".join(wording.remarks(portfolio, found))


def test_a_document_open_elsewhere_is_read_and_said(quiet: Folder) -> None:
    with Document.open(quiet.path / quiet.sound[1]) as document:
        portfolio = scan(quiet.path)
        assert not document.read_only
    (found,) = [each for each in portfolio.summaries if each.opened_by]
    assert found.file == quiet.sound[1]
    assert "dernier enregistrement" in " ".join(wording.remarks(portfolio, found))


def test_what_did_not_change_is_not_read_again(quiet: Folder) -> None:
    first = scan(quiet.path)
    with Document.open(quiet.path / quiet.sound[0]) as document, document.action("Ajouter") as tx:
        tx.add(Person(name="Nouvelle"))
    second = scan(quiet.path)
    assert (first.reused, second.reused) == (0, 2)
    changed = {each.file: each.changed for each in second.summaries}
    assert changed[quiet.sound[0]]
    assert [each for each in second.summaries if each.file != quiet.sound[0]] == [
        each for each in first.summaries if each.file != quiet.sound[0]
    ]


def test_another_day_reads_everything_again(quiet: Folder) -> None:
    scan(quiet.path, today=TODAY)
    assert scan(quiet.path, today=TODAY).reused == 3
    assert scan(quiet.path, today=TODAY.replace(day=23)).reused == 0


def test_what_is_kept_and_makes_no_sense_is_read_again(quiet: Folder, home: Path) -> None:
    scan(quiet.path)
    (kept,) = (home / "portefeuille").glob("*.json")
    kept.write_text('{"made_with": 3}', encoding="utf-8")
    again = scan(quiet.path)
    assert again.reused == 0
    assert len(again.summaries) == 3


def test_a_folder_of_nrdesk_that_refuses_costs_only_time(quiet: Folder, home: Path) -> None:
    home.parent.mkdir(exist_ok=True)
    home.write_text("not a folder", encoding="utf-8")
    assert len(scan(quiet.path).summaries) == 3


def test_a_file_being_written_is_not_taken_from_what_is_kept(quiet: Folder) -> None:
    scan(quiet.path)
    path = quiet.path / quiet.sound[0]
    with held([path]):
        journal = path.with_name(f"{path.name}-journal")
        journal.write_bytes(b"")
        portfolio = scan(quiet.path)
    assert [each.file for each in portfolio.failures] == [quiet.sound[0]]


def test_backups_are_not_collectivites(quiet: Folder) -> None:
    with Document.open(quiet.path / quiet.sound[0]) as document:
        document.back_up()
    assert scan(quiet.path).files == 3


def test_cancelling_stops(quiet: Folder) -> None:
    def cancel(done: int, total: int, /) -> None:
        if done:
            raise Cancelled

    with pytest.raises(Cancelled):
        scan(quiet.path, progress=cancel)


def test_progress_counts_every_file(quiet: Folder) -> None:
    told: list[tuple[int, int]] = []
    scan(quiet.path, progress=lambda done, total, /: told.append((done, total)))
    assert told == [(0, 3), (1, 3), (2, 3), (3, 3)]


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="n’existe pas"):
        scan(tmp_path / "absent")


def test_an_empty_folder_holds_nothing(tmp_path: Path) -> None:
    assert scan(tmp_path).files == 0


def test_two_files_of_one_collectivite_are_told_and_counted_once(quiet: Folder) -> None:
    copy = quiet.path / "copie.nrdesk"
    shutil.copy(quiet.path / quiet.sound[0], copy)
    with Document.open(copy) as document, document.action("Ajouter") as tx:
        tx.add(Person(name="Nouvelle"))
    portfolio = scan(quiet.path)
    (twins,) = portfolio.twins
    assert [each.file for each in twins] == ["copie.nrdesk", quiet.sound[0]]
    assert len(portfolio.distinct) == 3
    assert any("Même collectivité" in told for told in wording.remarks(portfolio, twins[1]))


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="everything can be read")
def test_a_file_that_cannot_be_read_is_named(quiet: Folder) -> None:  # pragma: no cover
    (quiet.path / quiet.sound[0]).chmod(0)
    (failure,) = scan(quiet.path).failures
    assert failure.kind is FailureKind.BUSY


def test_a_mistake_of_ours_on_one_file_leaves_the_others(
    quiet: Folder, caplog: pytest.LogCaptureFixture
) -> None:
    path = quiet.path / quiet.sound[0]
    with closing(sqlite3.connect(path)) as edited, edited:
        # Readable, and not what the figures expect to find there.
        edited.execute("INSERT INTO setting VALUES ('x', '', 'lifetime_rules', '[7]')")
    portfolio = scan(quiet.path)
    (failure,) = portfolio.failures
    assert (failure.file, failure.kind) == (quiet.sound[0], FailureKind.UNEXPECTED)
    assert len(portfolio.summaries) == 2
    assert "The summary of a document failed" in caplog.text
    caplog.clear()


@pytest.mark.slow
def test_the_demonstration_and_an_exercise_are_shown_as_invented(tmp_path: Path) -> None:
    demo.create(tmp_path / "demonstration.nrdesk").close()
    commune = training.communes()[0].key
    training.create(commune, tmp_path / "table.nrdesk", "Table 1").close()
    found = {each.file: each for each in scan(tmp_path).summaries}
    assert all(each.fictional for each in found.values())
    assert [found["demonstration.nrdesk"].exercise, found["table.nrdesk"].exercise] == [False, True]
    shown = found["demonstration.nrdesk"]
    assert shown.footprint
    assert shown.low < shown.footprint < shown.high
    assert shown.actions
    assert shown.late + shown.blocked
    assert shown.deadlines == tuple(sorted(shown.deadlines, key=lambda due: (due.on, due.title)))


@pytest.mark.slow
def test_a_folder_of_a_hundred_names_every_failure(tmp_path: Path) -> None:
    made = fill(tmp_path / "dossier", 100, every=10, lines=6)
    with held(made.busy):
        portfolio = scan(made.path)
    assert {each.file: each.kind for each in portfolio.failures} == made.wrong
    assert len(portfolio.summaries) == 90
