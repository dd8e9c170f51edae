"""Damaged files: refused in a sentence, and what can be read is saved."""

import random
import sqlite3
import struct
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nrdesk.core.document import DamagedDocument, Document, recover
from nrdesk.core.document.checks import verify
from nrdesk.core.document.place import journal
from nrdesk.core.errors import UserError
from nrdesk.core.model import (
    RECORDS,
    AttachedFile,
    Attendance,
    Authority,
    AwarenessSession,
    Axis,
    Campaign,
    Equipment,
    EquipmentStatus,
    Evidence,
    Person,
    PolicyDocument,
    PolicyLink,
    Record,
    Setting,
    Trade,
    TradeCoverage,
)

PAGE = 4096
LINES = 600


def line(campaign_id: str, n: int) -> Equipment:
    return Equipment(campaign_id=campaign_id, number=str(n), comment=f"été {n} " * 8)


def import_lines(document: Document) -> None:
    campaign_id = document.campaign.id
    with document.action("Importer") as tx:
        tx.add_all(line(campaign_id, n) for n in range(LINES))
        tx.set_setting("coefficients", {"laptop": 0.5})


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Return the bytes of a sound document of 600 lines."""
    path = tmp_path_factory.mktemp("sound") / "a.nrdesk"
    with Document.create(path, Authority(name="Échirolles"), year=2025) as document:
        import_lines(document)
    return path.read_bytes()


damages = st.lists(
    st.tuples(st.floats(0, 1, exclude_max=True), st.binary(min_size=1, max_size=16)), max_size=6
)


@pytest.mark.slow
@settings(max_examples=40)
@given(damages=damages, cut=st.none() | st.floats(0, 1), head=st.booleans())
def test_no_damage_is_a_bug(
    sound: bytes,
    tmp_path_factory: pytest.TempPathFactory,
    damages: list[tuple[float, bytes]],
    cut: float | None,
    head: bool,
) -> None:
    content = bytearray(sound)
    for where, junk in damages:
        # The first page holds what everything else depends on: damage it more often than its share.
        start = int(where * (PAGE if head else len(content)))
        content[start : start + len(junk)] = junk
    path = tmp_path_factory.mktemp("damaged") / "a.nrdesk"
    path.write_bytes(content[: None if cut is None else int(cut * len(content))])
    before = path.read_bytes()
    for read_only in (True, False):
        try:
            with Document.open(path, read_only=read_only) as document:
                for record in RECORDS:
                    document.all(record)
                document.verify()
        except UserError:
            assert read_only or path.read_bytes() == before
    saved = path.with_name("b.nrdesk")
    try:
        recover(path, saved)
    except UserError:
        assert not saved.exists()
    else:
        with Document.open(saved) as document:
            assert document.verify() == []
            for record in RECORDS:
                document.all(record)


def pages_of(content: bytes, name: str) -> list[int]:
    """Return the pages (numbered from 0) of a table or an index, from left to right, the leaves only."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(content)
        (root,) = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (name,)).fetchone()
    return leaves(content, root - 1)


def leaves(content: bytes, page: int) -> list[int]:
    """Return the leaves under a page of an index B-tree, which a table without rowid is too."""
    kind, _, cells, _, _ = struct.unpack(">BHHHB", content[page * PAGE : page * PAGE + 8])
    if kind == 10:
        return [page]
    pointers = content[page * PAGE + 12 : page * PAGE + 12 + 2 * cells]
    starts = [page * PAGE + offset for (offset,) in struct.iter_unpack(">H", pointers)]
    children = [content[start : start + 4] for start in starts] + [
        content[page * PAGE + 8 : page * PAGE + 12]
    ]
    return [leaf for child in children for leaf in leaves(content, int.from_bytes(child) - 1)]


def spoiled(content: bytes, pages: list[int]) -> bytes:
    noise = random.Random(1)
    changed = bytearray(content)
    for page in pages:
        changed[page * PAGE : (page + 1) * PAGE] = noise.randbytes(PAGE)
    return bytes(changed)


def recovered(
    content: bytes, folder: Path
) -> tuple[Document, dict[str, tuple[int, int, bool]], tuple[str, ...]]:
    """Return the recovered document, (recovered, lost, walked) by table, and the notes."""
    path = folder / "damaged.nrdesk"
    path.write_bytes(content)
    report = recover(path, folder / "saved.nrdesk")
    assert path.read_bytes() == content
    assert report.path == folder / "saved.nrdesk"
    assert all(report.sentences())
    tables = {table.table: (table.recovered, table.lost, table.walked) for table in report.tables}
    assert report.complete == (
        not report.notes and all(walked and not lost for _, lost, walked in tables.values())
    )
    document = Document.open(report.path)
    assert document.verify() == []
    return document, tables, report.notes


def test_a_sound_document_is_recovered_whole(sound: bytes, tmp_path: Path) -> None:
    document, tables, notes = recovered(sound, tmp_path)
    with document:
        assert tables["equipment"] == (LINES, 0, True)
        assert notes == ()
        assert [line.number for line in document.all(Equipment)] == [str(n) for n in range(LINES)]
        assert document.setting("coefficients") == {"laptop": 0.5}


