"""Every date of the strategy in one calendar."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from nrdesk.core.agenda import dated_events
from nrdesk.core.calendar import ics, zone_of
from nrdesk.core.document import Document
from nrdesk.core.errors import NotReadyError
from nrdesk.core.model import (
    Action,
    ActionStatus,
    Authority,
    ChosenMoment,
    Decision,
    Deliberation,
    Indicator,
    Message,
    MessageStatus,
    Milestone,
    Objective,
    Reading,
    Review,
    ReviewDecision,
    Workshop,
)
from nrdesk.core.reports import calendar_file
from tests.core.calendar.reading import parse


@pytest.fixture
def doc(tmp_path: Path) -> Iterator[Document]:
    with Document.create(tmp_path / "a.nrdesk", Authority(name="Cilaos", department="974"), year=2026) as doc:
        yield doc


@pytest.fixture
def full(doc: Document) -> Document:
    meeting = Workshop(title="Cadrage", starts="2026-03-12T14:00", minutes_long=60)
    with doc.action("Saisir") as tx:
        tx.add(meeting, Workshop(title="Un jour"))
        tx.add(
            Decision(workshop_id=meeting.id, text="Écrire\naux services", owner="Mairie", due="2026-04"),
            Decision(workshop_id=meeting.id, text="C’est fait", due="2026-04", done=True),
            Decision(workshop_id=meeting.id, text="Un jour"),
        )
        tx.add(
            Objective(title="Garder les ordinateurs", due="2030", owner="Mairie"),
            Objective(title="Sans date"),
        )
        tx.add(Deliberation(meeting="2026-12-15T20:00", place="Mairie"))
    return doc


def test_meetings_decisions_objectives_and_the_vote_are_there_in_order(full: Document) -> None:
    found = dated_events(full)
    told = [(str(event.starts)[:16], event.title.replace("\u00a0", " ")) for event in found]
    assert told[:2] == [("2026-03-12 14:00", "Cadrage"), ("2026-04-30", "Écrire aux services")]
    assert told[-1] == ("2030-12-31", "Objectif à atteindre : Garder les ordinateurs")
    assert ("2026-12-15 20:00") in [when for when, _ in told]
    assert [each.starts.isoformat() for each in found] == sorted(each.starts.isoformat() for each in found)
    assert len({event.uid for event in found}) == len(found)
    assert found[-1].alarm == dt.timedelta(days=30)
    assert not any("Un jour" in title or "fait" in title or "Sans date" in title for _, title in told)


def test_nothing_dated_is_no_calendar(doc: Document) -> None:
    assert dated_events(doc) == ()
    with pytest.raises(NotReadyError, match="Rien n’a encore de date"):
        calendar_file.write(doc)


def test_the_file_has_the_clocks_of_the_collectivite_and_stays_the_same(full: Document) -> None:
    content = calendar_file.write(full)
    assert content == calendar_file.write(full)
    calendar = parse(content)
    assert calendar.text("NAME") == "Numérique responsable, Cilaos"
    assert calendar.parts[0].value("TZID") == "Indian/Reunion"
    assert len(calendar.all("VEVENT")) == len(dated_events(full))
    assert content == ics(dated_events(full), name=calendar.text("NAME"), zone=zone_of(full.authority))


def test_a_meeting_alone_has_its_file(full: Document) -> None:
    dated, undated = full.all(Workshop)
    (event,) = parse(calendar_file.meeting(full, dated.id)).all("VEVENT")
    assert event.value("UID") == f"{dated.id}@nrdesk"
    with pytest.raises(NotReadyError, match="pas encore de date"):
        calendar_file.meeting(full, undated.id)
    with pytest.raises(NotReadyError, match="n’existe plus"):
        calendar_file.meeting(full, "gone")


def test_an_event_that_moves_keeps_its_name_and_is_newer(full: Document) -> None:
    (meeting, _) = full.all(Workshop)
    before = next(event for event in dated_events(full) if meeting.id in event.uid)
    with full.action("Déplacer") as tx:
        tx.update(Workshop, meeting.id, starts="2026-03-19T14:00")
    after = next(event for event in dated_events(full) if meeting.id in event.uid)
    assert after.uid == before.uid
    assert after.stamp >= before.stamp


def test_the_plan_its_reviews_and_its_readings_have_their_dates(doc: Document) -> None:
    ahead = Action(title="Réparer", starts="2027-02", months=3, owner="Mairie")
    over = Action(title="Éteindre", starts="2026", ends="2026", status=ActionStatus.DONE)
    review = Review(title="Revue du plan", starts="2027-03-10T10:00")
    indicator = Indicator(title="Postes éteints", rhythm_months=6)
    with doc.action("Saisir") as tx:
        tx.add(ahead, over, review, indicator, Indicator(title="Jamais relevé"))
        tx.add(
            Milestone(action_id=ahead.id, title="Marché signé", due="2027-03"),
            Milestone(action_id=over.id, title="Passé avec son action", due="2026-03"),
            Milestone(title="Bilan au conseil", due="2027-01", reached="2027-01-15"),
            ReviewDecision(review_id=review.id, text="Relancer le syndicat", due="2027-04-01"),
            ReviewDecision(review_id=review.id, text="Une action", due="2027-04-01", action_id=ahead.id),
            Reading(indicator_id=indicator.id, read_on="2026-11-15", value=80.0),
        )
    found = {event.title.replace("\u00a0", " "): f"{event.starts:%Y-%m-%d}" for event in dated_events(doc)}
    assert found == {
        "Action à lancer : Réparer": "2027-02-01",
        "Jalon : Marché signé": "2027-03-31",
        "Revue du plan": "2027-03-10",
        "Relancer le syndicat": "2027-04-01",
        "Action à terminer : Réparer": "2027-04-30",
        "Indicateur à relever : Postes éteints": "2027-05-15",
    }
    assert len(parse(calendar_file.write(doc)).all("VEVENT")) == len(found)


def test_moments_and_messages_to_come_are_there(doc: Document) -> None:
    with doc.action("Saisir") as tx:
        tx.add(
            ChosenMoment(
                title="Semaine", starts="2026-11-21", ends="2026-11-29", confirmed=True, idea="Trier"
            ),
            ChosenMoment(title="Vœux", starts="2027-01", owner="Mairie"),
            ChosenMoment(title="Cleanup", starts="2027-03-20"),
            ChosenMoment(title="À l’envers", starts="2027-05-02", ends="2027-05-01", confirmed=True),
            ChosenMoment(title="Passé", starts="2026-03-21", held=True),
            ChosenMoment(title="Un jour"),
            Message(title="Annoncer le vote", planned="2026-12-10", owner="Mairie"),
            Message(title="Parti", planned="2026-12-10", status=MessageStatus.DONE),
            Message(title="Sans date"),
        )
    found = {event.title.replace("\u00a0", " "): event for event in dated_events(doc)}
    assert set(found) == {"Semaine", "Vœux", "Cleanup", "À l’envers", "Message à diffuser : Annoncer le vote"}
    week = found["Semaine"]
    assert (week.starts, week.ends, week.text) == (dt.date(2026, 11, 21), dt.date(2026, 11, 29), "Trier")
    greetings = found["Vœux"]
    assert greetings.starts == dt.date(2027, 1, 1)
    assert greetings.text.replace("\u00a0", " ") == "Jour à fixer.\n\nResponsable : Mairie"
    assert found["Cleanup"].text == "Date à confirmer."
    assert found["À l’envers"].ends is None
