"""No text of the document in any byte of its anonymised copy, and figures that still mean something."""

import json
from dataclasses import MISSING, fields
from enum import StrEnum
from typing import get_type_hints

import pytest

from nrdesk.core import demo
from nrdesk.core.anonymise import anonymise
from nrdesk.core.anonymise.collectivite import BRACKETS, SHARED_TERRITORIES, anonymous
from nrdesk.core.anonymise.rule import ANSWERED
from nrdesk.core.anonymise.rules import TEXTS
from nrdesk.core.assessment import assess
from nrdesk.core.assessment.services import services_of
from nrdesk.core.document import Document
from nrdesk.core.errors import UserError
from nrdesk.core.model import (
    RECORDS,
    Activity,
    AttachedFile,
    Authority,
    AuthorityKind,
    Axis,
    Campaign,
    Equipment,
    Evidence,
    ImportMapping,
    Look,
    ObligationTracking,
    Person,
    PolicyDocument,
    PolicyLink,
    Progress,
    ServiceUse,
    Setting,
    Stakeholder,
    StepAnswer,
    Trade,
    TradeCoverage,
    WebSite,
)
from nrdesk.core.model.values import HOLDS, Holds
from nrdesk.core.reference import electricity, profiles
from nrdesk.core.steps import STEPS

MARK = "Zéphyrine-Quatrebarbes"
WHOLE = {
    Holds.JSON: json.dumps(MARK),
    Holds.TEXTS: json.dumps({"brand": MARK}),
    Holds.INSTANT: "2026-03-12T13:00:00Z",
}
"""What is written where words are not: dates have no room for a name."""
NEVER_COPIED = (ImportMapping, Activity, AttachedFile, Look)


def _marked(kind, parents):
    """Return a record every text of which bears the mark."""
    hints = get_type_hints(kind)
    values = {}
    for field in fields(kind):
        hint = hints[field.name]
        if field.name in ("id", "updated_at"):
            continue
        if "references" in field.metadata:
            values[field.name] = parents[field.metadata["references"]]
        elif (holds := field.metadata.get(HOLDS)) is not None:
            values |= {field.name: WHOLE[holds]} if holds in WHOLE else {}
        elif hint in (str, str | None):
            values[field.name] = f"{MARK} {field.name}"
        elif hint is bytes:
            values[field.name] = MARK.encode()
        elif field.default is MISSING:
            values[field.name] = next(iter(hint)) if issubclass(hint, StrEnum) else 1
    return kind(**values)


@pytest.fixture
def marked(tmp_path):
    """Return a document where every text of every kind of record bears the mark."""
    authority = _marked(Authority, {})
    with Document.create(tmp_path / "original.nrdesk", authority, year=2026) as document:
        parents = {"campaign": document.campaign.id}
        with document.action(MARK) as tx:
            for kind in RECORDS:
                if kind not in (Authority, Activity, Campaign):
                    record = _marked(kind, parents)
                    parents[kind.TABLE] = record.id
                    tx.add(record)
            tx.update(Campaign, document.campaign.id, comment=MARK)
        yield document


def test_no_text_is_left_in_any_byte(marked, tmp_path):
    assert MARK.encode() in marked.path.read_bytes()
    copy = tmp_path / "copie.nrdesk"
    anonymise(marked, copy)
    content = copy.read_bytes()
    for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
        for part in MARK.split("-"):
            assert part.encode(encoding) not in content
    assert marked.authority.id.encode() not in content


def test_every_text_of_every_record_is_decided():
    for kind in RECORDS:
        hints = get_type_hints(kind)
        texts = {
            field.name
            for field in fields(kind)
            if hints[field.name] in (str, str | None)
            and field.name not in ("id", "updated_at")
            and "references" not in field.metadata
        }
        if kind not in NEVER_COPIED:
            assert texts == TEXTS.get(kind, {}).keys(), kind


@pytest.fixture
def valbrenne(tmp_path):
    with demo.create(tmp_path / "demo.nrdesk") as document:
        yield document


