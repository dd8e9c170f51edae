"""Documents: a content tree, one builder per document, one renderer per format.

Nothing heavy is imported here: the window lists the documents at start-up.
"""

from nrdesk.core.reports.exporting import export, save, save_from
from nrdesk.core.reports.registry import REPORTS, ReportKind

__all__ = ["REPORTS", "ReportKind", "export", "save", "save_from"]
