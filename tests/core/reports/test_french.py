"""What every document must get right, whatever the collectivité and however little was typed.

The faults looked for are those that make a reader doubt the rest: "1 actions", "de Abbeville", "de Le Mans",
"None", "0 sur 0", a straight apostrophe, a colon alone at the beginning of a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest

from nrdesk.core import demo
from nrdesk.core.document import Document
from nrdesk.core.errors import NotReadyError
from nrdesk.core.jobs import silent
from nrdesk.core.model import (
    Action,
    Ambition,
    Authority,
    AwarenessSession,
    Campaign,
    Chapter,
    ChosenMoment,
    Contribution,
    Equipment,
    Finding,
    Indicator,
    Interview,
    Message,
    Milestone,
    Objective,
    PastAction,
    Person,
    Pioneer,
    PolicyDocument,
    PriorityAxis,
    Review,
    SessionStatus,
    Stakeholder,
    SynthesisItem,
    Workshop,
)
from nrdesk.core.reference import directory
from nrdesk.core.reports import REPORTS
from nrdesk.core.richtext import dumps, from_plain

_VOWELS = "aeiouyàâéèêëîïôûœAEIOUYÀÂÉÈÊËÎÏÔÛŒ"
_NO_ELISION = r"(?:un|une|onz\w*|oui|ou|et|à|en|Yu\w*)\b"
_NUMBER = r"(?<![\w,.–-])(?<!\d\s)(?<!étape\s)"
_UNCHANGED = r"(?:mois|fois|ailleurs|sans|hors)\b"
_COUNTED = (
    "action|appareil|équipement|agent|élu|jour|page|ligne|objectif|personne|question|réponse|axe|document"
    "|réunion|obligation|indicateur"
)
FAULTS = {
    "apostrophe": r"\w'\w",
    "a space that breaks": r"[^\s«(] [:;?!»%€]|« |\d \d{3}\b",
    "no space": r"[a-zé0-9)»][;?!](?![\w/=&])|[a-zé)»]:\s",
    "a plural after 0 or 1": rf"{_NUMBER}[01]\s(?!{_UNCHANGED})[a-zé’]+s\b",
    "a singular after many": rf"{_NUMBER}(?:[2-9]|\d\d+)\s(?:{_COUNTED})\b",
    "no elision": rf"\b(?:[DdLl]e|[Qq]ue|[Ll]a|[Nn]e|[Jj]e|[Ss]e)\s(?!{_NO_ELISION})(?:«\s)?[{_VOWELS}]",
    "si il": r"\b[Ss]i ils?\b",
    "an article not contracted": r"\b(?:de|à) (?:Le|Les) [A-Z]|\b(?:de|à) les? [a-zé]+\b(?<!er|ir|re)",
    "a value of the machine": r"\bNone\b|\bnan\b|\bTrue\b|\bFalse\b|[{}\[\]]|\b0\ssur\s0\b",
    "punctuation": r",,|;\s;|:\s*:|\(\s|\s\)|\.,|,\.|\(\)|[?!]\.|\.»\.|(?<!\.)\.\.(?!\.)",
}
_ALLOWED = ("sont là", "sobre en encre", "resultats-….json")
"""What the patterns take for a fault, wrongly."""
OF_NRDESK = ("guide-utilisateur", "guide-du-formateur", "enonces-des-exercices")
"""Documents that are the same for every collectivité."""
PLACES = ("80001", "72181", "91692", "94038", "200000172", "200058097")
"""Abbeville, Le Mans, Les Ulis, L’Haÿ-les-Roses, a communauté de communes, an établissement public."""


def texts(document: Document, folder: Path) -> Iterator[tuple[str, str]]:
    """Yield each paragraph of each document that can be written in Word, with the name of the document."""
    for kind in REPORTS:
        if "docx" not in kind.writers or (kind.key in OF_NRDESK and not document.authority.is_demo):
            continue
        path = folder / "document.docx"
        try:
            path.write_bytes(kind.writers["docx"](document, silent))
        except NotReadyError as refusal:
            yield kind.key, str(refusal)
            continue
        written = docx.Document(str(path))
        yield from ((kind.key, each.text) for each in written.paragraphs)
        for table in written.tables:
            yield from ((kind.key, cell.text) for row in table.rows for cell in row.cells)


def faults(document: Document, folder: Path) -> list[str]:
    """Return what is wrong in the documents, as "document: fault: the words around"."""
    found = {
        f"{key}: {fault}: {text[max(0, match.start() - 30) : match.end() + 30]!r}"
        for key, text in texts(document, folder)
        for fault, pattern in FAULTS.items()
        for match in re.finditer(pattern, text)
        if not any(allowed in text for allowed in _ALLOWED)
    }
    return sorted(found)


@pytest.fixture
def one_of_each(tmp_path: Path) -> Iterator[Document]:
    """Return Abbeville with one of each record: nothing may be in the plural."""
    place = directory.commune("80001")
    assert place is not None
    with Document.create(tmp_path / "une.nrdesk", directory.authority(place), year=2026) as doc:
        with doc.action("Remplir") as tx:
            tx.update(Authority, doc.authority.id, agents=1, elected=1)
            tx.update(Campaign, doc.campaign.id, as_of="2026-10-31")
            action = Action(title="Réparer", owner="Mairie", starts="2026-04", ends="2026-08", months=1)
            meeting = Workshop(title="Atelier", starts="2026-03-01T10:00", held=True, report="Un point.")
            tx.add(
                action,
                meeting,
                Person(name="Ève", function="agente", is_coordinator=True, days_per_month=1),
                Equipment(campaign_id=doc.campaign.id, category="portable", purchased="2025-10"),
                Equipment(campaign_id=doc.campaign.id, category="onduleur"),
                Stakeholder(name="École", interest=5, influence=5),
                PolicyDocument(title="Projet de mandat"),
                PastAction(title="Éteindre", since="2026-01"),
                Interview(title="Accueil", held_on="2026-02", findings="Un constat."),
                SynthesisItem(campaign_id=doc.campaign.id, finding=Finding.STRENGTH, text="Une force"),
                Ambition(text="Garder nos appareils."),
                PriorityAxis(title="Garder"),
                Objective(
                    title="Donner",
                    indicator="Dons",
                    unit="appareils",
                    base_value=0,
                    base_year=2025,
                    target_value=1,
                    due="2030",
                ),
                Milestone(title="Achat", due="2026-05", action_id=action.id),
                Contribution(action_id=action.id, who="École", days_per_month=1),
                Indicator(
                    title="Dons",
                    unit="appareils",
                    base_value=0,
                    base_date="2025",
                    target_value=9,
                    target_date="2027",
                ),
                Review(title="Revue d’avril", starts="2026-04-20T10:00", report="Un mot.", held=True),
                Review(title="Revue d’octobre", starts="2026-10-20T10:00"),
                AwarenessSession(
                    title="Atelier", held_on="2026-01", hours=1, status=SessionStatus.HELD, agents_present=1
                ),
                Message(title="Annoncer", planned="2026-12"),
                ChosenMoment(title="Vœux", starts="2027-01"),
                Pioneer(name="Ève"),
                Chapter(key="ambition", easy=dumps(from_plain("Nous gardons nos ordinateurs."))),
            )
        yield doc


@pytest.mark.slow
def test_the_demonstration_is_written_without_a_fault(tmp_path: Path) -> None:
    with demo.create(tmp_path / "demo.nrdesk") as doc:
        assert faults(doc, tmp_path) == []


@pytest.mark.slow
@pytest.mark.parametrize("code", PLACES)
def test_an_empty_document_is_written_without_a_fault(code: str, tmp_path: Path) -> None:
    place = directory.commune(code) or directory.epci(code)
    assert place is not None
    with Document.create(tmp_path / "vide.nrdesk", directory.authority(place), year=2026) as doc:
        assert faults(doc, tmp_path) == []


@pytest.mark.slow
def test_one_of_each_is_in_the_singular(one_of_each: Document, tmp_path: Path) -> None:
    assert faults(one_of_each, tmp_path) == []
