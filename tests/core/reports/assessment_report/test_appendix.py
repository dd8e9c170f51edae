"""Every figure of the appendix can be worked out again from its own row, and has its source."""

from nrdesk.core.assessment import HEADLINE, assess
from nrdesk.core.assessment.services import services_of
from nrdesk.core.document import Document
from nrdesk.core.model import ServiceUse
from nrdesk.core.reports import assessment_report
from nrdesk.core.reports.assessment_report import appendix, sources
from nrdesk.core.reports.content import BulletList, Heading, Table
from nrdesk.core.reports.typed import typed
from nrdesk.core.reports.xlsx import Number


def number(text: str) -> float:
    cell = typed(text)
    assert isinstance(cell, Number)
    return cell.value


def test_each_line_can_be_worked_out_again(doc: Document) -> None:
    assessment = assess(doc)
    table = next(b for b in appendix.blocks(doc, assessment, sources.Sources()) if isinstance(b, Table))
    kilowatt_hour = assessment.method.electricity
    assert kilowatt_hour
    lines = {line.equipment.number: line for line in assessment.result.lines}
    checked = 0
    for name, _, _, _, quantity, years, making, made_by, kwh, used_by, total in table.rows:
        if total == "non compté":
            assert lines[name].total(HEADLINE) is None
            continue
        again = number(quantity) * (
            number(making) / number(years) + number(kwh) * kilowatt_hour.values[HEADLINE]
        )
        exact = lines[name].total(HEADLINE)
        assert exact is not None
        assert abs(again - exact) < 0.03 * exact, name
        assert made_by
        assert bool(used_by) == (number(kwh) > 0)
        checked += 1
    assert checked == 8


def test_the_numbers_lead_to_the_list_of_sources(doc: Document) -> None:
    blocks = assessment_report.build(doc).blocks
    chapter = next(i for i, block in enumerate(blocks) if block == Heading(1, "Sources"))
    listed = next(block for block in blocks[chapter:] if isinstance(block, BulletList))
    table = next(block for block in reversed(blocks) if isinstance(block, Table))
    told = {int(row[rank]) for row in table.rows for rank in (7, 9) if row[rank]}
    assert told
    assert told <= set(range(1, len(listed.items) + 1))


def test_each_service_can_be_worked_out_again(doc: Document) -> None:
    with doc.action("Des services") as tx:
        for service, quantity in (("vm_moyenne", 2), ("stockage", 300), ("depense_logiciels", 3.4)):
            tx.add(ServiceUse(campaign_id=doc.campaign.id, service=service, quantity=quantity))
    assessment = assess(doc)
    per_kwh = assessment.method.per_kwh[HEADLINE]
    table = [b for b in appendix.blocks(doc, assessment, sources.Sources()) if isinstance(b, Table)][-1]
    exact = {line.name: line.value for line in services_of(doc, assessment).counted}
    assert len(table.rows) == len(exact) == 3
    for name, quantity, _, each, kwh, source, _ in table.rows:
        again = number(quantity) * (number(each) + number(kwh) * per_kwh)
        value = exact[name]
        assert value
        assert abs(again - value) < 0.03 * value, name
        assert source