@pytest.fixture
def copy(valbrenne, tmp_path):
    anonymise(valbrenne, tmp_path / "copie.nrdesk")
    with Document.open(tmp_path / "copie.nrdesk") as document:
        yield document


def test_the_collectivite_has_no_name_any_more(copy):
    assert copy.authority.name == "Commune anonyme (2\u202f500 à 3\u202f500\u00a0habitants)"
    assert (copy.authority.insee_code, copy.authority.siren, copy.authority.department) == ("", "", "")
    assert copy.authority.population_municipal == 3_000
    assert copy.authority.epci_name == "Intercommunalité anonyme"


def test_no_word_of_the_demonstration_is_left(valbrenne, copy):
    content = copy.path.read_bytes()
    said = {text for person in valbrenne.all(Person) for text in (person.name, person.email, person.function)}
    said |= {actor.name for actor in valbrenne.all(Stakeholder)}
    said |= {line.comment for line in valbrenne.all(Equipment)}
    said |= {line.serial_number for line in valbrenne.all(Equipment)}
    said |= {"Valbrenne", "Orlette"}
    # A frozen campaign keeps our own usage profiles, which name the same kinds of rooms.
    ours = " ".join(profile.source for profile in profiles.load().values())
    assert [text for text in said if text and text not in ours and text.encode() in content] == []


def test_the_park_weighs_the_same(valbrenne, copy):
    assert copy.count(Equipment) == valbrenne.count(Equipment)
    assert assess(copy).result.totals["gwp"].value == assess(valbrenne).result.totals["gwp"].value
    before, after = (
        {value for line in document.all(Equipment) if (value := line.site)} for document in (valbrenne, copy)
    )
    assert len(before) == len(after)
    assert all(site.startswith("Site ") for site in after)


def test_a_name_given_once_is_given_everywhere(valbrenne, copy):
    pairs = zip(valbrenne.all(Equipment), copy.all(Equipment), strict=True)
    given = {(before.service, after.service) for before, after in pairs}
    assert len(given) == len({before for before, _ in given}) == len({after for _, after in given})


def test_what_says_nothing_of_anyone_stays(tmp_path):
    question = STEPS[2].guide.questions[0]
    with Document.create(tmp_path / "a.nrdesk", Authority(name="X"), year=2026) as document:
        person, plan = Person(name="Ana Ruiz", is_sponsor=True), PolicyDocument(title="PCAET", goals="9, 12")
        with document.action("Saisir") as tx:
            tx.add(
                person,
                plan,
                TradeCoverage(trade=Trade.IT, person_id=person.id),
                PolicyLink(document_id=plan.id, axis=Axis.PURCHASING, strength=3),
                StepAnswer(step=3, question=question, text="Nous voulons…"),
                StepAnswer(step=3, question="Une question à nous ?", text="Oui"),
                ObligationTracking(obligation="RGAA", progress=Progress.DONE, comment="vu avec Ana"),
                Evidence(obligation="RGAA", title="Audit d’Ana", dated="2026-03"),
                Evidence(obligation="inconnue", title="Autre"),
                Equipment(campaign_id=document.campaign.id, category="portable", brand="Dell",
                          model="PC d’Ana", operating_system="Windows 11 Pro"),
                Equipment(campaign_id=document.campaign.id, category="inconnue", brand="Ana & Cie",
                          operating_system="celui d’Ana"),
            )  # fmt: skip
            tx.set_setting("flash_path", True)
            tx.set_setting("refurbished_share", {"portable": 0.6})
            tx.set_setting("lifetime_rules", {"Ana": 4})
            tx.set_setting("autre", "Ana")
            tx.set_setting("reuse_stock", {"2026": 4})
            tx.set_setting("purchase_targets", {"Papier": {"2027": 30.0}})
        anonymise(document, tmp_path / "b.nrdesk")
    with Document.open(tmp_path / "b.nrdesk") as copied:
        assert [(p.name, p.is_sponsor) for p in copied.all(Person)] == [("Personne 1", True)]
        assert copied.all(TradeCoverage)[0].person_id == copied.all(Person)[0].id != person.id
        assert copied.all(PolicyDocument)[0].goals == "9, 12"
        assert copied.all(PolicyLink)[0].strength == 3
        assert [(a.question, a.text) for a in copied.all(StepAnswer)] == [(question, ANSWERED)]
        assert copied.all(ObligationTracking)[0].progress is Progress.DONE
        assert [(e.title, e.dated) for e in copied.all(Evidence)] == [("Preuve 1", "2026-03")]
        known, unknown = copied.all(Equipment)
        assert (known.brand, known.model, known.operating_system) == ("Dell", "Modèle 1", "Windows 11 Pro")
        assert (unknown.category, unknown.brand, unknown.operating_system) == (None, "", "")
        kept = {"flash_path", "refurbished_share", "reuse_stock", "purchase_targets"}
        assert {s.key for s in copied.all(Setting)} == kept
        assert copied.activity() == []
        assert copied.undo() is None
        assert copied.verify() == []


