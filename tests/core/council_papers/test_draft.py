"""The draft cites the texts that bind, and only them; it says what the data say, and follows them."""

import pytest

from nrdesk.core import council_papers, richtext
from nrdesk.core.council_papers import draft, texts
from nrdesk.core.model import AuthorityKind, Deliberation
from nrdesk.core.reference import obligations, visas
from nrdesk.core.richtext import Paragraph, RichText, Run

STRATEGY_ARTICLE = "article 35"


def cited_by(found):
    return " ".join(found.visas).replace("\u00a0", " ")


def plain(rich):
    return richtext.plain(rich).replace("\u00a0", " ").replace("\u202f", " ")


def test_under_the_threshold_the_strategy_is_voluntary_and_its_law_no_basis(make):
    found = draft(make(2_812))
    cited = cited_by(found)
    assert STRATEGY_ARTICLE not in cited
    assert "articles 16 et 35" not in cited
    assert "D. 2311-15-1" not in cited
    assert "L. 2121-29" in cited
    told = plain(found.grounds)
    assert "à titre volontaire" in told
    assert "au-delà de 50 000 habitants" in told
    assert "2 812 habitants" in told
    assert "rapport sur la situation" not in plain(found.articles)
    assert "l’engagement est volontaire" in plain(found.presentation)


def test_above_the_threshold_the_law_is_cited_and_the_report_is_the_one_it_asks_for(make):
    found = draft(make(62_000))
    cited = cited_by(found)
    assert "notamment ses articles 16 et 35" in cited
    assert "L. 2121-29, L. 2311-1-1 et D. 2311-15-1" in cited
    assert "volontaire" not in plain(found.grounds)
    assert "en relève" in plain(found.grounds)
    assert "développement durable, avant les débats" in plain(found.articles)
    assert "C’est notre cas" in plain(found.presentation)


@pytest.mark.parametrize("population", [50_000, 50_001])
def test_the_threshold_is_that_of_the_law_table(make, population):
    cited = cited_by(draft(make(population)))
    assert (STRATEGY_ARTICLE in cited or "et 35" in cited) is (population > 50_000)


def test_an_intercommunalite_cites_no_article_on_communes(make):
    found = draft(make(40_000, AuthorityKind.CC))
    assert "L. 2121-29" not in cited_by(found)
    assert "L. 229-26" in cited_by(found)
    assert "Le conseil communautaire adopte" in plain(found.articles)
    assert "Le président est chargé" in plain(found.articles)
    assert "sous forme électronique" in plain(found.articles)


def test_an_unknown_population_cites_nothing_that_depends_on_it(make):
    found = draft(make(None))
    assert STRATEGY_ARTICLE not in cited_by(found)
    assert "volontaire" not in plain(found.grounds)
    assert "Il reste à vérifier" in plain(found.presentation)


def test_an_empty_document_says_what_is_missing_and_invents_nothing(make):
    found = draft(make())
    assert {missing.page for missing in found.missing} == {"step5"}
    told = plain(found.grounds)
    assert not any(words in told for words in ("appareil numérique", "l’ambition", "préparé par"))
    assert "ceux de la stratégie annexée" in plain(found.articles)


def test_the_data_are_told(make, fill):
    document = make()
    fill(document)
    found = draft(document)
    assert found.missing == ()
    told = plain(found.grounds)
    assert "4 appareils numériques" in told
    assert "équipe de 2 personnes (élus et agents) et discuté en une réunion" in told
    assert told.endswith("« D’ici 2030, garder nos appareils deux ans de plus »,")
    decided = plain(found.articles)
    assert "Garder les ordinateurs ;" in decided
    assert "Acheter d’occasion : part de la dépense en réemploi, de 9 % (2025) à 40 %, d’ici 2030." in decided
    note = plain(found.presentation)
    assert "Votre" not in note
    assert "1,5 jour par mois" in note


def test_the_same_data_give_the_same_words(make, fill):
    document = make()
    fill(document)
    assert draft(document) == draft(document)


def test_an_edited_text_stays_and_the_others_follow_the_data(make, fill):
    document = make()
    mine = RichText((Paragraph((Run("Considérant notre envie,"),)),))
    with document.action("Modifier") as tx:
        tx.update(Deliberation, document.ids(Deliberation)[0], grounds=richtext.dumps(mine))
    before = texts(document)
    fill(document)
    after = texts(document)
    assert before.grounds == after.grounds == mine
    assert before.articles != after.articles


def test_a_visa_is_only_ever_that_of_an_obligation_that_applies(make):
    known = {each.id: each for each in obligations.load()}
    for population in (300, 12_000, 90_000):
        cited = cited_by(draft(make(population)))
        for visa in visas.load():
            applies = not known[visa.obligation].population or all(
                threshold.met_by(population) for threshold in known[visa.obligation].population
            )
            if not applies:
                assert visa.article.replace("\u00a0", " ") not in cited.replace(visa.text, ""), visa


def test_the_seats_are_the_elus_until_they_are_typed(make):
    assert council_papers.under_way(make()).seats == 23
    assert council_papers.under_way(make(seats=21)).seats == 21
    assert council_papers.under_way(make()).body_name == "Conseil municipal"
    assert council_papers.under_way(make(kind=AuthorityKind.METROPOLE)).body_name == "Conseil de la métropole"
