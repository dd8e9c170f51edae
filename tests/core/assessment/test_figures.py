"""The figures of an objective are those of the screens, campaign after campaign."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from nrdesk.core import demo
from nrdesk.core.ambition import figures
from nrdesk.core.assessment import assess
from nrdesk.core.assessment.figures import base_of, computed
from nrdesk.core.campaigns import lifecycle
from nrdesk.core.document import Document
from nrdesk.core.formatting import rounded
from nrdesk.core.knowledge.training import training_of
from nrdesk.core.maturity import of_campaign
from nrdesk.core.model import (
    Acquisition,
    Authority,
    AwarenessSession,
    Campaign,
    Equipment,
    EquipmentStatus,
    Objective,
    Origin,
    SessionStatus,
)


@pytest.fixture
def document(tmp_path: Path) -> Iterator[Document]:
    """Return an empty commune of 2026."""
    with Document.create(tmp_path / "commune.nrdesk", Authority(name="Valbrenne"), year=2026) as made:
        yield made


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Document]:
    """Return the demonstration, only read."""
    with demo.create(tmp_path_factory.mktemp("demo") / "valbrenne.nrdesk") as made:
        yield made


def fill(document: Document, *lines: dict[str, object]) -> None:
    with document.action("Remplir") as tx:
        for line in lines:
            given = {"campaign_id": document.campaign.id, "category": "portable", **line}
            tx.add(Equipment(**given))  # type: ignore[arg-type]


def value(document: Document, id: str, campaign: Campaign | None = None) -> float | None:
    found = computed(document, id, campaign)
    assert found
    return found.value


def test_an_empty_document_says_why_there_is_no_value(document: Document) -> None:
    for id in figures():
        found = computed(document, id)
        assert found
        assert found.text
        if found.value is None:
            assert found.text.endswith(".")
    assert value(document, "footprint.gwp") is None


def test_an_unknown_figure_has_no_value(document: Document) -> None:
    assert computed(document, "") is None
    assert computed(document, "of.the.future") is None


def test_the_footprint_is_that_of_the_screen(story: Document) -> None:
    assessment = assess(story)
    total = assessment.headline
    found = computed(story, "footprint.gwp")
    assert found
    assert found.text.startswith(rounded(total.value, total.low, total.high))
    assert found.year == assessment.campaign.year
    assert computed(story, "footprint.gwp", assessment=assessment) == found


def test_training_and_maturity_are_those_of_their_pages(story: Document) -> None:
    trained = training_of(story)
    assert value(story, "training.agents") == trained.agents_trained
    maturity = of_campaign(story, story.campaign)
    assert maturity.score is not None
    assert value(story, "maturity") == round(maturity.score, 1)
    theme = maturity.by_theme[0]
    known = next(id for id, kind in figures().items() if kind.theme == theme.theme)
    assert theme.score is not None
    assert value(story, known) == round(theme.score, 1)


def test_services_web_and_printing_of_each_year(story: Document) -> None:
    before, after = sorted(story.campaigns(), key=lambda each: each.year)
    assert [value(story, "web.page_kb", each) for each in (before, after)] == [3400, 1450]
    assert [value(story, "printing.pages_per_agent", each) for each in (before, after)] == [2100, 1500]
    assert (value(story, "services.gwp") or 0) > 0


def test_means_weigh_each_appliance(document: Document) -> None:
    fill(
        document,
        {"purchased": "2020-12-31", "quantity": 3},
        {"purchased": "2024-12-31"},
        {"purchased": None},
        {"category": "ecran", "purchased": "2010"},
        {"purchased": "2018-06", "retired": "2026-06", "status": EquipmentStatus.OUT},
    )
    with document.action("Dater") as tx:
        tx.update(Campaign, document.campaign.id, as_of="2026-12-31")
    assert value(document, "age.computers") == 5.0
    assert value(document, "exit_age.computers") == 8.0


def test_shares_leave_out_what_nobody_knows(document: Document) -> None:
    fill(
        document,
        {"acquisition": Acquisition.NEW, "purchased": "2026", "quantity": 3},
        {"acquisition": Acquisition.REFURBISHED, "purchased": "2026-02"},
        {"acquisition": Acquisition.DONATED, "purchased": "2020", "quantity": 4},
        {"purchased": None, "quantity": 2},
        {"purchased": None, "quantity": 9, "origin": Origin.ESTIMATED},
    )
    assert value(document, "refurbished.purchases") == 25
    assert value(document, "refurbished.park") == 62
    assert value(document, "undated.park") == 20


def test_a_year_counts_the_sessions_held_by_its_end(document: Document) -> None:
    with document.action("Former") as tx:
        tx.update(Authority, document.authority.id, agents=20)
        tx.add(
            AwarenessSession(title="a", status=SessionStatus.HELD, held_on="2026-02", agents_present=4),
            AwarenessSession(title="b", status=SessionStatus.HELD, held_on="2027", agents_present=6),
            AwarenessSession(title="c", status=SessionStatus.HELD, agents_present=1),
        )
    assert value(document, "training.agents_share", document.campaign) == 20
    assert value(document, "training.agents_share") == 55


def test_the_base_is_that_of_the_base_year(document: Document) -> None:
    fill(document, {"purchased": "2020", "acquisition": Acquisition.NEW})
    objective = Objective(measured_by="refurbished.park", base_year=2026)
    found = base_of(document, objective)
    assert found
    assert (found.value, found.year) == (0, 2026)
    lifecycle.copy_campaign(document, document.campaign, 2027, "2027-12-31")
    again = base_of(document, objective)
    assert again == found
    assert base_of(document, Objective(measured_by="refurbished.park", base_year=2019)) is None
    assert base_of(document, Objective(measured_by="refurbished.park")) is None
    assert base_of(document, Objective(base_year=2026)) is None


def test_every_figure_that_has_a_value_explains_it(story: Document) -> None:
    assessment = assess(story)
    told = 0
    for id, kind in figures().items():
        found = computed(story, id, assessment=assessment)
        assert found
        if found.value is None:
            assert found.explain is None
            continue
        assert found.explain
        explanation = found.explain()
        # What a page explains is not rounded: the figure is.
        assert explanation.value == pytest.approx(found.value, rel=0.06, abs=0.06), id
        assert explanation.formula, id
        assert kind.counted
        told += 1
    assert told > len(figures()) / 2


def test_the_servers_are_added_up_one_by_one(document: Document) -> None:
    fill(document, {})
    absent = computed(document, "electricity.servers")
    assert absent
    assert absent.text == "L’inventaire n’a pas de serveur."
    fill(
        document,
        {"category": "serveur_rack", "annual_kwh": 500.0, "purchased": "2022", "model": "R340"},
        {"category": "serveur_rack", "annual_kwh": 150.0, "purchased": "2022", "quantity": 2},
    )
    found = computed(document, "electricity.servers")
    assert found
    assert found.value == 800
    assert found.explain
    told = found.explain()
    assert told.formula == "500 + 300 = 800\u00a0kWh"
    assert [term.label for term in told.terms] == ["R340", "Serveur en baie (rack)"]


def test_nobody_to_share_it_with_is_said(document: Document) -> None:
    fill(document, {"purchased": "2022"})
    for id in ("footprint.gwp_per_agent", "footprint.gwp_per_inhabitant"):
        assert value(document, id) is None
    with document.action("Compter") as tx:
        tx.update(Authority, document.authority.id, agents=2, population_municipal=100)
    per_agent, per_inhabitant = (
        value(document, id) for id in ("footprint.gwp_per_agent", "footprint.gwp_per_inhabitant")
    )
    assert per_agent
    assert per_inhabitant
    assert per_agent / per_inhabitant == pytest.approx(50, rel=0.1)
