"""Documents of every version open, are backed up first, and lose nothing."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from nrdesk.core.document import BackupKind, DamagedDocument, Document, migrations
from nrdesk.core.document.connection import open_file
from nrdesk.core.document.migrations import LATEST, MIGRATIONS, climb, migrate, version
from nrdesk.core.model import Acquisition, Equipment, ImportMapping, Person

FILES = Path(__file__).parents[2] / "files"
OLD = tuple(range(1, LATEST))


@pytest.fixture(params=OLD)
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Return a copy of the sample document of an earlier version."""
    return Path(shutil.copy(FILES / f"version-{request.param}.nrdesk", tmp_path / "commune.nrdesk"))


def test_every_step_of_the_ladder_is_listed() -> None:
    folder = Path(migrations.__file__).parent
    steps = sorted(path.stem for path in folder.glob("v*.py"))
    assert [module_of(step) for step in MIGRATIONS] == steps


def module_of(step: migrations.Migration) -> str:
    return step.__module__.rpartition(".")[2]


def test_an_old_document_opens_with_all_its_data(old: Path) -> None:
    with Document.open(old) as document:
        check_content(document)
        assert document.verify() == []
        with document.action("Changer") as tx:
            tx.update_all(Equipment, document.ids(Equipment), site="École")
        document.undo()
        check_content(document)
    with Document.open(old) as again:
        check_content(again)


def test_an_old_document_is_backed_up_as_it_was(old: Path) -> None:
    before = dump(old)
    with Document.open(old) as document:
        (backup,) = (b for b in document.backups() if b.kind is BackupKind.BEFORE_UPGRADE)
    assert dump(backup.path) == before


def test_an_old_document_can_be_read_without_being_touched(old: Path) -> None:
    before = old.read_bytes()
    with Document.open(old, read_only=True) as document:
        assert document.read_only
        check_content(document)
    assert old.read_bytes() == before
    assert [path.name for path in old.parent.iterdir() if path.is_file()] == [old.name]


def check_content(document: Document) -> None:
    assert document.authority.name == "Échirolles"
    assert document.authority.agents_fte == 812.5
    # The campaign whose date was forgotten counts at the end of its year.
    assert [(c.year, c.as_of) for c in document.campaigns()] == [(2023, "2023-12-31"), (2024, "2024-06-30")]
    first, second, third = document.all(Equipment)
    assert (first.number, first.comment, first.price) == ("ÉCH-001", "écran fêlé", 845.5)
    assert (third.acquisition, third.site) == (Acquisition.REFURBISHED, "Médiathèque")
    assert document.column(Equipment, "campaign_id", number="ÉCH-002")[second.id] == document.campaign.id
    assert document.setting("refurbished") == {"laptop": 0.57}
    assert document.activity()[-1].label == "Importer « parc été.csv »"
    if document.count(ImportMapping):
        assert second.purchased_uncertain
        assert second.usage_profile == "school"
        assert second.unread_texts() == {"price": "env. 200 €"}
        assert [p.days_per_month for p in document.all(Person)] in ([], [1.5])
    else:
        assert (second.purchased_uncertain, second.usage_profile, second.unread) == (False, None, "")


def fail_halfway(connection: sqlite3.Connection) -> None:
    connection.execute("ALTER TABLE equipment ADD COLUMN colour TEXT")
    connection.execute("UPDATE equipment SET colour = 'rouge', comment = 'perdu'")
    connection.execute("DROP TABLE setting")
    raise ZeroDivisionError


def lose_parents(connection: sqlite3.Connection) -> None:
    connection.execute("DELETE FROM campaign")


@pytest.mark.parametrize(
    ("step", "error"), [(fail_halfway, ZeroDivisionError), (lose_parents, DamagedDocument)]
)
def test_a_migration_that_fails_leaves_the_file_as_it_was(
    old: Path, step: migrations.Migration, error: type[Exception]
) -> None:
    before = old.read_bytes()
    with closing(open_file(old, "rw")) as connection:
        with pytest.raises(error):
            migrate(connection, (*MIGRATIONS[: version(connection)], step))
        assert connection.execute("PRAGMA foreign_keys").fetchone() == (1,)
    assert old.read_bytes() == before


def test_opening_stops_when_a_migration_fails(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = old.read_bytes()
    monkeypatch.setattr(
        "nrdesk.core.document.opening.migrate", lambda c: migrate(c, (*MIGRATIONS, fail_halfway))
    )
    with pytest.raises(ZeroDivisionError):
        Document.open(old)
    assert old.read_bytes() == before
    assert not list(old.parent.glob("*.verrou"))
    monkeypatch.undo()
    with Document.open(old) as document:
        check_content(document)


def test_the_sample_documents_are_those_of_their_version() -> None:
    for number in OLD:
        with closing(open_file(FILES / f"version-{number}.nrdesk", "ro")) as connection:
            assert version(connection) == number
            tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_schema")}
        with closing(sqlite3.connect(":memory:", isolation_level=None)) as ladder:
            climb(ladder, MIGRATIONS[:number])
            assert {row[0] for row in ladder.execute("SELECT name FROM sqlite_schema")} == tables


def dump(path: Path) -> list[str]:
    with closing(open_file(path, "ro")) as connection:
        return list(connection.iterdump())
