"""The maturity of a campaign of a document: its answers, its law, the year before."""

import pytest

from nrdesk.core.document import Document
from nrdesk.core.maturity import answers_of, explain_overall, explain_theme, of_campaign, previous
from nrdesk.core.model import Authority, Campaign, MaturityAnswer
from nrdesk.core.reference import questionnaire


@pytest.fixture
def document(tmp_path):
    with Document.create(tmp_path / "a.nrdesk", Authority(name="X", department="38"), year=2026) as document:
        yield document


def answer(document, campaign, **levels):
    with document.action("Répondre") as tx:
        tx.add_all(
            MaturityAnswer(campaign_id=campaign.id, question=id, level=level) for id, level in levels.items()
        )


def test_the_year_before_is_the_latest_that_has_answers(document):
    now = document.campaign
    with document.action("Années") as tx:
        tx.add(*(Campaign(year=year, as_of=f"{year}-12-31") for year in (2023, 2024, 2025)))
    campaigns = {campaign.year: campaign for campaign in document.campaigns()}
    assert previous(document, now) is None
    answer(document, campaigns[2023], G01=1)
    answer(document, campaigns[2024], G01=2)
    answer(document, now, G01=3)
    assert previous(document, now) == campaigns[2024]
    assert previous(document, campaigns[2023]) is None
    assert answers_of(document, now)["G01"].level == 3
    with document.action("Commenter") as tx:
        tx.add(MaturityAnswer(campaign_id=campaigns[2025].id, question="G01", comment="à revoir"))
    assert previous(document, now) == campaigns[2024]


def test_the_law_of_the_collectivite_decides_what_comes_first(document):
    answer(document, document.campaign, D08=1, **dict.fromkeys(("G01", "G02", "S01", "S02"), 3))
    (gain,) = of_campaign(document, document.campaign).first_gains
    assert gain.question.id == "D08"
    assert "Une obligation le demande" in gain.reason


def test_a_score_is_explained_by_its_levels(document):
    answer(document, document.campaign, X01=1, X02=2, X03=4)
    maturity = of_campaign(document, document.campaign)
    found = explain_theme(maturity, maturity.by_theme[-1])
    assert found.formula == "7 ÷ 3\u00a0réponses = 2,3 sur 4"
    assert found.value == maturity.by_theme[-1].score
    assert [term.value_text for term in found.terms] == ["niveau 1", "niveau 2", "niveau 4"]
    assert explain_overall(maturity).value is None
    assert explain_overall(maturity).missing


def test_the_whole_is_explained_by_its_themes(document):
    answer(document, document.campaign, **dict.fromkeys(questionnaire.by_id(), 2))
    found = explain_overall(of_campaign(document, document.campaign))
    assert found.formula == "148 ÷ 74\u00a0réponses = 2,0 sur 4"
    assert len(found.terms) == 10
