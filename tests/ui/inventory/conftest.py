"""A small inventory, in a real file, as the pages see it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from nrdesk.core.document import Document
from nrdesk.core.model import Acquisition, Authority, Equipment, EquipmentStatus
from nrdesk.ui import theme
from nrdesk.ui.session import Session

LINES = (
    {
        "number": "NR1",
        "category": "pc_fixe_bureautique",
        "brand": "Dell",
        "site": "Mairie",
        "purchased": "2018-03-05",
    },
    {
        "number": "NR2",
        "category": "portable",
        "brand": "HP",
        "site": "École",
        "purchased": "2021",
        "quantity": 2,
    },
    {
        "number": "NR10",
        "category": "portable",
        "brand": "Lenovo",
        "site": "",
        "acquisition": Acquisition.REFURBISHED,
    },
    {"number": "NR3", "category": None, "brand": "Epson", "site": "École", "purchased": "2019"},
    {"number": "NR4", "category": "portable", "brand": "HP", "site": "Mairie", "status": EquipmentStatus.OUT},
)


@pytest.fixture(autouse=True, scope="module")
def _look(qapp: QApplication) -> None:
    theme.apply(qapp, "light")


@pytest.fixture(autouse=True)
def _inline_jobs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NRDESK_INLINE", "1")


@pytest.fixture
def empty_session(tmp_path: Path) -> Iterator[Session]:
    authority = Authority(
        name="Valbrenne",
        territory="France métropolitaine (continentale)",
        agents=18,
        population_municipal=2812,
    )
    session = Session(Document.create(tmp_path / "commune.nrdesk", authority, year=2026))
    yield session
    session.close()


@pytest.fixture
def session(empty_session: Session) -> Session:
    campaign = empty_session.campaign.id
    with empty_session.act("Préparer") as tx:
        tx.add_all(Equipment(campaign_id=campaign, **line) for line in LINES)
    return empty_session


def stored(session: Session, number: str) -> Equipment:
    """Return the line of a number, as the file holds it."""
    return next(line for line in session.document.all(Equipment) if line.number == number)
