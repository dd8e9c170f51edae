"""The chapter on the territory."""

from pathlib import Path

import pytest

from nrdesk.core.assessment import assess
from nrdesk.core.document import Document
from nrdesk.core.model import Authority, Equipment, TerritoryFact, TerritoryTopic
from nrdesk.core.reference import directory
from nrdesk.core.reports.assessment_report import territory
from nrdesk.core.reports.content import Block, Callout, Heading, Paragraph, Table


@pytest.fixture
def chapter(tmp_path: Path):
    def made(authority: Authority, *records: object) -> list[Block]:
        with Document.create(tmp_path / "territoire.nrdesk", authority, year=2026) as document:
            with document.action("Saisir") as tx:
                tx.add(
                    Equipment(campaign_id=document.campaign.id, category="portable", quantity=20), *records
                )
            return list(territory.blocks(document, assess(document)))

    return made


def told(blocks: list[Block]) -> str:
    paragraphs = [block for block in blocks if isinstance(block, Paragraph)]
    paragraphs += [each for block in blocks if isinstance(block, Callout) for each in block.paragraphs]
    return " ".join("".join(run.text for run in paragraph.runs) for paragraph in paragraphs)


def tables(blocks: list[Block]) -> list[Table]:
    return [block for block in blocks if isinstance(block, Table)]


def test_nothing_is_told_while_nothing_is_known(chapter):
    assert chapter(Authority(name="Valbrenne")) == []


def test_the_figure_bears_its_year_its_perimeter_and_its_caution(chapter):
    blocks = chapter(Authority(name="Valbrenne", population_municipal=2_812))
    assert blocks[0] == Heading(1, "Le numérique sur le territoire")
    words = told(blocks)
    assert "1\u202f200\u00a0t éq.\u00a0CO₂ par\u00a0an" in words
    assert "moyenne nationale de 2022" in words
    assert "avec les centres de données à l’étranger" in words
    assert "à confirmer" in words
    assert "Elles ne comptent pas les mêmes choses" in words
    assert "Les deux calculs n’ont ni les mêmes sources ni le même périmètre" in words
    assert [row[0] for row in tables(blocks)[0].rows] == ["Terminaux", "Centres de données", "Réseaux"]


def test_an_epci_lists_its_communes_and_adds_the_smallest_up(chapter):
    place = next(each for each in directory.search("Caux Seine") if each.kind.is_epci)
    blocks = chapter(directory.authority(place))
    listed = tables(blocks)[1]
    members = directory.members(place.siren)
    assert len(members) > 30
    assert len(listed.rows) == 31
    assert listed.rows[-1][0] == f"{len(members) - 30}\u00a0autres communes"


def test_facts_are_listed_with_their_source_and_what_is_left_is_said(chapter):
    fact = TerritoryFact(
        topic=TerritoryTopic.ANTENNAS, text="Supports", value=3, unit="supports", year=2026, source="ANFR"
    )
    blocks = chapter(Authority(name="Valbrenne"), fact)
    assert tables(blocks)[0].rows == (("Antennes", "Supports", "3\u00a0supports", "ANFR, 2026"),)
    words = told(blocks)
    assert "À chercher" in words
    assert "lieux de médiation numérique" in words
    assert "antennes" not in words
