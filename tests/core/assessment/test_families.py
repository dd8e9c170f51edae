"""The same inventory under each family of factors."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from nrdesk.core import campaigns
from nrdesk.core.assessment import assess
from nrdesk.core.assessment.families import compare_families
from nrdesk.core.campaigns import factor_files
from nrdesk.core.document import Document
from nrdesk.core.model import Authority, Equipment, FactorFile


@pytest.fixture
def doc(tmp_path: Path) -> Iterator[Document]:
    with Document.create(tmp_path / "a.nrdesk", Authority(name="Ici"), year=2025) as document:
        with document.action("Saisir") as tx:
            tx.add(
                Equipment(campaign_id=document.campaign.id, category="ecran_24", quantity=10),
                Equipment(campaign_id=document.campaign.id, category="vide", quantity=10),
            )
        yield document


def own_file(doc: Document, folder: Path) -> FactorFile:
    path = folder / "Nos facteurs.csv"
    path.write_text(
        "category;criterion;stage;value;source\necran_24;gwp;manufacture;100;Fabricant\n"
        "ecran_24;electricity;use;40;Fabricant\n",
        encoding="utf-8",
    )
    return factor_files.add(doc, path)


def test_the_campaign_s_own_family_comes_first_and_every_other_follows(doc, tmp_path):
    own_file(doc, tmp_path)
    found = compare_families(doc, doc.campaign)
    assert [each.label for each in found] == [
        "ADEME",
        "EcoDiag (EcoInfo, CNRS)",
        "Boavizta (fiches des constructeurs)",
        "Nos facteurs",
    ]
    assert [each.chosen for each in found] == [True, False, False, False]
    assert found[0].totals == assess(doc).result.totals
    assert found[2].totals["gwp"].value > 3 * found[0].totals["gwp"].value
    assert found[3].coverage == 0.5
    assert "50\u00a0% de votre parc" in found[3].note


def test_a_frozen_campaign_shows_what_it_kept_beside_what_it_would_be_today(doc):
    campaigns.freeze(doc, doc.campaign)
    found = compare_families(doc, doc.campaign)
    assert (found[0].kept, found[1].kept) == (True, False)


def test_a_family_that_cannot_be_read_says_why(doc):
    with doc.action("Abîmer") as tx:
        tx.add(FactorFile(name="Cassé", content="rien"))
    broken = compare_families(doc, doc.campaign)[-1]
    assert broken.totals == {}
    assert broken.coverage == 0
    assert "Cassé.csv" in broken.note
