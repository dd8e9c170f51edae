"""One cell that another program changed: the pages still open, or a sentence names it; never a bug."""

import datetime as dt
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nrdesk import cli
from nrdesk.core import agenda, demo, steps
from nrdesk.core.assessment import assess
from nrdesk.core.assessment.services import services_of
from nrdesk.core.document import DamagedDocument, Document, recover
from nrdesk.core.document.columns import Column, layout
from nrdesk.core.document.schema import TABLES
from nrdesk.core.errors import UserError
from nrdesk.core.footprint import flow_of
from nrdesk.core.inventory import fields
from nrdesk.core.model import RECORDS, Equipment, Objective, Record, Setting
from nrdesk.core.monitoring import bilan, indicators
from nrdesk.core.plan import effects

TODAY = dt.date(2026, 11, 22)
Cell = tuple[type[Record], Column, object]

_TEXTS = ("", "abc", "2018-13", "0001", "9999-12-31", "{", "[]", '"x"', "2026-03-12T25:00")
_NUMBERS = (-5, 10**15, float("inf"), float("-inf"), 1e300)

PAGES: tuple[Callable[[Document], object], ...] = (
    lambda document: assess(document).sentences,
    lambda document: flow_of(assess(document).result).totals,
    lambda document: steps.progress(document, assess(document)),
    agenda.dated_events,
    lambda document: indicators.states(document, TODAY),
    lambda document: bilan.tell(document, document.campaign, TODAY),
    effects.effects,
    lambda document: services_of(document, assess(document)),
)


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("sound") / "demo.nrdesk"
    demo.create(path).close()
    return path.read_bytes()


def _values(column: Column) -> tuple[object, ...]:
    if column.name == "id" or column.references:
        return ()
    if column.kind is str or column.choices:
        return _TEXTS
    return {int: _NUMBERS[:2], float: _NUMBERS}.get(column.kind, ())


CELLS: tuple[Cell, ...] = tuple(
    (kind, column, value) for kind in RECORDS for column in layout(kind).columns for value in _values(column)
)


def damage(content: bytes, path: Path, cell: Cell) -> bool:
    """Write a document, one cell of which is changed in the middle row; return whether there was one."""
    kind, column, value = cell
    path.write_bytes(content)
    middle = f"(SELECT id FROM {kind.TABLE} LIMIT 1 OFFSET (SELECT count(*) / 2 FROM {kind.TABLE}))"
    with closing(sqlite3.connect(path)) as connection, connection:
        statement = f"UPDATE {TABLES[kind].name} SET {column.name} = ? WHERE id = {middle}"
        return connection.execute(statement, (value,)).rowcount == 1


@pytest.mark.slow
@settings(max_examples=40)
@given(cell=st.sampled_from(CELLS))
def test_a_damaged_cell_is_never_a_bug(
    sound: bytes, tmp_path_factory: pytest.TempPathFactory, cell: Cell
) -> None:
    path = tmp_path_factory.mktemp("cell") / "a.nrdesk"
    damage(sound, path, cell)
    refused = []
    with Document.open(path, read_only=True) as document:
        told = document.verify()
        for page in PAGES:
            try:
                page(document)
            except UserError as error:
                refused.append(error)
    assert told or not any(isinstance(error, DamagedDocument) for error in refused)
    if told:
        with Document.open(recover(path, path.with_name("b.nrdesk")).path) as mended:
            assert mended.verify() == []
            for page in PAGES:
                page(mended)


@pytest.mark.parametrize("column", ["purchased", "retired", "warranty_until"])
def test_a_date_of_the_inventory_is_kept_to_be_corrected(sound: bytes, tmp_path: Path, column: str) -> None:
    path = tmp_path / "a.nrdesk"
    path.write_bytes(sound)
    with Document.open(path) as document:
        damaged = document.ids(Equipment, campaign_id=document.campaign.id)[0]
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(f"UPDATE equipment SET {column} = 'printemps 2018' WHERE id = ?", (damaged,))
    with Document.open(path) as document:
        assert document.verify() == [f"«\u00a0printemps 2018\u00a0» n’est pas une date (equipment.{column})."]
        (line,) = (each for each in document.all(Equipment) if each.unread)
        assert (getattr(line, column), line.unread_texts()) == (None, {column: "printemps 2018"})
        assert line in assess(document).equipment
        with document.action("Corriger") as tx:
            tx.update(Equipment, line.id, **fields.changes(line, column, "03/2018"))
        assert document.verify() == []
        corrected = document.get(Equipment, line.id)
        assert (getattr(corrected, column), corrected.unread) == ("2018-03", "")


def test_a_number_out_of_reach_is_kept_to_be_corrected(sound: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.nrdesk"
    assert damage(sound, path, (Equipment, layout(Equipment).column("annual_kwh"), float("inf")))
    with Document.open(path, read_only=True) as document:
        (line,) = (each for each in document.all(Equipment) if each.unread)
        assert (line.annual_kwh, line.unread_texts()) == (None, {"annual_kwh": "inf"})


def test_what_has_no_place_to_be_kept_is_named(sound: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.nrdesk"
    assert damage(sound, path, (Objective, layout(Objective).column("due"), "bientôt"))
    with (
        Document.open(path, read_only=True) as document,
        pytest.raises(DamagedDocument, match="«\u00a0bientôt\u00a0» n’est pas une date"),
    ):
        document.all(Objective)


def test_only_what_means_something_is_written(sound: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.nrdesk"
    path.write_bytes(sound)
    with Document.open(path) as document, document.action("Écrire") as tx:
        with pytest.raises(ValueError, match="purchased"):
            tx.add(Equipment(campaign_id=document.campaign.id, purchased="2018-13"))
        with pytest.raises(ValueError, match="price"):
            tx.add(Equipment(campaign_id=document.campaign.id, price=float("inf")))
        with pytest.raises(ValueError, match="value"):
            tx.add(Setting(key="k", value="{"))


def test_the_command_line_says_it(sound: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.nrdesk"
    path.write_bytes(sound)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE equipment SET purchased = 'hier' WHERE purchased IS NOT NULL")
    assert cli.main(["empreinte", str(path)]) == 0
    assert "lignes avec une cellule que nrdesk n’a pas comprise." in capsys.readouterr().out
    assert cli.main(["verifier", str(path)]) == 1
    assert "«\u00a0hier\u00a0» n’est pas une date (equipment.purchased)." in capsys.readouterr().out
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE campaign SET as_of = '2026-10'")
    assert cli.main(["empreinte", str(path)]) == 1
    assert "«\u00a02026-10\u00a0» n’est pas une date entière (campaign.as_of)." in capsys.readouterr().err
