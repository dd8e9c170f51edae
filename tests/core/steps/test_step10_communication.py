"""What step 10 misses is said: who was not told of the vote, moments, messages, supports, people."""

import datetime as dt

from nrdesk.core.model import (
    Authority,
    ChosenMoment,
    Deliberation,
    KitCheck,
    Message,
    MessageAudience,
    MessageStatus,
    Pioneer,
)
from nrdesk.core.reference.communication import checks
from nrdesk.core.steps import STEPS, Snapshot

CHECKS = {check.where.field: check for check in STEPS[9].checks}
VOTE = Deliberation(
    meeting="2026-12-03T20:30", seats=15, present=12, proxies=0, votes_for=12, votes_against=0,
    abstentions=0, not_voting=0,
)  # fmt: skip


def missing(field, *records):
    now = Snapshot(Authority(), records=records, today=dt.date(2026, 12, 20))
    return CHECKS[field].missing(now).replace("\u00a0", " ")


def test_an_empty_document_misses_everything_in_words():
    assert all(check.missing(Snapshot(Authority())) for check in CHECKS.values())


def test_the_vote_is_told_after_the_vote():
    told = Message(title="Annoncer", planned="2026-12", status=MessageStatus.DONE)
    assert "pas encore votée" in missing("internal", told)
    assert missing("internal", VOTE, told) == ""
    early = Message(title="Lancer", planned="2025-12-04", status=MessageStatus.DONE)
    assert missing("internal", VOTE, early) == "Le message aux agents est prévu : dites quand il est parti."
    assert missing("internal", VOTE) == "Prévoyez un message aux agents : nrdesk en propose."
    press = Message(title="Presse", audience=MessageAudience.PRESS, status=MessageStatus.DONE)
    assert missing("public", VOTE, press) == ""


def test_three_moments_are_enough():
    chosen = [ChosenMoment(title=str(n), starts=f"2027-0{n}") for n in (1, 3, 6)]
    assert missing("calendar", *chosen) == ""
    assert missing("calendar", chosen[0]) == "1 moment choisi sur 3."


def test_messages_are_whole():
    whole = Message(title="Annoncer", text="C’est voté.", planned="2027-01", owner="Accueil")
    assert missing("messages", whole) == ""
    told = missing("messages", whole, Message(title="Écrire"), Message(title="Dire"))
    assert told.startswith("« Écrire » : il manque une date, un responsable")
    assert told.endswith("Et 1 autre message à compléter.")


def test_supports_and_people():
    answers = [KitCheck(item=id, done=True) for id in checks()]
    assert missing("responsible", *answers) == ""
    assert missing("responsible", *answers[:-1]) == f"1 point à vérifier sur {len(answers)}."
    met = ChosenMoment(title="Café", starts="2026-10-15", held=True, community=True)
    assert missing("community", Pioneer(name="a"), Pioneer(name="b"), met) == ""
    assert "Aucune rencontre" in missing("community", Pioneer(name="a"), Pioneer(name="b"))
