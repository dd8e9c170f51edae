"""Other people's files: read, match the columns, plan the import, apply it in one action, write the rejects.

    source = read_source(path)
    mapping = recognise_columns(source, remembered(doc, source))
    plan = plan_import(source, mapping, doc.all(Equipment, campaign_id=campaign.id), campaign.id)
    apply_plan(doc, plan)

Each step is a plain function over frozen data; only the last one writes. `plan_file` does the first three
when nobody is there to look at the columns.
"""

from nrdesk.core.exchange.apply import apply_plan, plan_file, remembered
from nrdesk.core.exchange.columns import TARGETS, Column, ColumnMapping, recognise_columns
from nrdesk.core.exchange.counted import Outcome
from nrdesk.core.exchange.plan import ImportPlan, PlannedRow, plan_import
from nrdesk.core.exchange.readers import READERS, Reader, read_source
from nrdesk.core.exchange.rejects import write_rejects
from nrdesk.core.exchange.source import Source, SourceRow

__all__ = [
    "READERS",
    "TARGETS",
    "Column",
    "ColumnMapping",
    "ImportPlan",
    "Outcome",
    "PlannedRow",
    "Reader",
    "Source",
    "SourceRow",
    "apply_plan",
    "plan_file",
    "plan_import",
    "read_source",
    "recognise_columns",
    "remembered",
    "write_rejects",
]
