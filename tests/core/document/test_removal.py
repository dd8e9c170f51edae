"""Deleting a record with what only exists through it, and bringing all of it back."""

from pathlib import Path

from nrdesk.core.document import Document, remove
from nrdesk.core.model import Attendance, Authority, AwarenessSession, Person, Trade, TradeCoverage


def test_what_must_point_to_a_record_goes_with_it(tmp_path: Path) -> None:
    with Document.create(tmp_path / "a.nrdesk", Authority(name="A"), year=2026) as document:
        kept, going = AwarenessSession(title="Gardé"), AwarenessSession(title="Supprimé")
        with document.action("Saisir") as tx:
            tx.add(kept, going, Attendance(session_id=kept.id), Attendance(session_id=going.id))
        with document.action("Supprimer") as tx:
            remove(document, tx, AwarenessSession, [going.id])
        assert document.ids(AwarenessSession) == [kept.id]
        assert [each.session_id for each in document.all(Attendance)] == [kept.id]
        document.undo()
        assert document.count(AwarenessSession) == document.count(Attendance) == 2


def test_what_may_point_to_a_record_forgets_it(tmp_path: Path) -> None:
    with Document.create(tmp_path / "a.nrdesk", Authority(name="A"), year=2026) as document:
        person = Person(name="Claire")
        with document.action("Saisir") as tx:
            tx.add(person, TradeCoverage(trade=Trade.IT, person_id=person.id))
        with document.action("Supprimer") as tx:
            remove(document, tx, Person, [person.id])
        assert [each.person_id for each in document.all(TradeCoverage)] == [None]
        document.undo()
        assert [each.person_id for each in document.all(TradeCoverage)] == [person.id]
