"""The documents that exist, and the formats that each can be written in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from nrdesk.core.jobs import Progress

if TYPE_CHECKING:
    from nrdesk.core.document import Document
    from nrdesk.core.reports.content import Report

Writer: TypeAlias = "Callable[[Document, Progress], bytes]"
"""Returns the content of the file."""


@dataclass(frozen=True, slots=True)
class ReportKind:
    """A document that nrdesk can write."""

    key: str
    """Name on the command line."""
    title: str
    writers: Mapping[str, Writer]
    """Extension, without its dot -> writer."""

    @property
    def formats(self) -> tuple[str, ...]:
        """Extensions of the files that it can be written as, the main one first."""
        return tuple(self.writers)


def _pdf(build: Callable[[Document], Report]) -> Writer:
    """Return the writer of a content tree as PDF."""

    def write(document: Document, progress: Progress) -> bytes:
        from nrdesk.core.reports import pdf

        return pdf.render(build(document), progress)

    return write


def _assessment_report(document: Document) -> Report:
    from nrdesk.core.assessment import assess
    from nrdesk.core.reports import assessment_report

    return assessment_report.build(assess(document))


def _inventory(document: Document, progress: Progress) -> bytes:
    from nrdesk.core.reports import inventory_workbook

    return inventory_workbook.write(document, progress)


REPORTS: tuple[ReportKind, ...] = (
    ReportKind(
        "etat-des-lieux", "État des lieux\u00a0: inventaire et empreinte", {"pdf": _pdf(_assessment_report)}
    ),
    ReportKind("inventaire", "Inventaire des équipements", {"xlsx": _inventory}),
)
"""Every document, in the order of the steps."""
