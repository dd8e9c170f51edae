"""Step 3 says which documents are to be dated, linked, told apart."""

from dataclasses import replace

import pytest

from nrdesk.core.model import (
    Authority,
    AuthorityKind,
    Axis,
    PolicyDocument,
    PolicyLink,
    PolicyOwner,
    Record,
)
from nrdesk.core.steps import Snapshot
from nrdesk.core.steps.progress import step_progress
from nrdesk.core.steps.step03_policies import STEP

MEMBER = Authority(epci_name="CC du Pays d’Orlette")
OURS = PolicyDocument(title="Projet de mandat", starts="2026")
THEIRS = PolicyDocument(title="PCAET", owner=PolicyOwner.EPCI, ends="2028")
LINKS = [PolicyLink(document_id=each.id, axis=Axis.LIFE_CYCLE, strength=2) for each in (OURS, THEIRS)]
EQUAL = [PolicyLink(document_id=OURS.id, axis=axis, strength=1) for axis in Axis]
DOCUMENTS, MATRIX, PRIORITIES, SHARED = (check.todo for check in STEP.checks)


def missing(*records: Record, authority: Authority = MEMBER) -> dict[str, str]:
    """Return what is missing by the action that mends it."""
    results = step_progress(STEP, Snapshot(authority, records=records)).results
    return {result.check.todo: result.missing for result in results if result.missing}


def test_dated_linked_and_told_apart_is_enough():
    assert missing(OURS, THEIRS, *LINKS) == {}


def test_every_check_of_an_empty_step_misses_something():
    assert set(missing()) == {DOCUMENTS, MATRIX, PRIORITIES, SHARED}


@pytest.mark.parametrize(
    ("records", "todo", "words"),
    [
        ((), DOCUMENTS, "Aucun document n’est noté"),
        ((OURS, replace(THEIRS, ends=None)), DOCUMENTS, "Dates à donner\u00a0: PCAET."),
        ((OURS, THEIRS, LINKS[0]), MATRIX, "1\u00a0document sans lien"),
        ((OURS, replace(LINKS[0], strength=0)), MATRIX, "1\u00a0document sans lien"),
        ((OURS,), PRIORITIES, "La matrice est vide"),
        ((OURS, *EQUAL), PRIORITIES, "Trop d’axes sont à égalité"),
        ((OURS,), SHARED, "Aucun document de l’intercommunalité"),
    ],
)
def test_what_is_missing_is_said(records, todo, words):
    assert words in missing(*records)[todo]


@pytest.mark.parametrize(
    "authority",
    [Authority(), Authority(kind=AuthorityKind.CC, epci_name="CC du Pays d’Orlette")],
    ids=["commune without EPCI", "EPCI"],
)
def test_who_is_member_of_no_epci_is_asked_for_its_own_documents(authority):
    assert SHARED not in missing(OURS, authority=authority)
    assert "n’est à la collectivité" in missing(THEIRS, authority=authority)[SHARED]
