"""The communication plan says what it lacks, proposes how to begin, and takes a story up."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from nrdesk.core.communication import messages
from nrdesk.core.communication.story import Figure, Story, StoryKind
from nrdesk.core.document import Document
from nrdesk.core.model import Authority, Channel, Deliberation, Message, MessageAudience, MessageStatus

TODAY = dt.date(2026, 11, 22)
FULL = Message(title="Annoncer", text="C’est voté.", planned="2026-12", owner="Accueil")


@pytest.fixture
def doc(tmp_path: Path) -> Iterator[Document]:
    with Document.create(tmp_path / "a.nrdesk", Authority(name="Valbrenne"), year=2026) as document:
        yield document


def remarks(*found: Message) -> list[str]:
    return [each.replace("\u00a0", " ") for each in messages.state(found, TODAY).remarks]


def test_a_message_says_what_it_lacks() -> None:
    assert messages.wants(FULL) == ()
    assert messages.wants(Message(title="Annoncer")) == (
        "une date",
        "un responsable",
        "ce qu’il faut retenir",
    )


def test_an_empty_plan_says_how_to_begin() -> None:
    assert "nrdesk en propose" in messages.state([], TODAY).sentence
    assert remarks() == []


def test_what_is_late_incomplete_forgotten_or_told_one_way_only_is_said() -> None:
    late = Message(
        title="Vieux", text="x", planned="2026-10", owner="x", audience=MessageAudience.INHABITANTS
    )
    empty = Message(title="Vide", audience=MessageAudience.INHABITANTS)
    told = remarks(late, empty)
    assert told[0] == "Date passée : « Vieux ». Dites si c’est fait, ou changez la date."
    assert told[1] == "« Vide » : il manque une date, un responsable et ce qu’il faut retenir."
    assert told[2] == "Aucun message pour les agents et élus."
    assert "même canal pour les habitants" in told[3]
    other = Message(
        title="Autre", audience=MessageAudience.INHABITANTS, channel=Channel.POSTER, status=MessageStatus.DONE
    )
    assert not any("même canal" in each for each in remarks(late, other))
    dropped = Message(title="Non", status=MessageStatus.DROPPED)
    assert messages.state([dropped], TODAY).messages == ()


def test_messages_are_counted_with_their_cost() -> None:
    done = Message(title="Fait", status=MessageStatus.DONE, cost=120)
    told = messages.state([FULL, done], TODAY).sentence.replace("\u00a0", " ")
    assert told == "2 messages, 1 diffusé, 120,00 € HT."


def test_ideas_are_dated_from_the_session_and_taken_once(doc: Document) -> None:
    first = messages.ideas(doc, small=True)
    assert len(first) < len(messages.ideas(doc))
    (undated,) = messages.take(doc, first[:1])
    assert undated.planned is None
    with doc.action("Prévoir") as tx:
        tx.add(Deliberation(meeting="2026-12-03T20:30"))
    second = messages.ideas(doc, small=True)
    assert first[0] not in second
    (dated,) = messages.take(doc, second[:1])
    wanted = dt.date(2026, 12, 3) + dt.timedelta(days=second[0].after_days)
    assert dated.planned == wanted.isoformat()
    assert dated.rank > undated.rank
    doc.undo()
    assert len(doc.all(Message)) == 1


def test_the_strategy_is_adopted_on_the_day_of_its_session() -> None:
    vote = Deliberation(
        meeting="2026-12-03T20:30", seats=15, present=12, proxies=0, votes_for=12, votes_against=0,
        abstentions=0, not_voting=0,
    )  # fmt: skip
    assert messages.adopted_on([vote]) == dt.date(2026, 12, 3)
    assert messages.adopted_on([Deliberation(meeting="2026-12-03")]) is None


def test_a_message_made_of_a_story_says_what_did_not_work(doc: Document) -> None:
    told = Story(
        id="action:1", kind=StoryKind.ACTION, date="2026-03", title="C’est fait", facts=("Un.", "Deux."),
        not_done=("La médiathèque oublie.",), figure=Figure("82 %", "postes éteints"), source="Relevé",
    )  # fmt: skip
    made = messages.of_story(doc, told)
    assert made.text.splitlines() == ["82 %\u00a0: postes éteints.", "Un.", "La médiathèque oublie."]
    assert doc.get(Message, made.id).title == "C’est fait"
