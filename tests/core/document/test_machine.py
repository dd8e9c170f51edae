"""Whatever is done in whatever order, the file holds what a plain Python model holds."""

import dataclasses
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from nrdesk.core.document import Document
from nrdesk.core.model import Authority, Equipment

State = dict[str, Equipment]
texts = st.text(st.characters(codec="utf-8"), max_size=8)
seeds = st.integers(0, 10_000)


class DocumentMachine(RuleBasedStateMachine):
    """Edit, import, delete, undo, redo, close and reopen, against dictionaries."""

    def __init__(self) -> None:
        super().__init__()
        # Removed even when hypothesis gives a machine up before its end.
        self.temporary = tempfile.TemporaryDirectory()
        self.folder = Path(self.temporary.name)
        self.now: State = {}
        self.done: list[State] = []
        self.undone: list[State] = []

    @initialize()
    def create(self) -> None:
        self.document = Document.create(self.folder / "a.nrdesk", Authority(), year=2025)
        self.campaign_id = self.document.campaign.id

    def teardown(self) -> None:
        self.document.close()
        self.temporary.cleanup()

    def line(self, number: str) -> Equipment:
        return Equipment(campaign_id=self.campaign_id, number=number)

    def chosen(self, seed: int) -> list[str]:
        """Return some of the identifiers."""
        return [id for n, id in enumerate(self.now) if (seed >> n % 13) & 1]

    def becomes(self, new: State) -> None:
        """Expect a state, whose dates only the document knows."""
        if {k: plain(v) for k, v in new.items()} == {k: plain(v) for k, v in self.now.items()}:
            return
        self.done.append(self.now)
        self.undone.clear()
        self.now = {record.id: record for record in self.document.all(Equipment)}
        assert {k: plain(v) for k, v in new.items()} == {k: plain(v) for k, v in self.now.items()}

    @rule(number=texts)
    def add(self, number: str) -> None:
        added = self.line(number)
        with self.document.action("Ajouter") as tx:
            tx.add(added)
        self.becomes(self.now | {added.id: added})

    @rule(size=st.integers(0, 40))
    def bulk_import(self, size: int) -> None:
        added = [self.line(f"{n}") for n in range(size)]
        with self.document.action("Importer") as tx:
            tx.add_all(added)
        self.becomes(self.now | {record.id: record for record in added})

    @rule(seed=seeds, site=texts)
    def edit(self, seed: int, site: str) -> None:
        ids = self.chosen(seed)
        with self.document.action("Changer") as tx:
            tx.update_all(Equipment, ids, site=site)
        self.becomes(self.now | {id: dataclasses.replace(self.now[id], site=site) for id in ids})

    @rule(seed=seeds, price=st.none() | st.floats(0, 1e6))
    def replace(self, seed: int, price: float | None) -> None:
        records = [dataclasses.replace(self.now[id], price=price) for id in self.chosen(seed)]
        with self.document.action("Remplacer") as tx:
            tx.replace(records)
        self.becomes(self.now | {record.id: record for record in records})

    @rule(seed=seeds)
    def delete(self, seed: int) -> None:
        ids = self.chosen(seed)
        with self.document.action("Supprimer") as tx:
            tx.delete(Equipment, ids)
        self.becomes({id: record for id, record in self.now.items() if id not in ids})

    @rule(seed=seeds, site=texts)
    def several_writes(self, seed: int, site: str) -> None:
        ids, added = self.chosen(seed), self.line("nouvelle")
        with self.document.action("Plusieurs") as tx:
            tx.update_all(Equipment, ids, site=site)
            tx.delete(Equipment, ids[:3])
            tx.add(added)
        changed = {id: dataclasses.replace(self.now[id], site=site) for id in ids[3:]}
        kept = {id: record for id, record in self.now.items() if id not in ids[:3]}
        self.becomes(kept | changed | {added.id: added})

    @rule(seed=seeds)
    def fail(self, seed: int) -> None:
        with pytest.raises(ZeroDivisionError):
            self.write_and_raise(self.chosen(seed))

    def write_and_raise(self, ids: list[str]) -> None:
        with self.document.action("Échouer") as tx:
            tx.add(self.line("perdue"))
            tx.delete(Equipment, ids)
            raise ZeroDivisionError

    @precondition(lambda self: self.done)
    @rule()
    def undo(self) -> None:
        self.document.undo()
        self.undone.append(self.now)
        self.now = self.done.pop()

    @precondition(lambda self: self.undone)
    @rule()
    def redo(self) -> None:
        self.document.redo()
        self.done.append(self.now)
        self.now = self.undone.pop()

    @rule()
    def reopen(self) -> None:
        self.document.close()
        self.document = Document.open(self.folder / "a.nrdesk")
        self.done.clear()
        self.undone.clear()

    @invariant()
    def holds(self) -> None:
        """The rows are exactly those expected, dates included."""
        if hasattr(self, "document"):
            assert {record.id: record for record in self.document.all(Equipment)} == self.now
            assert (self.document.undo_label is not None) == bool(self.done)
            assert (self.document.redo_label is not None) == bool(self.undone)


def plain(record: Equipment) -> Equipment:
    return dataclasses.replace(record, updated_at="")


DocumentMachine.TestCase.settings = settings(max_examples=25, stateful_step_count=25)
TestDocument = pytest.mark.slow(DocumentMachine.TestCase)
