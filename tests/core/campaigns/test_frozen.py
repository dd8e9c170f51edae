"""The figures of a frozen campaign never move, whatever nrdesk or the document becomes."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from nrdesk import cli
from nrdesk.core import campaigns
from nrdesk.core.assessment import assess
from nrdesk.core.campaigns import factor_files
from nrdesk.core.document import DamagedDocument, Document
from nrdesk.core.errors import UserError
from nrdesk.core.footprint import explain_total
from nrdesk.core.model import (
    Acquisition,
    Authority,
    Campaign,
    Equipment,
    FactorFile,
    FrozenMethod,
    Site,
)
from nrdesk.core.reference import services
from tests.core.campaigns.newer_data import newer_data

MAINLAND = "France métropolitaine (continentale)"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a.nrdesk"


@pytest.fixture
def doc(path: Path) -> Iterator[Document]:
    authority = Authority(name="Ici", territory=MAINLAND, agents=18, population_municipal=2812)
    with Document.create(path, authority, year=2025) as document:
        fields = (
            {"category": "portable", "quantity": 3, "purchased": "2024"},
            {"category": "portable_14", "acquisition": Acquisition.REFURBISHED},
            {"category": "ecran_24", "quantity": 7, "site": "École"},
            {"category": "telephone_ip", "quantity": 2, "annual_kwh": 12.5},
            {"category": "onduleur"},
        )
        with document.action("Saisir") as tx:
            tx.add_all(Equipment(campaign_id=document.campaign.id, **each) for each in fields)
            tx.set_setting(campaigns.REFURBISHED_SHARE, {"portable": 0.4})
            tx.set_setting(campaigns.LIFETIME_RULES, {"ecran_24": 9})
            tx.add(Site(name="école", usage_profile="ecole"))
        yield document


def printed(path: Path, capsys: pytest.CaptureFixture[str], *options: str) -> str:
    assert cli.main(["empreinte", str(path), "--json", *options]) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("view", ["stock", "flux"])
def test_byte_for_byte_when_the_factors_of_nrdesk_change(doc, path, tmp_path, monkeypatch, capsys, view):
    campaigns.freeze(doc, doc.campaign)
    campaigns.copy_campaign(doc, doc.campaign, 2026, "2026-12-31")
    doc.close()
    options = ("--campagne", "2025", "--vue", view)
    before, open_before = printed(path, capsys, *options), printed(path, capsys)
    with newer_data(monkeypatch, tmp_path / "newer"):
        assert printed(path, capsys) != open_before, "the data did change"
        assert printed(path, capsys, *options) == before
        assert printed(path, capsys, *options, "--famille", "ademe") != before
    assert printed(path, capsys, *options) == before


def test_freezing_changes_no_figure(doc):
    before = assess(doc)
    campaigns.freeze(doc, doc.campaign)
    after = assess(doc)
    assert after.kept is not None
    assert after.result.totals == before.result.totals
    assert explain_total(after.result, "gwp") == explain_total(before.result, "gwp")
    assert after.sentences == before.sentences


def test_what_is_decided_later_does_not_reach_it(doc):
    campaigns.freeze(doc, doc.campaign)
    before = assess(doc)
    with doc.action("Tout changer") as tx:
        tx.set_setting(campaigns.REFURBISHED_SHARE, {"portable": 0.9})
        tx.set_setting(campaigns.LIFETIME_RULES, None)
        tx.set_setting(campaigns.USAGE_PROFILES, {"portable": "continu"})
        tx.update_all(Site, doc.ids(Site), usage_profile="continu")
        tx.update(Authority, doc.authority.id, agents=500, population_municipal=9, territory="Mayotte")
    after = assess(doc)
    assert after.result.totals == before.result.totals
    assert (after.per_agent, after.per_inhabitant) == (before.per_agent, before.per_inhabitant)
    assert after.authority.territory == "Mayotte", "what is not a figure follows the collectivité"
    assert assess(doc, family="ademe").headline.value != before.headline.value


def test_another_family_is_a_recomputation_that_says_so(doc):
    campaigns.freeze(doc, doc.campaign)
    other = assess(doc, family="ecodiag")
    assert (other.recomputed, other.family, other.kept) == (True, "ecodiag", None)
    assert other.family_label.startswith("EcoDiag")
    assert not assess(doc).recomputed
    assert campaigns.method_of(doc, doc.campaign) == assess(doc).method
    assert campaigns.method_of(doc, doc.campaign, "ecodiag") == other.method


def test_the_family_of_the_user_is_kept_even_once_its_file_is_gone(doc, tmp_path):
    csv = tmp_path / "Nos facteurs.csv"
    csv.write_text(
        "category;criterion;criterion_label;unit;stage;value;source\n"
        "portable;gwp;;;manufacture;210;Fabricant\nportable;electricity;;;use;30;Mesure\n"
        "portable;eau;Eau;litres;manufacture;1200;Étude\nelectricite;eau;;;use;2;Étude\n",
        encoding="utf-8",
    )
    file = factor_files.add(doc, csv)
    with doc.action("Choisir") as tx:
        tx.update(Campaign, doc.campaign.id, factor_family=file.id)
    campaigns.freeze(doc, doc.campaign)
    before = assess(doc)
    made, kwh = 3 * 1200 / 5 + 0.57 * 1200 / 5, 4 * 30
    assert before.result.totals["eau"].value == pytest.approx(made + 2 * kwh)
    factor_files.remove(doc, file)
    assert doc.count(FactorFile) == 0
    after = assess(doc)
    assert after.result.totals == before.result.totals
    assert after.family_label == "Nos facteurs"
    campaigns.unfreeze(doc, doc.campaign)
    with pytest.raises(UserError, match="ne connaît pas"):
        assess(doc)


def test_services_and_people_are_kept_too(doc):
    campaigns.freeze(doc, doc.campaign)
    kept = campaigns.frozen_of(doc, doc.campaign)
    assert kept is not None
    assert kept.services == services.load()
    assert campaigns.authority_of(doc, doc.campaign).agents == 18


def corrupt(doc: Document, content: str) -> None:
    """Write something else in place of what was kept, as another program would."""
    campaigns.freeze(doc, doc.campaign)
    kept = doc.all(FrozenMethod)[0]
    with doc.action("Abîmer") as tx:
        tx.update(Campaign, doc.campaign.id, frozen=False)
        tx.update(FrozenMethod, kept.id, content=content)
        tx.update(Campaign, doc.campaign.id, frozen=True)


@pytest.mark.parametrize("content", ["", "{}", "[]", '{"format": 1}', "[" * 100_000])
def test_what_cannot_be_read_is_said(doc, content):
    corrupt(doc, content)
    with pytest.raises(UserError, match="ne peut pas être lue") as caught:
        assess(doc)
    assert "2025" in caught.value.what
    assert "Défigez" in caught.value.todo
    campaigns.unfreeze(doc, doc.campaign)
    assert assess(doc).headline.value > 0


def test_what_a_later_version_kept_is_said(doc):
    campaigns.freeze(doc, doc.campaign)
    content = doc.all(FrozenMethod)[0].content
    campaigns.unfreeze(doc, doc.campaign)
    corrupt(doc, content.replace('"format": 1', '"format": 99', 1))
    with pytest.raises(UserError, match="version plus récente"):
        assess(doc)


def test_what_was_kept_and_is_missing_is_said(doc):
    campaigns.freeze(doc, doc.campaign)
    with doc.action("Perdre") as tx:
        tx.update(Campaign, doc.campaign.id, frozen=False)
        tx.delete(FrozenMethod, doc.ids(FrozenMethod))
        tx.update(Campaign, doc.campaign.id, frozen=True)
    with pytest.raises(UserError, match="pas dans le fichier"):
        assess(doc)


@pytest.mark.parametrize("date", ["fin d’année", "2025-13-01", "2025", ""])
def test_a_date_that_another_program_wrote_is_said(doc, date):
    path = doc.path
    doc.close()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE campaign SET as_of = ?", (date,))
    with Document.open(path) as damaged:
        said = f"«\u00a0{date}\u00a0» n’est pas une date entière (campaign.as_of)."
        assert damaged.verify() == [said]
        with pytest.raises(DamagedDocument, match=re.escape(said)):
            assess(damaged)
