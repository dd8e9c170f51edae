"""Documents of a campaign counted with the user's own factors, then frozen, then without them."""

from pathlib import Path

from nrdesk.core import campaigns, paths
from nrdesk.core.campaigns import factor_files
from nrdesk.core.document import Document
from nrdesk.core.model import Campaign
from nrdesk.core.reports import assessment_report, export, work_programme


def test_documents_name_the_factors_that_the_user_brought(doc: Document, tmp_path: Path) -> None:
    own = tmp_path / "Mes facteurs.csv"
    shipped = (paths.data() / "factors" / "factors.csv").read_text(encoding="utf-8").splitlines()
    rows = [shipped[0], *(row for row in shipped[1:] if row.split(";")[3] == "ademe")]
    own.write_text("\n".join(rows), encoding="utf-8")
    file = factor_files.add(doc, own)
    with doc.action("Choisir") as tx:
        tx.update(Campaign, doc.campaign.id, factor_family=file.id)
    for build in (assessment_report.build, work_programme.build):
        assert build(doc).meta.factors.startswith("Mes facteurs")
    export(doc, "inventaire", tmp_path / "i.xlsx")
    campaigns.freeze(doc, doc.campaign)
    frozen = assessment_report.build(doc)
    assert frozen.meta.factors.startswith("Mes facteurs")
