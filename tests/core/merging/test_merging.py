"""Two copies of a document that two people worked on."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from nrdesk.core import campaigns
from nrdesk.core.document import Document, DocumentTooNew, remove, transaction
from nrdesk.core.errors import UserError
from nrdesk.core.merging import Nature, Outcome, Side, apply, compare, merge_into, read_copy, resolve
from nrdesk.core.merging.account import account
from nrdesk.core.model import (
    Action,
    Authority,
    Campaign,
    Contribution,
    Dependency,
    Equipment,
    FrozenMethod,
    Objective,
    PriorityAxis,
    StepAnswer,
)

from .conftest import Pair

Make = Callable[..., Pair]


def merged(pair: Pair, **choices: Side) -> Outcome:
    outcome = resolve(pair.compare(), choices)
    apply(pair.mine, outcome)
    assert pair.mine.verify() == []
    return outcome


@pytest.mark.parametrize("backup", [True, False])
def test_each_changed_something_else(make: Make, action: Action, backup: bool) -> None:
    pair = make(backup=backup)
    line = pair.mine.all(Equipment)[0]
    with pair.mine.action("Modifier") as tx:
        tx.update(Equipment, line.id, quantity=5)
        tx.add(StepAnswer(step=1, question="Pourquoi ?", text="Pour durer"))
    with pair.theirs.action("Modifier") as tx:
        tx.update(Action, action.id, owner="DGS")
        tx.add(Equipment(campaign_id=pair.theirs.campaign.id, number="B7"))

    comparison = pair.compare()
    assert comparison.conflicts == 0
    assert (comparison.ancestor is not None) == backup
    apply(pair.mine, resolve(comparison))

    assert pair.mine.get(Equipment, line.id).quantity == 5
    assert pair.mine.get(Action, action.id).owner == "DGS"
    assert [each.number for each in pair.mine.all(Equipment)] == ["A1", "A2", "B7"]
    assert pair.mine.count(StepAnswer) == 1


def test_two_fields_of_one_row_both_stay(make: Make, action: Action) -> None:
    pair = make()
    with pair.mine.action("Modifier") as tx:
        tx.update(Action, action.id, owner="DGS")
    with pair.theirs.action("Modifier") as tx:
        tx.update(Action, action.id, description="Trois lignes")
    merged(pair)
    found = pair.mine.get(Action, action.id)
    assert (found.owner, found.description) == ("DGS", "Trois lignes")


def test_both_changed_one_field_somebody_chooses(make: Make, action: Action) -> None:
    pair = make()
    for document, text in ((pair.mine, "Ici"), (pair.theirs, "Là")):
        with document.action("Modifier") as tx:
            tx.update(Action, action.id, description=text)
    (difference,) = pair.compare().differences
    (field,) = difference.fields
    assert field.conflict
    assert field.suggested is Side.THEIRS  # the latest
    for side, kept in ((Side.MINE, "Ici"), (Side.THEIRS, "Là"), (Side.BOTH, "Ici\n\nLà")):
        outcome = resolve(pair.compare(), {field.key: side})
        (entry,) = account(outcome).entries
        assert (entry.lines[0].mine, entry.lines[0].theirs) == ("Ici", "Là")
        apply(pair.mine, outcome)
        assert pair.mine.get(Action, action.id).description == kept
        if outcome.written:
            pair.mine.undo()


def test_without_an_ancestor_a_row_that_both_touched_is_for_somebody_to_choose(
    make: Make, action: Action
) -> None:
    pair = make(backup=False)
    with pair.mine.action("Modifier") as tx:
        tx.update(Action, action.id, owner="DGS")
    with pair.theirs.action("Modifier") as tx:
        tx.update(Action, action.id, description="Trois lignes")
    assert pair.compare().conflicts == 2


def test_deleted_by_one_and_left_alone_by_the_other_goes(make: Make) -> None:
    pair = make()
    line = pair.theirs.all(Equipment)[1]
    with pair.theirs.action("Supprimer") as tx:
        tx.delete(Equipment, [line.id])
    outcome = merged(pair)
    assert [each.number for each in pair.mine.all(Equipment)] == ["A1"]
    (entry,) = account(outcome).entries
    assert "A2" in {each.mine for each in entry.lines}


def test_deleted_by_one_and_changed_by_the_other_stays_unless_chosen(make: Make) -> None:
    pair = make()
    line = pair.theirs.all(Equipment)[1]
    with pair.theirs.action("Supprimer") as tx:
        tx.delete(Equipment, [line.id])
    with pair.mine.action("Modifier") as tx:
        tx.update(Equipment, line.id, site="École")
    comparison = pair.compare()
    (difference,) = comparison.differences
    assert (difference.nature, difference.conflict) == (Nature.GONE_THEIRS, True)
    assert resolve(comparison).written == 0
    assert resolve(comparison, {difference.key: Side.THEIRS}).deleted == (pair.mine.get(Equipment, line.id),)


def test_what_was_deleted_comes_back_with_what_the_other_hung_on_it(
    make: Make, action: Action, objective: Objective
) -> None:
    pair = make()
    with pair.mine.action("Supprimer") as tx:
        remove(pair.mine, tx, Objective, [objective.id])
        remove(pair.mine, tx, Action, [action.id])
    with pair.theirs.action("Ajouter") as tx:
        tx.add(Contribution(action_id=action.id, who="Mairie"))
    comparison = pair.compare()
    needed = {each.kind for each in comparison.differences if each.needed}
    assert needed == {Action, Objective}
    merged(pair)
    # The contribution that went with the action, and that nobody else asked for, stays away.
    assert [each.who for each in pair.mine.all(Contribution)] == ["Mairie"]
    assert pair.mine.get(Action, action.id).objective_id == objective.id


def test_chosen_to_go_it_takes_along_what_depends_on_it_and_says_so(make: Make, action: Action) -> None:
    pair = make()
    with pair.mine.action("Supprimer") as tx:
        remove(pair.mine, tx, Action, [action.id])
    with pair.theirs.action("Ajouter") as tx:
        tx.add(Contribution(action_id=action.id, who="Mairie"))
    outcome = merged(pair, **{f"action:{action.id}": Side.MINE})
    assert pair.mine.count(Contribution) == 0
    assert any("Mairie" in sentence for sentence in account(outcome).consequences)


def test_a_link_to_what_was_chosen_to_go_is_emptied_and_told(make: Make, axis: PriorityAxis) -> None:
    pair = make()
    with pair.mine.action("Supprimer") as tx:
        remove(pair.mine, tx, PriorityAxis, [axis.id])
    with pair.theirs.action("Ajouter") as tx:
        tx.add(Objective(title="Nouveau", axis_id=axis.id))
    outcome = merged(pair, **{f"priority_axis:{axis.id}": Side.MINE})
    assert {each.axis_id for each in pair.mine.all(Objective)} == {None}
    assert any("Sobriété" in sentence for sentence in account(outcome).consequences)


def test_the_same_thing_added_twice_is_one(make: Make) -> None:
    pair = make()
    for document, text in ((pair.mine, "Pour durer"), (pair.theirs, "")):
        with document.action("Répondre") as tx:
            tx.add(StepAnswer(step=1, question="Pourquoi ?", text=text))
    merged(pair)
    assert [each.text for each in pair.mine.all(StepAnswer)] == ["Pour durer"]


def test_the_same_year_opened_twice_has_its_lines_once(make: Make) -> None:
    pair = make()
    for document in (pair.mine, pair.theirs):
        campaigns.copy_campaign(document, document.campaign, 2026, "2026-10-31")
    line = pair.theirs.all(Equipment, campaign_id=pair.theirs.campaign.id)[0]
    with pair.theirs.action("Modifier") as tx:
        tx.update(Equipment, line.id, site="École")
    merged(pair)
    lines = pair.mine.all(Equipment, campaign_id=pair.mine.campaign.id)
    assert [(each.number, each.site) for each in lines] == [("A1", "École"), ("A2", "")]
    assert [each.year for each in pair.mine.campaigns()] == [2025, 2026]


def test_a_campaign_frozen_on_one_side_comes_whole(make: Make) -> None:
    pair = make()
    with pair.mine.action("Modifier") as tx:
        tx.update(Equipment, pair.mine.all(Equipment)[0].id, quantity=9)
    with pair.theirs.action("Modifier") as tx:
        tx.update(Equipment, pair.theirs.all(Equipment)[1].id, quantity=4)
    campaigns.freeze(pair.theirs, pair.theirs.campaign)

    comparison = pair.compare()
    (block,) = comparison.blocks
    assert (block.year, block.suggested, block.conflict) == (2025, Side.THEIRS, True)
    apply(pair.mine, resolve(comparison))
    assert pair.mine.campaign.frozen
    assert [each.quantity for each in pair.mine.all(Equipment)] == [3, 4]
    assert pair.mine.count(FrozenMethod) == 1

    pair.mine.undo()
    assert [each.frozen for each in pair.mine.campaigns()] == [False]
    assert [each.quantity for each in pair.mine.all(Equipment)] == [9, 1]


def test_a_frozen_campaign_here_is_opened_for_the_other_side_when_chosen(make: Make) -> None:
    pair = make()
    with pair.theirs.action("Modifier") as tx:
        tx.update(Equipment, pair.theirs.all(Equipment)[1].id, quantity=4)
    campaigns.freeze(pair.mine, pair.mine.campaign)
    comparison = pair.compare()
    assert resolve(comparison).written == 0
    apply(pair.mine, resolve(comparison, {comparison.blocks[0].key: Side.THEIRS}))
    assert not pair.mine.campaign.frozen
    assert [each.quantity for each in pair.mine.all(Equipment)] == [3, 4]
    assert pair.mine.count(FrozenMethod) == 0


def test_actions_never_wait_for_each_other_in_a_ring(make: Make, action: Action) -> None:
    pair = make()
    other = Action(title="Former")
    with pair.mine.action("Ajouter") as tx:
        tx.add(other, Dependency(action_id=action.id, needs_id=other.id))
    with pair.theirs.action("Ajouter") as tx:
        tx.add(replace(other), Dependency(action_id=other.id, needs_id=action.id))
    outcome = merged(pair)
    assert pair.mine.count(Dependency) == 1
    assert "s’attendraient" in account(outcome).consequences[0]


def test_each_deleted_the_year_of_the_other_one_stays(make: Make) -> None:
    pair = make()
    for document, year in ((pair.mine, 2025), (pair.theirs, 2026)):
        if year == 2025:
            campaigns.copy_campaign(document, document.campaign, 2026, "2026-10-31")
            document.save_copy(pair.theirs.path.with_name("autre.nrdesk"))
    with Document.open(pair.theirs.path.with_name("autre.nrdesk")) as theirs:
        both = Pair(pair.mine, theirs)
        campaigns.delete_campaign(theirs, theirs.campaigns()[1])
        campaigns.delete_campaign(pair.mine, pair.mine.campaigns()[0])
        merged(both)
    assert [each.year for each in pair.mine.campaigns()] == [2026]
    assert pair.mine.count(Equipment) == 2


def test_a_merge_is_one_undo_after_a_backup(make: Make, action: Action) -> None:
    pair = make()
    with pair.theirs.action("Modifier") as tx:
        tx.update(Action, action.id, owner="DGS")
        tx.delete(Equipment, [pair.theirs.all(Equipment)[0].id])
    before = {kind: pair.mine.all(kind) for kind in (Action, Equipment, Objective, Authority, Campaign)}
    backups = len(pair.mine.backups())
    merged(pair)
    assert len(pair.mine.backups()) == backups + 1
    assert pair.mine.undo_label == "Fusionner avec «\u00a0commune.nrdesk\u00a0»"
    pair.mine.undo()
    assert {kind: pair.mine.all(kind) for kind in before} == before


def test_a_copy_that_did_not_change_is_the_origin(make: Make, action: Action) -> None:
    pair = make(backup=False)
    with pair.theirs.action("Modifier") as tx:
        tx.update(Action, action.id, owner="DGS")
    comparison = pair.compare()
    assert (comparison.ancestor, comparison.exact) == (pair.mine.path, True)
    assert "n’a pas changé" in account(resolve(comparison)).origin


def test_an_older_backup_still_tells_what_was_there(make: Make, action: Action, tmp_path: Path) -> None:
    pair = make()
    with pair.mine.action("Modifier") as tx:
        tx.update(Action, action.id, description="Commune aux deux")
    again = tmp_path / "copie.nrdesk"
    pair.mine.save_copy(again)
    with Document.open(again) as theirs:
        with theirs.action("Modifier") as tx:
            tx.update(Action, action.id, owner="DGS")
        with pair.mine.action("Modifier") as tx:
            tx.update(Equipment, pair.mine.all(Equipment)[0].id, quantity=8)
        comparison = Pair(pair.mine, theirs).compare()
    assert comparison.ancestor is not None
    assert not comparison.exact
    assert comparison.conflicts == 0
    assert resolve(comparison).changed[0].id == action.id


def test_a_damaged_backup_is_named(make: Make, action: Action) -> None:
    pair = make(backup=False)
    for document in (pair.mine, pair.theirs):
        with document.action("Modifier") as tx:
            tx.update(Action, action.id, owner=document.path.parent.name)
    bad = pair.mine.back_up().path
    bad.write_bytes(b"SQLite format 3\0" + b"\0" * 500)
    comparison = pair.compare()
    assert comparison.unread == (bad,)
    assert "illisible" in account(resolve(comparison)).origin


def test_two_files_made_apart_are_not_copies(make: Make, tmp_path: Path) -> None:
    pair = make()
    other = tmp_path / "ailleurs.nrdesk"
    Document.create(other, Authority(name="Valbrenne"), year=2025).close()
    with pytest.raises(UserError, match="pas deux copies"):
        compare(read_copy(pair.mine.path), read_copy(other))
    with pytest.raises(UserError, match="le même fichier"):
        compare(read_copy(pair.mine.path), read_copy(pair.mine.path))


def test_a_backup_of_later_is_no_origin(make: Make) -> None:
    pair = make()
    for document in (pair.mine, pair.theirs):
        with document.action("Ajouter") as tx:
            tx.add(StepAnswer(step=1, question="?", text="!"))
    later = pair.mine.back_up().path
    with pytest.raises(UserError, match="origine commune"):
        pair.compare(later)


def test_a_newer_copy_is_refused(make: Make) -> None:
    import sqlite3

    pair = make()
    pair.theirs.close()
    connection = sqlite3.connect(pair.theirs.path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(DocumentTooNew):
        read_copy(pair.theirs.path)


def test_what_changed_meanwhile_is_not_overwritten(make: Make, action: Action) -> None:
    pair = make()
    with pair.theirs.action("Modifier") as tx:
        tx.update(Action, action.id, owner="DGS")
    outcome = resolve(pair.compare())
    with pair.mine.action("Modifier") as tx:
        tx.update(Action, action.id, owner="Maire")
    with pytest.raises(UserError, match="a changé"):
        apply(pair.mine, outcome)
    assert pair.mine.get(Action, action.id).owner == "Maire"


def test_merging_twice_changes_nothing_more(make: Make, action: Action) -> None:
    pair = make()
    with pair.theirs.action("Modifier") as tx:
        tx.update(Action, action.id, owner="DGS")
        tx.add(StepAnswer(step=1, question="Pourquoi ?", text="Pour durer"))
    merged(pair)
    comparison = pair.compare()
    assert comparison.differences == ()
    assert apply(pair.mine, resolve(comparison)) is None


def test_a_merge_that_fails_leaves_no_file(
    make: Make, action: Action, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pair = make()
    with pair.theirs.action("Modifier") as tx:
        tx.update(Action, action.id, owner="DGS")
    outcome = resolve(pair.compare())
    with pair.mine.action("Modifier") as tx:
        tx.update(Action, action.id, owner="Maire")
    with pytest.raises(UserError, match="a changé"):
        merge_into(tmp_path / "c.nrdesk", outcome)
    assert not (tmp_path / "c.nrdesk").exists()


def test_an_origin_that_one_knows_is_used(make: Make, action: Action, tmp_path: Path) -> None:
    pair = make(backup=False)
    origin = tmp_path / "avant.nrdesk"
    pair.mine.save_copy(origin)
    for document, changes in ((pair.mine, {"owner": "DGS"}), (pair.theirs, {"description": "Trois"})):
        with document.action("Modifier") as tx:
            tx.update(Action, action.id, **changes)
    assert pair.compare().conflicts == 2
    comparison = pair.compare(origin)
    assert (comparison.conflicts, comparison.ancestor, comparison.exact) == (0, origin, True)


def test_a_late_clock_is_not_believed(make: Make, action: Action, monkeypatch: pytest.MonkeyPatch) -> None:
    pair = make(backup=False)
    monkeypatch.setattr(transaction, "utc_now", lambda: "2001-01-01T00:00:00.000Z")
    line = pair.theirs.all(Equipment)[0]
    with pair.theirs.action("Importer") as tx:
        tx.update_all(Equipment, pair.theirs.ids(Equipment), site="École")
        tx.add_all(StepAnswer(step=1, question=f"{n} ?", text="oui") for n in range(60))
    monkeypatch.undo()
    with pair.mine.action("Modifier") as tx:
        tx.update(Action, action.id, owner="DGS")
    comparison = pair.compare()
    # Dates and a journal that is too long to name its rows tell nothing: somebody chooses.
    assert {each.id for each in comparison.differences if each.any_conflict} >= {line.id}
    apply(pair.mine, resolve(comparison))
    assert pair.mine.count(StepAnswer) == 60
    assert pair.mine.get(Action, action.id).owner == "DGS"
