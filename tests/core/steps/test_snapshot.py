"""A snapshot reads the small tables once, each in order of creation."""

from pathlib import Path

import pytest

from nrdesk.core.assessment import assess
from nrdesk.core.document import Document
from nrdesk.core.model import Authority, Equipment, Person, Referent
from nrdesk.core.steps import Snapshot


def test_records_come_by_kind_in_the_order_of_creation(tmp_path: Path) -> None:
    with Document.create(tmp_path / "ici.nrdesk", Authority(name="Ici"), year=2026) as doc:
        with doc.action("Réunir l’équipe") as tx:
            tx.add(Person(name="Zoé"), Referent(service="École"), Person(name="Ali"))
        now = Snapshot.of(doc, assess(doc))
    assert [person.name for person in now.all(Person)] == ["Zoé", "Ali"]
    assert [referent.service for referent in now.all(Referent)] == ["École"]


def test_a_kind_that_is_not_read_is_a_mistake_of_the_program() -> None:
    with pytest.raises(KeyError):
        Snapshot(Authority()).all(Equipment)
