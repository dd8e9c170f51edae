"""The demonstration commune is whole, coherent, well written, and entirely invented."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest

from nrdesk.core import demo
from nrdesk.core.document import Document
from nrdesk.core.knowledge.training import training_of
from nrdesk.core.model import (
    RECORDS,
    Attendance,
    AwarenessSession,
    Equipment,
    Evidence,
    ObligationTracking,
    Person,
    PolicyDocument,
    PolicyLink,
    ResourceReading,
    SessionStatus,
    Stakeholder,
    StepAnswer,
)
from nrdesk.core.policies.matrix import AlertKind, alerts, priorities
from nrdesk.core.reference import directory, obligations, resources
from nrdesk.core.steps import FLASH_PATH, STEPS, progress

NBSP = "\u00a0"


@pytest.fixture(scope="module")
def doc(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Document]:
    with demo.create(tmp_path_factory.mktemp("demo") / "valbrenne.nrdesk") as document:
        yield document


def test_nothing_of_its_making_is_left_to_undo(doc):
    assert doc.undo_label is None
    assert doc.verify() == []
    assert doc.count(Equipment) == 60


def test_the_first_three_steps_pass_every_check_flash_path_or_not(tmp_path: Path):
    with demo.create(tmp_path / "valbrenne.nrdesk") as doc:
        for flash in (None, False):
            with doc.action("Choisir le parcours") as tx:
                tx.set_setting(FLASH_PATH, flash)
            for step in progress(doc)[:3]:
                assert step.missing == ()
                assert step.share == 1


def test_every_question_of_the_first_steps_is_answered_once(doc):
    answered = [(answer.step, answer.question) for answer in doc.all(StepAnswer)]
    asked = [(step.number, question) for step in STEPS[:3] for question in step.guide.questions]
    assert sorted(answered) == sorted(asked)


def test_the_story_is_told_in_figures(doc):
    figures = training_of(doc)
    assert (figures.agents_trained, figures.elected_trained) == (7, 11)
    assert (figures.sessions, figures.planned) == (2, 2)
    assert not figures.may_count_twice
    assert doc.count(Stakeholder) == 14
    assert all(1 <= each.interest <= 5 and 1 <= each.influence <= 5 for each in doc.all(Stakeholder))
    assert len(priorities(doc.all(PolicyDocument), doc.all(PolicyLink))) == 3
    on = dt.date.fromisoformat(demo.AS_OF)
    assert {alert.kind for alert in alerts(doc.all(PolicyDocument), on)} == {AlertKind.ENDS_SOON}


def test_what_is_pointed_to_exists(doc):
    library = {resource.id for resource in resources.load()}
    law = {obligation.id for obligation in obligations.load()}
    assert {reading.resource for reading in doc.all(ResourceReading)} <= library
    assert {tracking.obligation for tracking in doc.all(ObligationTracking)} <= law
    assert {evidence.obligation for evidence in doc.all(Evidence)} <= law


def test_those_present_are_as_many_as_were_counted(doc):
    for session in doc.all(AwarenessSession, status=SessionStatus.HELD):
        named = [each for each in doc.all(Attendance, session_id=session.id) if not each.is_elected]
        assert not named or len(named) == session.agents_present


def test_the_same_inventory_is_there_to_try_an_import_on():
    assert demo.messy_export().is_file()


def test_it_bears_the_name_of_no_real_place(doc):
    assert doc.authority.is_demo
    assert directory.commune(doc.authority.insee_code) is None
    assert not [place for place in directory.search("Valbrenne") if "Valbrenne" in place.name]
    assert all(person.email.endswith(".example") for person in doc.all(Person) if person.email)


def texts(doc: Document) -> Iterator[str]:
    """Every text that a person reads in the records of the steps."""
    steps = [kind for kind in RECORDS if kind.__module__.rpartition(".")[2] in _STEPS]
    for kind in steps:
        for record in doc.all(kind):
            values = (getattr(record, field.name) for field in fields(record))
            yield from (value for value in values if isinstance(value, str))


_STEPS = ("team", "training", "policy", "step_answer", "evidence")


def test_french_typography(doc):
    for text in texts(doc):
        if re.fullmatch(r"[0-9-]+(T[0-9:.]+Z)?", text):
            continue
        assert "'" not in text, text
        assert '"' not in text, text
        assert not re.search(rf"[^\s{NBSP}][:;?!»%€]", text), text
        assert not re.search(r" [:;?!»%€]", text), text
        assert not re.search(rf"«(?!{NBSP})", text), text
        assert not re.search(r"\d \d{3}\b", text), text
        assert text == text.strip()
        assert "  " not in text
