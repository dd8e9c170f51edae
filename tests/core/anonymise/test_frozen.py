"""A frozen campaign in an anonymised copy: the same figures, no place, no person, no word of the user's."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from nrdesk.core import campaigns
from nrdesk.core.anonymise import anonymise
from nrdesk.core.assessment import assess
from nrdesk.core.campaigns import factor_files
from nrdesk.core.document import Document
from nrdesk.core.model import Authority, Campaign, Equipment, FrozenMethod, Site

MARK = "Zéphyrine"


@pytest.fixture
def doc(tmp_path: Path) -> Iterator[Document]:
    authority = Authority(name=MARK, territory="Corse", agents=187, population_municipal=2812)
    with Document.create(tmp_path / "a.nrdesk", authority, year=2025) as document:
        id = document.campaign.id
        with document.action("Saisir") as tx:
            tx.add(
                Equipment(campaign_id=id, category="ecran_24", quantity=7, site=f"École {MARK}"),
                Equipment(campaign_id=id, category="portable", quantity=2, site=f"ecole  {MARK.upper()}"),
                Site(name=f"école {MARK}", usage_profile="ecole"),
            )
        yield document


def copied(doc: Document, tmp_path: Path) -> Document:
    target = tmp_path / "copie.nrdesk"
    anonymise(doc, target)
    for spelled in (MARK, MARK.lower(), "zephyrine"):
        assert spelled.encode() not in target.read_bytes()
    return Document.open(target)


def totals(document: Document) -> dict[str, float]:
    return {name: total.value for name, total in assess(document).result.totals.items()}


def test_its_figures_stay_and_its_people_are_rounded(doc, tmp_path):
    with doc.action("Décider") as tx:
        tx.set_setting(campaigns.LIFETIME_RULES, {"portable": 8, MARK: 2})
    campaigns.freeze(doc, doc.campaign)
    with doc.action("Grandir") as tx:
        tx.update(Authority, doc.authority.id, agents=900)
    with copied(doc, tmp_path) as copy:
        assert copy.campaign.frozen
        assert totals(copy) == totals(doc)
        assert assess(copy).authority.agents == 190
        assert assess(copy).authority.population_municipal == 3000


def test_an_open_campaign_keeps_its_places_joined_to_their_profile(doc, tmp_path):
    with copied(doc, tmp_path) as copy:
        assert totals(copy) == pytest.approx(totals(doc))


def test_a_small_territory_is_not_told_by_its_electricity(doc, tmp_path):
    with doc.action("Déménager") as tx:
        tx.update(Authority, doc.authority.id, territory="Saint-Pierre-et-Miquelon")
    campaigns.freeze(doc, doc.campaign)
    with copied(doc, tmp_path) as copy:
        assert assess(copy).method.territory.startswith("France")
        assert assess(copy).method.electricity.territory.startswith("France")


def test_the_user_s_factors_lose_their_words_and_keep_their_values(doc, tmp_path):
    own = tmp_path / f"{MARK}.csv"
    own.write_text(
        "category;criterion;criterion_label;unit;stage;value;source;licence;note\n"
        f"portable;gwp;;;manufacture;210;{MARK};{MARK};{MARK}\nportable;electricity;;;use;30;{MARK};;\n"
        f"portable;{MARK};{MARK};litres;manufacture;1200;{MARK};;\n",
        encoding="utf-8",
    )
    file = factor_files.add(doc, own)
    with doc.action("Choisir") as tx:
        tx.update(Campaign, doc.campaign.id, factor_family=file.id)
    campaigns.freeze(doc, doc.campaign)
    before = assess(doc).headline.value
    with copied(doc, tmp_path) as copy:
        assert assess(copy).headline.value == before
        assert set(assess(copy).result.totals) == {"gwp", "electricity", "adpe"}
        assert assess(copy).family_label == "Facteurs apportés"


def test_a_campaign_whose_method_cannot_be_read_is_open_in_the_copy(doc, tmp_path):
    campaigns.freeze(doc, doc.campaign)
    with doc.action("Abîmer") as tx:
        tx.update(Campaign, doc.campaign.id, frozen=False)
        tx.update(FrozenMethod, doc.ids(FrozenMethod)[0], content=f'{{"format": "{MARK}"}}')
        tx.update(Campaign, doc.campaign.id, frozen=True)
    with copied(doc, tmp_path) as copy:
        assert not copy.campaign.frozen
        assert copy.count(FrozenMethod) == 0
        assert assess(copy).headline.value > 0
