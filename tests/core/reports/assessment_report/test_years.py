"""The chapter on campaigns: what changed, what was bought, what other sources say."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from nrdesk.core import campaigns
from nrdesk.core.assessment import assess
from nrdesk.core.assessment.years import compare_years
from nrdesk.core.document import Document
from nrdesk.core.model import Authority, Campaign, Equipment, FactorFile
from nrdesk.core.reports import charts
from nrdesk.core.reports.assessment_report import years
from nrdesk.core.reports.content import Block, Callout, ChartSpec, Figure, Heading, Paragraph, Table

MAINLAND = "France métropolitaine (continentale)"


@pytest.fixture
def doc(tmp_path: Path) -> Iterator[Document]:
    authority = Authority(name="Valbrenne", territory=MAINLAND)
    with Document.create(tmp_path / "a.nrdesk", authority, year=2024) as document:
        fields = (
            {"category": "portable", "quantity": 10, "purchased": "2022"},
            {"category": "ecran_24", "quantity": 20, "purchased": "2024"},
            {"category": "clavier", "quantity": 5},
        )
        with document.action("Saisir") as tx:
            tx.add_all(Equipment(campaign_id=document.campaign.id, **each) for each in fields)
        yield document


def next_year(doc: Document) -> None:
    campaigns.freeze(doc, doc.campaign)
    new = campaigns.copy_campaign(doc, doc.campaign, 2025, "2025-12-31")
    with doc.action("Changer") as tx:
        tx.update(Equipment, doc.ids(Equipment, campaign_id=new.id)[0], quantity=7)
        tx.add(Equipment(campaign_id=new.id, category="tablette", purchased="2025-02", quantity=9))


def written(doc: Document, campaign: Campaign | None = None) -> list[Block]:
    return list(years.blocks(doc, assess(doc, campaign)))


def text(found: list[Block]) -> str:
    callouts = [each for block in found if isinstance(block, Callout) for each in block.paragraphs]
    told = [block for block in (*found, *callouts) if isinstance(block, Paragraph)]
    return " ".join(run.text for block in told for run in block.runs).replace("\u00a0", " ")


def titles(found: list[Block]) -> list[str]:
    return [block.text for block in found if isinstance(block, Heading)]


def tables(found: list[Block]) -> list[Table]:
    return [block for block in found if isinstance(block, Table)]


def test_nothing_is_said_of_an_empty_park(doc):
    with doc.action("Vider") as tx:
        tx.delete(Equipment, doc.ids(Equipment))
    assert written(doc) == []


def test_a_first_campaign_has_no_story_but_its_purchases_and_other_sources(doc):
    found = written(doc)
    assert titles(found) == ["D’autres lectures du même parc", "Les achats de 2024", "Comparer les sources"]
    assert "20 équipements achetés en 2024" in text(found)
    assert "5 équipements sans année d’achat" in text(found)


def test_the_story_is_the_one_of_the_screen(doc):
    next_year(doc)
    found = written(doc)
    comparison = compare_years(doc, *doc.campaigns())
    assert titles(found)[:2] == ["De 2024 à 2025", "Ce qui explique la différence"]
    for sentence in comparison.sentences:
        assert sentence.replace("\u00a0", " ") in text(found)
    assert "n’est pas un mérite de la collectivité" in text(found)


def test_effects_are_drawn_and_listed_with_what_they_come_from(doc):
    next_year(doc)
    found = written(doc)
    (figure,) = (block for block in found if isinstance(block, Figure))
    assert isinstance(figure.chart, ChartSpec)
    assert {series.name for series in figure.chart.series} == {"Hausse", "Baisse"}
    assert "à gauche pour une baisse" in figure.alt
    effects = tables(found)[0]
    assert len(effects.rows) == 7
    assert [row[1] for row in effects.rows] == ["le parc"] * 5 + ["la façon de compter"] * 2
    drawn = charts.figure(figure.chart, 400)
    left, right = drawn.axes[0].get_xlim()
    assert left < 0 < right


def test_only_drops_are_drawn_as_drops(doc):
    campaigns.copy_campaign(doc, doc.campaign, 2025, "2025-12-31")
    (figure,) = (block for block in written(doc) if isinstance(block, Figure))
    assert [series.name for series in figure.chart.series] == ["Baisse"]


def test_two_years_alike_have_no_chart(doc):
    campaigns.copy_campaign(doc, doc.campaign, 2025, doc.campaign.as_of)
    with doc.action("Même électricité") as tx:
        tx.update(Campaign, doc.campaign.id, electricity_year=2024)
    found = written(doc)
    assert not [block for block in found if isinstance(block, Figure)]
    assert "De 2024 à 2025" in titles(found)


def test_a_year_before_where_nothing_is_counted_has_no_story(doc):
    new = campaigns.copy_campaign(doc, doc.campaign, 2025, "2025-12-31")
    old = doc.campaigns()[0]
    with doc.action("Vider") as tx:
        tx.delete(Equipment, doc.ids(Equipment, campaign_id=old.id))
    assert "De 2024 à 2025" not in titles(written(doc, new))


def test_a_year_without_purchases_and_purchases_without_factors_are_said(doc):
    (screens,) = doc.ids(Equipment, category="ecran_24")
    with doc.action("Dater") as tx:
        tx.update_all(Equipment, doc.ids(Equipment), purchased="2020")
    assert "Aucun équipement de l’inventaire n’a été acheté en 2024" in text(written(doc))
    assert "sans année" not in text(written(doc))
    with doc.action("Acheter") as tx:
        tx.update(Equipment, screens, purchased="2024")
        tx.add(Equipment(campaign_id=doc.campaign.id, category="onduleur", purchased="2024", quantity=20))
    assert "50 % de ces achats n’ont pas de facteur" in text(written(doc))


def test_families_are_listed_the_chosen_one_first(doc):
    with doc.action("Abîmer") as tx:
        tx.add(FactorFile(name="Cassé", content="rien"))
    rows = tables(written(doc))[-1].rows
    assert rows[0][0] == "ADEME (retenue)"
    assert rows[-1][:2] == ("Cassé", "illisible")
    campaigns.freeze(doc, doc.campaign)
    assert "La première ligne est figée" in text(written(doc))
