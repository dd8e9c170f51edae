"""People trained: names once, counts added, never more than the staff."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nrdesk.core.document import Document
from nrdesk.core.knowledge.training import training, training_of
from nrdesk.core.model import Attendance, Audience, Authority, AwarenessSession, SessionStatus

HERE = Authority(agents=20, elected=10)


def held(agents: int | None = None, elected: int | None = None, **more: object) -> AwarenessSession:
    return AwarenessSession(status=SessionStatus.HELD, agents_present=agents, elected_present=elected, **more)


def names(session: AwarenessSession, *people: str, elected: bool = False) -> list[Attendance]:
    return [Attendance(session_id=session.id, name=name, is_elected=elected) for name in people]


def test_counts_give_shares_of_the_staff():
    figures = training(HERE, [held(5, 4, hours=2.0, cost=300.0)], [])
    assert (figures.sessions, figures.agents_trained, figures.elected_trained) == (1, 5, 4)
    assert (figures.share_agents, figures.share_elected) == (0.25, 0.4)
    assert (figures.hours, figures.cost) == (2.0, 300.0)
    assert not figures.may_count_twice
    assert figures.note == ""


def test_only_what_was_held_for_agents_and_elus_counts():
    figures = training(
        HERE,
        [
            AwarenessSession(agents_present=9),
            AwarenessSession(agents_present=9, status=SessionStatus.CANCELLED),
            held(9, audience=Audience.INHABITANTS),
        ],
        [],
    )
    assert (figures.sessions, figures.agents_trained, figures.planned) == (0, 0, 1)
    assert figures.share_agents == 0


def test_a_name_counts_once_whatever_its_case_and_accents():
    first, second = held(), held()
    present = [*names(first, "Hélène Sorlinet", "Ali"), *names(second, "HELENE SORLINET", "Zoé", "")]
    figures = training(HERE, [first, second], present)
    assert figures.agents_trained == 3
    assert not figures.may_count_twice


def test_people_counted_without_a_name_add_up_and_it_is_said():
    first, second = held(4), held(3)
    figures = training(HERE, [first, second], names(second, "Ali"))
    assert figures.agents_trained == 4 + 1 + 2
    assert figures.may_count_twice
    assert figures.note.startswith("Au plus")


def test_agents_and_elus_are_told_apart():
    session = held()
    present = [*names(session, "Ali"), *names(session, "Nadia", "Jean", elected=True)]
    figures = training(HERE, [session], present)
    assert (figures.agents_trained, figures.elected_trained) == (1, 2)


def test_each_year_has_its_own_figures():
    first, second, undated = held(held_on="2025-11"), held(held_on="2026"), held(2)
    present = [*names(first, "Ali", "Zoé"), *names(second, "Ali")]
    figures = training(HERE, [second, first, undated], present)
    assert list(figures.by_year) == [2025, 2026]
    assert [year.agents_trained for year in figures.by_year.values()] == [2, 1]
    assert figures.agents_trained == 2 + 2


@pytest.mark.parametrize("staff", [None, 0])
def test_without_a_staff_there_is_no_share(staff):
    figures = training(Authority(agents=staff, elected=staff), [held(3, 3)], [])
    assert figures.share_agents is None
    assert figures.share_elected is None
    assert figures.agents_trained == (3 if staff is None else 0)


@given(
    staff=st.integers(1, 50),
    counts=st.lists(st.one_of(st.none(), st.integers(0, 60)), max_size=5),
    named=st.lists(st.sampled_from("abcdef"), max_size=8),
)
def test_nobody_is_trained_twice_over(staff, counts, named):
    sessions = [held(count) for count in counts]
    present = [each for session in sessions[:1] for each in names(session, *named)]
    figures = training(Authority(agents=staff), sessions, present)
    assert 0 <= figures.agents_trained <= staff
    assert figures.share_agents is not None
    assert 0 <= figures.share_agents <= 1
    assert figures.agents_trained >= min(staff, max((count or 0 for count in counts), default=0))
    if sessions:
        assert figures.agents_trained >= min(staff, len(set(named)))


def test_an_open_document_gives_the_same_figures(tmp_path: Path):
    session = held(elected=4)
    with Document.create(tmp_path / "ici.nrdesk", HERE, year=2026) as doc:
        with doc.action("Noter") as tx:
            tx.add(session, *names(session, "Ali"))
        assert training_of(doc) == training(HERE, [session], names(session, "Ali"))