def test_services_keep_their_figures(tmp_path):
    with Document.create(tmp_path / "a.nrdesk", Authority(name="X"), year=2026) as document:
        campaign = document.campaign.id
        with document.action("Saisir") as tx:
            tx.add(
                ServiceUse(campaign_id=campaign, service="toner", quantity=4, name="Toners d’Ana"),
                ServiceUse(campaign_id=campaign, service="celui d’Ana", quantity=4),
                WebSite(campaign_id=campaign, name="Site d’Ana", page_kb=900, yearly_views=9000),
            )
        before = services_of(document, assess(document))
        anonymise(document, tmp_path / "b.nrdesk")
    with Document.open(tmp_path / "b.nrdesk") as copied:
        after = services_of(copied, assess(copied))
        assert after.total == before.total
        assert [line.name for line in after.lines] == ["Service numérique 1", "Site web 1"]


def test_an_existing_file_is_never_replaced(valbrenne, tmp_path):
    target = tmp_path / "copie.nrdesk"
    target.write_bytes(b"autre chose")
    with pytest.raises(UserError, match="existe déjà"):
        anonymise(valbrenne, target)
    assert target.read_bytes() == b"autre chose"


@pytest.mark.parametrize(
    ("kind", "population", "name"),
    [
        (AuthorityKind.COMMUNE, 120, "Commune anonyme (moins de 250\u00a0habitants)"),
        (AuthorityKind.COMMUNE, 3_500, "Commune anonyme (3\u202f500 à 5\u202f000\u00a0habitants)"),
        (
            AuthorityKind.CC,
            19_999,
            "Communauté de communes anonyme (10\u202f000 à 20\u202f000\u00a0habitants)",
        ),
        (AuthorityKind.METROPOLE_LYON, 1_400_000, "Métropole anonyme (250\u202f000\u00a0habitants et plus)"),
        (AuthorityKind.COMMUNE, None, "Commune anonyme"),
    ],
)
def test_the_bracket_is_named(kind, population, name):
    assert anonymous(Authority(kind=kind, population_municipal=population)).name == name


@pytest.mark.parametrize("population", [0, 249, 250, 3_499, 3_500, 20_000, 49_999, 50_000, 2_000_000])
def test_a_population_stays_in_its_bracket(population):
    found = anonymous(Authority(population_municipal=population, population_total=population))
    assert found.population_municipal == found.population_total
    low = max(each for each in BRACKETS if each <= population)
    assert low == max(each for each in BRACKETS if each <= found.population_municipal)


def test_staff_and_purchases_are_rounded():
    found = anonymous(Authority(agents=1_243, agents_fte=14.63, annual_purchases=14_211.5, elected=23))
    assert (found.agents, found.agents_fte, found.annual_purchases, found.elected) == (1_200, 15, 14_000, 23)


def test_a_territory_of_one_commune_is_not_named():
    assert {
        electricity.territory_of(code) for code in ("38", "2A", "2B", "971", "98735")
    } <= SHARED_TERRITORIES
    assert anonymous(Authority(territory="Corse")).territory == "Corse"
    assert anonymous(Authority(territory="Saint-Barthélemy")).territory.startswith("France métropolitaine")