def test_only_the_rows_of_the_damaged_pages_are_lost(sound: bytes, tmp_path: Path) -> None:
    pages = pages_of(sound, "equipment")
    content = spoiled(sound, [pages[5], pages[6], pages[20]])
    (tmp_path / "a.nrdesk").write_bytes(content)
    with pytest.raises(DamagedDocument):
        Document.open(tmp_path / "a.nrdesk")
    document, tables, _ = recovered(content, tmp_path)
    with document:
        kept, lost, walked = tables["equipment"]
        assert not walked
        assert kept + lost == LINES
        assert 0 < lost < 60
        assert document.count(Equipment) == kept
        assert document.authority.name == "Échirolles"


def test_without_the_index_both_ends_of_a_table_are_saved(sound: bytes, tmp_path: Path) -> None:
    pages = pages_of(sound, "equipment")
    index = pages_of(sound, "ix_equipment_campaign_id")
    document, tables, _ = recovered(spoiled(sound, [pages[20], *index]), tmp_path)
    with document:
        kept, _, walked = tables["equipment"]
        assert not walked
        assert kept > LINES - 60


def test_a_lost_campaign_is_made_again(sound: bytes, tmp_path: Path) -> None:
    document, tables, notes = recovered(
        spoiled(sound, pages_of(sound, "campaign") + pages_of(sound, "authority")), tmp_path
    )
    with document:
        assert tables["campaign"][0] == tables["authority"][0] == 0
        assert tables["equipment"] == (LINES, 0, True)
        assert len(notes) == 2
        assert document.count(Equipment, campaign_id=document.campaign.id) == LINES
        assert document.count(Authority) == document.count(Campaign) == 1


def test_a_document_left_without_lines_still_opens(sound: bytes, tmp_path: Path) -> None:
    lost = [page for name in ("campaign", "authority", "equipment") for page in pages_of(sound, name)]
    index = pages_of(sound, "ix_equipment_campaign_id")
    document, _, notes = recovered(spoiled(sound, lost + index), tmp_path)
    with document:
        assert len(notes) == 2
        assert document.setting("coefficients") == {"laptop": 0.5}


@pytest.mark.parametrize(("start", "stop"), [(0, 16), (0, 100), (18, 24), (60, 72)])
def test_a_damaged_header_loses_nothing(sound: bytes, tmp_path: Path, start: int, stop: int) -> None:
    content = sound[:start] + b"\xff" * (stop - start) + sound[stop:]
    document, tables, notes = recovered(content, tmp_path)
    with document:
        assert tables["equipment"] == (LINES, 0, True)
        assert notes == ()


