"""Several collectivités at once: a folder of documents read without changing them, compared, exported."""

from nrdesk.core.portfolio import wording
from nrdesk.core.portfolio.portfolio import Failure, FailureKind, Portfolio
from nrdesk.core.portfolio.scanning import documents, scan
from nrdesk.core.portfolio.summary import Due, Risk, Summary

__all__ = [
    "Due",
    "Failure",
    "FailureKind",
    "Portfolio",
    "Risk",
    "Summary",
    "documents",
    "scan",
    "wording",
]
