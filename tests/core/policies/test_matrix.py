"""Priorities emerge from the matrix, dates are watched."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nrdesk.core.model import Axis, PolicyDocument, PolicyLink, PolicyStatus
from nrdesk.core.policies.matrix import MOST_PRIORITIES, AlertKind, alerts, priorities, ranking

MANDATE = PolicyDocument(title="Projet de mandat")
PCAET = PolicyDocument(title="PCAET")
OLD = PolicyDocument(title="Agenda 21", status=PolicyStatus.EXPIRED)
DAY = dt.date(2026, 11, 21)


def links(document: PolicyDocument, **strengths: int) -> list[PolicyLink]:
    return [
        PolicyLink(document_id=document.id, axis=Axis(axis), strength=strength)
        for axis, strength in strengths.items()
    ]


def test_axes_are_ranked_by_the_sum_of_their_strengths_then_as_in_the_decree():
    found = ranking([MANDATE, PCAET], [*links(MANDATE, A5=3, A1=2, A4=0), *links(PCAET, A2=3, A1=2)])
    assert [(priority.axis, priority.score) for priority in found] == [
        (Axis.PURCHASING, 4),
        (Axis.LIFE_CYCLE, 3),
        (Axis.CITIZENS, 3),
    ]


def test_the_reason_names_the_documents_the_strongest_first():
    first, second = ranking([MANDATE, PCAET], [*links(MANDATE, A2=1, A5=2), *links(PCAET, A2=3)])
    assert first.documents == ("PCAET", "Projet de mandat")
    assert first.reason == (
        "2\u00a0documents le portent, d’abord «\u00a0PCAET\u00a0» et «\u00a0Projet de mandat\u00a0»."
    )
    assert second.reason == "Un document le porte\u00a0: «\u00a0Projet de mandat\u00a0»."


def test_an_expired_document_carries_nothing_any_more():
    assert ranking([OLD], links(OLD, A1=3)) == ()


@pytest.mark.parametrize(
    ("strengths", "emerging"),
    [
        ({}, []),
        ({"A1": 1}, ["A1"]),
        ({"A1": 3, "A2": 2, "A3": 1, "A4": 1}, ["A1", "A2"]),
        ({"A1": 3, "A2": 2, "A3": 2, "A4": 1}, ["A1", "A2", "A3"]),
        ({"A1": 3, "A2": 2, "A3": 2, "A4": 2}, ["A1"]),
        ({axis.value: 3 for axis in Axis}, []),
    ],
)
def test_one_to_three_axes_emerge_ties_together(strengths, emerging):
    assert [priority.axis for priority in priorities([MANDATE], links(MANDATE, **strengths))] == emerging


@given(st.lists(st.tuples(st.sampled_from([MANDATE, PCAET]), st.sampled_from(Axis), st.integers(0, 3))))
def test_priorities_are_ahead_of_everything_else(crossings):
    matrix = [PolicyLink(document_id=d.id, axis=axis, strength=strength) for d, axis, strength in crossings]
    every, first = ranking([MANDATE, PCAET], matrix), priorities([MANDATE, PCAET], matrix)
    assert len(first) <= MOST_PRIORITIES
    assert first == every[: len(first)]
    assert all(ahead.score > behind.score for ahead in first for behind in every[len(first) :])
    assert sum(priority.score for priority in every) == sum(link.strength for link in matrix)


@pytest.mark.parametrize(
    ("starts", "ends", "kind"),
    [
        ("2024", "2026-10", AlertKind.ENDED),
        ("2024", "2026-11-20", AlertKind.ENDED),
        ("2024", "2026-11-21", AlertKind.ENDS_SOON),
        ("2024", "2026-11", AlertKind.ENDS_SOON),
        (None, "2026", AlertKind.ENDS_SOON),
        ("2024", "2027-11-21", AlertKind.ENDS_SOON),
        ("2024", "2027-11", None),
        ("2024", None, None),
        ("2027", "2026", AlertKind.INVERTED),
        ("2026-05", "2026", AlertKind.ENDS_SOON),
    ],
)
def test_dates_are_watched_to_the_last_day_that_they_may_mean(starts, ends, kind):
    found = alerts([PolicyDocument(title="PCAET", starts=starts, ends=ends)], DAY)
    assert [alert.kind for alert in found] == ([kind] if kind else [])
    assert all("«\u00a0PCAET\u00a0»" in alert.text for alert in found)


def test_what_is_known_to_have_expired_is_not_said_again():
    assert alerts([PolicyDocument(ends="2020", status=PolicyStatus.EXPIRED)], DAY) == ()
    inverted = PolicyDocument(starts="2022", ends="2020", status=PolicyStatus.EXPIRED)
    assert [alert.kind for alert in alerts([inverted], DAY)] == [AlertKind.INVERTED]


def test_an_alert_says_what_to_do_with_its_date():
    ended, soon = alerts(
        [PolicyDocument(title="A", ends="2025"), PolicyDocument(title="B", ends="2027-05")], DAY
    )
    assert ended.text == "«\u00a0A\u00a0» est arrivé à échéance (2025)\u00a0: dites ce qui le remplace."
    assert "(mai 2027)" in soon.text
