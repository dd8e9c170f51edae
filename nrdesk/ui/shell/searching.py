"""What the search finds: pages, words of the glossary, appliances, and what the steps hold."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from nrdesk.core.model import (
    Action,
    ChosenMoment,
    Equipment,
    GovernanceBody,
    Indicator,
    Message,
    Objective,
    Person,
    Pioneer,
    PolicyDocument,
    Record,
    Stakeholder,
)
from nrdesk.ui.session import Session
from nrdesk.ui.shell.routes import ROUTES

PORTFOLIO = "portfolio"
"""Stands for the page of several collectivités, which closes the document."""
MOST = 12
"""Most answers of one kind: beyond, one more letter is quicker than reading on."""


@dataclass(frozen=True, slots=True)
class Found:
    """One answer."""

    kind: str
    """French word: "page", "étape", "mot", "appareil", "action"…"""
    title: str
    detail: str
    page: str
    """Key of the page to open; empty for a word of the glossary."""
    key: str = ""
    """Identifier of a record, or term of the glossary."""


_RECORDS: tuple[tuple[str, type[Record], tuple[str, ...], str], ...] = (
    ("action", Action, ("title", "owner", "service"), "plan"),
    ("objectif", Objective, ("title", "indicator", "owner"), "step5"),
    ("indicateur", Indicator, ("title", "owner"), "indicators"),
    ("personne", Person, ("name", "function", "service"), "step1"),
    ("instance", GovernanceBody, ("name", "mission"), "step1"),
    ("acteur", Stakeholder, ("name", "role"), "step1"),
    ("politique", PolicyDocument, ("title", "manager"), "step3"),
    ("message", Message, ("title", "owner"), "step10"),
    ("moment", ChosenMoment, ("title", "owner"), "step10"),
    ("volontaire", Pioneer, ("name", "service"), "step10"),
)
"""What the steps hold: French word, records, their name and what else is searched, page that shows them."""


def search(session: Session, query: str) -> list[Found]:
    """Return what `query` designates: pages first, then words, what the steps hold, and appliances.

    Args:
        session: the open document.
        query: any letters, in any case, without accents; empty gives every page.
    """
    words = _plain(query).split()
    found = [page for page in _pages() if _holds(f"{page.kind} {page.title} {page.detail}", words)]
    if words:
        found += _first(_terms(words))
        found += _first(_records(session, words))
        found += _first(_equipment(session, words))
    return found


def _pages() -> Iterator[Found]:
    for route in ROUTES:
        if route.number:
            yield Found("étape", route.title, f"Étape {route.number}", route.key)
        else:
            yield Found("page", route.title, "Page", route.key)
    yield Found("page", "Portefeuille de collectivités", "Ferme ce document et lit un dossier", PORTFOLIO)


def _terms(words: list[str]) -> Iterator[Found]:
    from nrdesk.core.reference import glossary

    for term in glossary.load():
        if _holds(term.term, words):
            yield Found("mot", term.term, term.definition, "", term.term)


def _equipment(session: Session, words: list[str]) -> Iterator[Found]:
    from nrdesk.core.inventory.lists import category_label

    for line in session.document.all(Equipment, campaign_id=session.campaign.id):
        described = " ".join((line.number, line.brand, line.model, line.serial_number))
        category = category_label(line.category)
        if _holds(f"{described} {category} {line.site} {line.service}", words):
            where = " · ".join(part for part in (category, line.site, line.service) if part)
            yield Found("appareil", described.strip() or "Appareil sans nom", where, "inventory", line.id)


def _records(session: Session, words: list[str]) -> Iterator[Found]:
    for kind, record, fields, page in _RECORDS:
        for one in session.document.all(record):
            title, *others = (getattr(one, name) for name in fields)
            if title and _holds(f"{kind} {title} {' '.join(others)}", words):
                detail = " · ".join(filter(None, (kind.capitalize(), *others)))
                yield Found(kind, title, detail, page, one.id)


def _first(found: Iterator[Found]) -> list[Found]:
    return [one for one, _ in zip(found, range(MOST), strict=False)]


def _holds(text: str, words: list[str]) -> bool:
    plain = _plain(text)
    return all(word in plain for word in words)


def _plain(text: str) -> str:
    """Return `text` in lower case without accents, with plain apostrophes and spaces."""
    letters = unicodedata.normalize("NFKD", text.casefold().replace("’", "'"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
