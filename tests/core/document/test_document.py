"""Reading, and the one door for writing."""

import dataclasses
import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError

from nrdesk.core.document import Changed, Document, history
from nrdesk.core.errors import UserError
from nrdesk.core.model import (
    Activity,
    Authority,
    Campaign,
    Equipment,
    EquipmentStatus,
    ImportMapping,
    Workshop,
    WorkshopKind,
)

Line = Callable[..., Equipment]


def test_a_new_document_has_its_authority_and_its_campaign(document: Document, path: Path) -> None:
    assert document.path == path
    assert not document.read_only
    assert document.warnings == ()
    assert document.authority.name == "Échirolles"
    assert document.authority.updated_at
    assert (document.campaign.year, document.campaign.as_of) == (2025, "2025-12-31")
    assert sorted(p.name for p in path.parent.iterdir()) == [
        f".~{path.name}.verrou",
        path.name,
    ]


def test_a_campaign_of_this_year_is_dated_of_today(tmp_path: Path) -> None:
    today = dt.date.today()
    with Document.create(tmp_path / "a.nrdesk", Authority(), year=today.year) as document:
        assert document.campaign.as_of == today.isoformat()


def test_creating_never_replaces_a_file(document: Document, path: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(UserError, match="existe déjà"):
        Document.create(path, Authority(name="Autre"), year=2025)
    assert path.read_bytes() == before


def test_creating_in_a_folder_that_does_not_exist_says_so(tmp_path: Path) -> None:
    with pytest.raises(UserError):
        Document.create(tmp_path / "absent" / "a.nrdesk", Authority(), year=2025)


def test_what_was_added_is_read_in_the_order_it_was_added(document: Document, line: Line) -> None:
    lines = [line(f"PC{n}", site="Mairie" if n % 2 else "École", price=n * 1.5) for n in range(10)]
    with document.action("Ajouter") as tx:
        tx.add_all(lines)
    read = document.all(Equipment, campaign_id=document.campaign.id)
    assert [dataclasses.replace(r, updated_at="") for r in read] == lines
    assert document.ids(Equipment) == [r.id for r in lines]
    assert document.count(Equipment, site="Mairie") == 5
    assert document.column(Equipment, "site", price=None) == {}
    assert document.column(Equipment, "status", number="PC3") == {lines[3].id: EquipmentStatus.IN_USE}
    assert document.column(Equipment, "price", number="PC3") == {lines[3].id: 4.5}
    assert document.get(Equipment, lines[4].id).number == "PC4"
    chosen = [lines[7].id, lines[2].id, lines[7].id]
    assert [r.number for r in document.many(Equipment, chosen)] == ["PC7", "PC2", "PC7"]
    assert document.many(Equipment, []) == []


def test_what_does_not_exist_is_not_found(document: Document) -> None:
    with pytest.raises(KeyError):
        document.get(Equipment, "absent")
    with pytest.raises(TypeError, match="colour"):
        document.all(Equipment, colour="red")


def test_the_latest_campaign_is_the_one_of_the_latest_year(document: Document) -> None:
    with document.action("Reprendre 2022") as tx:
        tx.add(Campaign(year=2022, as_of="2022-12-31"))
    assert [campaign.year for campaign in document.campaigns()] == [2022, 2025]
    assert document.campaign.year == 2025


def test_every_write_is_dated(document: Document, line: Line) -> None:
    added = line()
    with document.action("Ajouter") as tx:
        tx.add(added)
    first = document.get(Equipment, added.id).updated_at
    assert dt.datetime.fromisoformat(first).tzinfo is dt.UTC
    with document.action("Changer") as tx:
        tx.update(Equipment, added.id, site="École")
    assert document.get(Equipment, added.id).updated_at >= first


def test_one_action_is_one_event_and_one_step(document: Document, line: Line) -> None:
    heard: list[Changed] = []
    stop = document.subscribe(heard.append)
    with document.action("Importer « parc.csv »") as tx:
        tx.add(line("1"), line("2"), ImportMapping(signature="s", columns="{}"))
    expected = frozenset({"equipment", "import_mapping"})
    assert heard == [Changed(expected, "action", "Importer « parc.csv »")]
    assert document.undo_label == "Importer « parc.csv »"
    assert document.redo_label is None
    assert document.undo() == Changed(expected, "undo", "Importer « parc.csv »")
    assert document.count(Equipment) == document.count(ImportMapping) == 0
    assert (document.undo_label, document.redo_label) == (None, "Importer « parc.csv »")
    assert document.redo() == Changed(expected, "redo", "Importer « parc.csv »")
    assert document.count(Equipment) == 2
    assert [changed.origin for changed in heard] == ["action", "undo", "redo"]
    stop()
    document.undo()
    assert len(heard) == 3


def test_there_may_be_nothing_to_undo(document: Document) -> None:
    assert document.undo() is None
    assert document.redo() is None


def test_an_action_that_changes_nothing_leaves_no_trace(document: Document, line: Line) -> None:
    added = line(site="École")
    with document.action("Ajouter") as tx:
        tx.add(added)
    heard: list[Changed] = []
    document.subscribe(heard.append)
    before = document.activity(), document.get(Equipment, added.id)
    with document.action("Rien") as tx:
        tx.update(Equipment, added.id, site="École")
        tx.update(Equipment, added.id)
        tx.update_all(Equipment, [], site="Mairie")
        tx.replace([dataclasses.replace(added, updated_at="1999")])
        tx.delete(Equipment, [])
        tx.add_all([])
    assert heard == []
    assert document.undo_label == "Ajouter"
    assert (document.activity(), document.get(Equipment, added.id)) == before


def test_many_rows_change_at_once_and_come_back(document: Document, line: Line) -> None:
    lines = [line(f"{n}", site="École" if n < 3 else "Mairie") for n in range(6)]
    with document.action("Ajouter") as tx:
        tx.add_all(lines)
    before = document.all(Equipment)
    with document.action("Tout à l’école") as tx:
        tx.update_all(Equipment, (r.id for r in lines), site="École", status=EquipmentStatus.BROKEN)
        tx.replace([dataclasses.replace(lines[0], number="zéro", price=2), lines[1]])
        tx.delete(Equipment, [lines[5].id])
    assert [r.number for r in document.all(Equipment)] == ["zéro", "1", "2", "3", "4"]
    assert document.get(Equipment, lines[1].id).status is EquipmentStatus.IN_USE
    assert document.count(Equipment, site="École") == 5
    after = document.all(Equipment)
    document.undo()
    assert document.all(Equipment) == before
    document.redo()
    assert document.all(Equipment) == after


def test_a_field_may_bear_the_name_of_an_argument(document: Document) -> None:
    meeting = Workshop(title="Cadrage")
    with document.action("Ajouter") as tx:
        tx.add(meeting)
        tx.update(Workshop, meeting.id, kind=WorkshopKind.SHARING)
    assert document.get(Workshop, meeting.id).kind is WorkshopKind.SHARING


def test_a_row_deleted_and_added_again_in_one_action_comes_back(document: Document, line: Line) -> None:
    added = line("1")
    with document.action("Ajouter") as tx:
        tx.add(added)
    before = document.all(Equipment)
    with document.action("Refaire") as tx:
        tx.delete(Equipment, [added.id])
        tx.add(dataclasses.replace(added, number="2"))
        tx.update(Equipment, added.id, number="3")
    assert document.get(Equipment, added.id).number == "3"
    document.undo()
    assert document.all(Equipment) == before


def test_parents_and_children_come_back_together(document: Document) -> None:
    campaign = Campaign(year=2024, as_of="2024-12-31")
    with document.action("Campagne") as tx:
        tx.add(Equipment(campaign_id=campaign.id), campaign)
    with document.action("Supprimer") as tx:
        tx.delete(Equipment, document.ids(Equipment))
        tx.delete(Campaign, [campaign.id])
    document.undo()
    assert document.count(Equipment, campaign_id=campaign.id) == 1
    document.undo()
    assert document.count(Campaign) == 1
    document.redo()
    document.redo()
    assert document.count(Campaign) == 1
    assert document.verify() == []


def fail(document: Document, record: Equipment) -> None:
    with document.action("Échouer") as tx:
        tx.add(record)
        raise ZeroDivisionError


def test_an_exception_takes_everything_back(document: Document, line: Line) -> None:
    with document.action("Ajouter") as tx:
        tx.add(line("1"))
    document.undo()
    before = document.activity()
    with pytest.raises(ZeroDivisionError):
        fail(document, line("2"))
    assert document.count(Equipment) == 0
    assert document.activity() == before
    assert (document.undo_label, document.redo_label) == (None, "Ajouter")
    document.redo()
    assert list(document.column(Equipment, "number").values()) == ["1"]


def test_a_broken_link_takes_everything_back(document: Document, line: Line) -> None:
    with pytest.raises(IntegrityError), document.action("Échouer") as tx:
        tx.add_all([line("1"), Equipment(campaign_id="absent")])
    assert document.count(Equipment) == 0


def test_actions_do_not_nest(document: Document, line: Line) -> None:
    with document.action("Dehors") as tx:
        tx.add(line("1"))
        with pytest.raises(RuntimeError, match="nest"), document.action("Dedans"):
            pass
        with pytest.raises(RuntimeError, match="nest"):
            document.undo() or document.redo() or document.action("x").__enter__()
    assert document.count(Equipment) == 1


def test_nothing_is_written_outside_an_action(document: Document, line: Line) -> None:
    with document.action("Ajouter") as tx:
        tx.add(line("1"))
    with pytest.raises(RuntimeError, match="over"):
        tx.add(line("2"))
    assert document.count(Equipment) == 1


def test_the_journal_tells_what_was_done_and_is_not_undone(document: Document, line: Line) -> None:
    with document.action("Ajouter deux lignes") as tx:
        tx.add(line("1"), line("2"))
    document.undo()
    document.redo()
    told = [(entry.kind, entry.label, entry.rows) for entry in document.activity()]
    assert told == [(kind, "Ajouter deux lignes", 2) for kind in ("redo", "undo", "action")]
    assert len(document.activity(limit=1)) == 1
    with pytest.raises(TypeError, match="journal"), document.action("Tricher") as tx:
        tx.delete(Activity, document.ids(Activity))


@pytest.mark.parametrize("ids", [["absent"], ["absent"] * 2])
def test_changing_a_row_that_does_not_exist_is_a_mistake(document: Document, ids: list[str]) -> None:
    for write in (
        lambda tx: tx.update_all(Equipment, ids, site="x"),
        lambda tx: tx.delete(Equipment, ids),
        lambda tx: tx.replace([Equipment(id=ids[0], campaign_id=document.campaign.id)]),
    ):
        with pytest.raises(KeyError), document.action("Échouer") as tx:
            write(tx)


def test_one_text_is_not_a_list_of_identifiers(document: Document) -> None:
    with pytest.raises(TypeError), document.action("Échouer") as tx:
        tx.delete(Equipment, "abc")


def test_settings_are_json_values(document: Document) -> None:
    assert document.setting("coefficients") is None
    with document.action("Régler") as tx:
        tx.set_setting("coefficients", {"laptop": 0.57, "é": [1, None]})
        tx.set_setting("autre", True)
    with document.action("Régler") as tx:
        tx.set_setting("coefficients", 3)
        tx.set_setting("autre", None)
    assert (document.setting("coefficients"), document.setting("autre")) == (3, None)
    document.undo()
    assert document.setting("coefficients") == {"laptop": 0.57, "é": [1, None]}


def test_every_subscriber_is_told_before_an_error_is_raised(document: Document, line: Line) -> None:
    heard: list[Changed] = []

    def fail(changed: Changed) -> None:
        raise ZeroDivisionError

    document.subscribe(fail)
    document.subscribe(heard.append)
    with pytest.raises(ZeroDivisionError), document.action("Ajouter") as tx:
        tx.add(line("1"))
    assert len(heard) == 1
    assert document.count(Equipment) == 1
    assert document.undo_label == "Ajouter"


def test_a_subscriber_may_act(document: Document, line: Line) -> None:
    def follow(changed: Changed) -> None:
        if changed.label == "Ajouter":
            with document.action("Suivre") as tx:
                tx.add(line("2"))

    document.subscribe(follow)
    with document.action("Ajouter") as tx:
        tx.add(line("1"))
    assert document.count(Equipment) == 2
    assert document.undo_label == "Suivre"


def test_the_history_has_a_depth(document: Document, line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history, "DEPTH", 10)
    added = line("0")
    with document.action("Ajouter") as tx:
        tx.add(added)
    for number in range(1, 16):
        with document.action(f"Numéro {number}") as tx:
            tx.update(Equipment, added.id, number=str(number))
    undone = 0
    while document.undo():
        undone += 1
    assert undone == 10
    assert document.get(Equipment, added.id).number == "5"


def test_the_history_ends_with_the_session(document: Document, path: Path, line: Line) -> None:
    with document.action("Ajouter") as tx:
        tx.add(line("1"))
    document.close()
    with Document.open(path) as again:
        assert again.count(Equipment) == 1
        assert again.undo_label is None


@pytest.mark.slow
def test_an_import_of_100_000_lines_is_undone_in_one_go(document: Document, line: Line) -> None:
    lines = [line(str(n)) for n in range(100_000)]
    with document.action("Importer") as tx:
        tx.add_all(lines)
    document.undo()
    assert document.count(Equipment) == 0
    document.redo()
    assert document.ids(Equipment) == [r.id for r in lines]
