"""The chapter on digital services."""

from pathlib import Path

import pytest

from nrdesk.core.assessment import assess
from nrdesk.core.assessment.services import services_of
from nrdesk.core.document import Document
from nrdesk.core.footprint.doubles import Rule
from nrdesk.core.formatting import mass
from nrdesk.core.model import Authority, Equipment, ServiceUse, WebSite
from nrdesk.core.reports.assessment_report import services
from nrdesk.core.reports.content import BulletList, Figure, Heading, KeyFigures, Paragraph, Table

MAINLAND = "France métropolitaine (continentale)"


@pytest.fixture
def doc(tmp_path: Path):
    authority = Authority(name="Valbrenne", territory=MAINLAND)
    with Document.create(tmp_path / "services.nrdesk", authority, year=2025) as document:
        yield document


def fill(doc, *, park=True):
    campaign = doc.campaign.id

    def use(service, quantity, **fields):
        return ServiceUse(campaign_id=campaign, service=service, quantity=quantity, **fields)

    with doc.action("Saisir") as tx:
        if park:
            tx.add(Equipment(campaign_id=campaign, category="portable", quantity=3))
        tx.add(
            use("vm_moyenne", 2),
            use("pages_recto", 9000, name="Copieur de l’accueil"),
            use("depense_materiel", 4000),
            use("toner", None),
            WebSite(campaign_id=campaign, name="Site", page_kb=2000, yearly_views=10_000, ecoindex=62),
            WebSite(campaign_id=campaign, name="Portail"),
        )


def chapter(doc):
    return list(services.blocks(doc, assess(doc)))


def of(kind, blocks):
    return [block for block in blocks if isinstance(block, kind)]


def plain(text):
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def told(blocks):
    return plain(" ".join(run.text for block in of(Paragraph, blocks) for run in block.runs))


def test_nothing_is_told_without_a_service(doc):
    assert chapter(doc) == []


def test_the_figures_are_those_of_the_screen(doc):
    fill(doc)
    blocks = chapter(doc)
    result = services_of(doc, assess(doc))
    (figures,) = of(KeyFigures, blocks)
    total = result.total
    assert figures.figures[1].value == mass(total.value, total.low, total.high)
    assert [each.label for each in figures.figures] == ["Équipements", "Services", "Ensemble"]
    counted = of(Table, blocks)[0]
    assert [row[0] for row in counted.rows] == [
        "Machine virtuelle louée, moyenne",
        "Copieur de l’accueil",
        "Site",
    ]
    assert counted.total is not None
    assert counted.total[0] == "Total"
    (figure,) = of(Figure, blocks)
    assert "Hébergement et nuage" in figure.alt


def test_what_is_left_out_says_why(doc):
    fill(doc)
    left = of(Table, chapter(doc))[1]
    assert [row[0] for row in left.rows] == [
        "Dépenses de matériel informatique",
        "Toners des imprimantes laser",
        "Portail",
    ]
    assert left.rows[0][1:] == ("860", Rule.HARDWARE.sentence)
    assert plain(left.rows[1][2]) == "Il manque : la quantité."


def test_the_rules_that_act_are_listed_with_their_lines(doc):
    fill(doc)
    rules = of(BulletList, chapter(doc))[0]
    texts = ["".join(run.text for run in item) for item in rules.items]
    assert len(texts) == 2
    assert texts[0].startswith(Rule.HARDWARE.label)
    assert "Dépenses de matériel informatique" in texts[0]


def test_every_source_has_its_number_and_its_licence(doc):
    fill(doc)
    blocks = chapter(doc)
    sources = of(BulletList, blocks)[-1]
    assert sources.numbered
    numbers = [row[-1] for row in of(Table, blocks)[0].rows]
    assert numbers == ["1", "2", "3"]
    assert len(sources.items) == 3
    assert "ODbL" in sources.items[0][0].text


def test_the_perimeter_of_the_sites_is_said(doc):
    fill(doc)
    blocks = chapter(doc)
    assert "Ni l’ordinateur ni le téléphone du visiteur" in told(blocks)
    assert of(Table, blocks)[2].rows[0][3] == "62"


def test_without_appliances_there_is_no_whole(doc):
    fill(doc, park=False)
    blocks = chapter(doc)
    assert of(KeyFigures, blocks) == []
    assert next(block.text for block in of(Heading, blocks)) == services.TITLE


def test_nothing_counted_yet_says_what_lacks(doc):
    with doc.action("Saisir") as tx:
        tx.add(ServiceUse(campaign_id=doc.campaign.id, service="toner"))
    blocks = chapter(doc)
    assert len(of(Table, blocks)) == 1
    assert of(BulletList, blocks) == []