def test_damaged_values_are_saved_as_far_as_they_go(sound: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.nrdesk"
    path.write_bytes(sound)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE equipment SET status = 'in_usf' WHERE number = '1'")
        connection.execute("UPDATE equipment SET comment = CAST(x'e974e9' AS TEXT) WHERE number = '2'")
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("UPDATE sqlite_schema SET sql = replace(sql, 'STRICT', 'WITHOUT ROWID')")
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE equipment SET quantity = 'trois' WHERE number = '3'")
    document, tables, notes = recovered(path.read_bytes(), tmp_path)
    with document:
        assert tables["equipment"] == (LINES - 1, 1, True)
        assert len(notes) == 1
        by_number = {line.number: line for line in document.all(Equipment)}
        assert by_number["1"].status is EquipmentStatus.IN_USE
        assert "\ufffd" in by_number["2"].comment
        assert document.count(Setting) == 1


def test_an_older_damaged_document_is_brought_to_this_version(tmp_path: Path) -> None:
    old = Path(__file__).parents[2] / "files" / "version-1.nrdesk"
    document, tables, notes = recovered(old.read_bytes(), tmp_path)
    with document:
        assert tables["equipment"] == (3, 0, True)
        assert notes == ()
        assert document.campaigns()[0].as_of == "2023-12-31"


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7 " * 2000, b"SQLite format 3\0" + bytes(8000)])
def test_a_file_that_holds_nothing_is_not_recovered(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.nrdesk"
    path.write_bytes(content)
    with pytest.raises(UserError):
        recover(path, tmp_path / "b.nrdesk")
    assert not (tmp_path / "b.nrdesk").exists()
    assert path.read_bytes() == content


def test_a_document_whose_rows_are_all_lost_is_not_recovered(sound: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.nrdesk"
    path.write_bytes(spoiled(sound, list(range(1, len(sound) // PAGE))))
    with pytest.raises(UserError, match="Rien"):
        recover(path, tmp_path / "b.nrdesk")


def test_an_empty_document_is_not_recovered(sound: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.nrdesk"
    path.write_bytes(sound)
    with closing(sqlite3.connect(path)) as connection, connection:
        for record in RECORDS:
            connection.execute(f"DELETE FROM {record.TABLE}")
    with pytest.raises(UserError, match="Rien"):
        recover(path, tmp_path / "b.nrdesk")


def test_an_index_that_disagrees_with_its_table_is_told(sound: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.nrdesk"
    path.write_bytes(sound)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute(
            "UPDATE sqlite_schema SET sql = replace(sql, '(campaign_id)', '(site)')"
            " WHERE name = 'ix_equipment_campaign_id'"
        )
    with closing(sqlite3.connect(path)) as connection:
        assert "abîmée" in verify(connection)[0]


def test_a_document_without_one_of_its_tables_is_recovered(sound: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.nrdesk"
    path.write_bytes(sound)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP TABLE setting")
    document, tables, _ = recovered(path.read_bytes(), tmp_path)
    with document:
        assert tables["setting"] == (0, 0, False)
        assert document.count(Equipment) == LINES


def test_an_interrupted_writing_is_undone_before_recovery(sound: bytes, tmp_path: Path) -> None:
    live = tmp_path / "live.nrdesk"
    live.write_bytes(sound)
    with closing(sqlite3.connect(live, isolation_level=None)) as connection:
        connection.execute("PRAGMA cache_size = 5")
        connection.execute("BEGIN")
        connection.execute("UPDATE equipment SET comment = 'jamais validé'")
        path = tmp_path / "damaged.nrdesk"
        journal(path).write_bytes(journal(live).read_bytes())
        interrupted = live.read_bytes()
    assert "jamais validé".encode() in interrupted
    document, _, _ = recovered(interrupted, tmp_path)
    with document:
        assert document.count(Equipment, comment="jamais validé") == 0
        assert document.count(Equipment) == LINES


def test_a_file_that_became_unreadable_is_told(document: Document, path: Path) -> None:
    document.close()
    with Document.open(path, read_only=True) as again:
        path.write_bytes(b"x" * path.stat().st_size)
        assert len(again.verify()) == 1


def test_an_unreadable_text_is_told_as_damage(document: Document, path: Path) -> None:
    with document.action("Ajouter") as tx:
        tx.add(Equipment(campaign_id=document.campaign.id))
    document.close()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE equipment SET comment = CAST(x'e9' AS TEXT)")
    with Document.open(path) as again, pytest.raises(DamagedDocument):
        again.all(Equipment)


def test_damage_that_sqlite_cannot_name_is_damage(sound: bytes, tmp_path: Path) -> None:
    damaged = sound.replace(b"CREATE TABLE equipment", b"\xde\xad\xbe\xef\xff TABLE equipment")
    assert damaged != sound
    path = tmp_path / "a.nrdesk"
    path.write_bytes(damaged)
    for read_only in (True, False):
        with pytest.raises(DamagedDocument):
            Document.open(path, read_only=read_only)
    assert list(tmp_path.iterdir()) == [path]


PARENTS: tuple[tuple[Record, Record], ...] = (
    (person := Person(name="Hélène"), TradeCoverage(trade=Trade.IT, person_id=person.id)),
    (held := AwarenessSession(title="Atelier"), Attendance(session_id=held.id, name="Hélène")),
    (plan := PolicyDocument(title="PCAET"), PolicyLink(document_id=plan.id, axis=Axis.PURCHASING)),
    (proof := Evidence(obligation="RGAA"), AttachedFile(evidence_id=proof.id, content=b"%PDF")),
)


@pytest.mark.parametrize(("parent", "child"), PARENTS, ids=lambda record: record.TABLE)
def test_what_a_row_points_to_is_made_again(
    sound: bytes, tmp_path: Path, parent: Record, child: Record
) -> None:
    path = tmp_path / "a.nrdesk"
    path.write_bytes(sound)
    with Document.open(path) as document, document.action("Saisir") as tx:
        tx.add(parent, child)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(f"DELETE FROM {parent.TABLE}")
    document, _, notes = recovered(path.read_bytes(), tmp_path)
    with document:
        assert document.get(type(parent), parent.id)
        assert document.get(type(child), child.id)
        assert any("complétez" in note for note in notes)


def test_a_date_that_is_none_is_told_and_mended(sound: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.nrdesk"
    path.write_bytes(sound)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE campaign SET as_of = 'fin d''année'")
        connection.execute("UPDATE equipment SET purchased = '2018-13' WHERE number < '2'")
        told = verify(connection)
    assert told == [
        "« fin d'année » n’est pas une date entière (campaign.as_of).",
        "« 2018-13 » n’est pas une date (equipment.purchased).",
    ]
    document, _, notes = recovered(path.read_bytes(), tmp_path)
    with document:
        assert document.campaign.as_of == "2025-12-31"
        assert {line.purchased for line in document.all(Equipment)} == {None}
        assert len(notes) == 2


def test_a_row_that_means_nothing_without_its_choice_is_told(sound: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.nrdesk"
    path.write_bytes(sound)
    with Document.open(path) as document, document.action("Saisir") as tx:
        tx.add(TradeCoverage(trade=Trade.IT), TradeCoverage(trade=Trade.ECONOMY))
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE trade_coverage SET trade = 'alchemy' WHERE trade = 'it'")
    document, _, notes = recovered(path.read_bytes(), tmp_path)
    with document:
        assert [kept.trade for kept in document.all(TradeCoverage)] == [Trade.ECONOMY]
        assert any("Métiers couverts" in note for note in notes)
