"""Which collectivités of a portfolio are looked at."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from nrdesk.core.portfolio.strata import Stratum, stratum_of
from nrdesk.core.portfolio.summary import Summary
from nrdesk.core.written.words import normal

FOCUSES: Mapping[str, tuple[str, Callable[[Summary], bool]]] = {
    "": ("Toutes", lambda each: True),
    "risk": ("Avec une obligation à risque", lambda each: bool(each.risks)),
    "late": ("Avec une action en retard ou bloquée", lambda each: bool(each.late or each.blocked)),
    "empty": ("Sans empreinte calculée", lambda each: each.footprint is None),
    "unfrozen": ("Dont la campagne n’est pas figée", lambda each: not each.frozen),
}
"""Key -> French words and what it keeps."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What is asked for; an empty choice keeps everything."""

    words: str = ""
    """Letters of the name, of the département, of the EPCI or of the file."""
    stratum: Stratum | None = None
    department: str = ""
    focus: str = ""
    """A key of `FOCUSES`."""

    def of(self, summaries: Iterable[Summary]) -> tuple[Summary, ...]:
        """Return those that are kept, in the order given."""
        words = normal(self.words).split()
        _, keeps = FOCUSES[self.focus]
        return tuple(
            each
            for each in summaries
            if keeps(each)
            and (self.stratum is None or stratum_of(each) == self.stratum)
            and (not self.department or each.department == self.department)
            and all(word in _text(each) for word in words)
        )


def _text(summary: Summary) -> str:
    return normal(f"{summary.name} {summary.department} {summary.epci_name} {summary.file} {summary.code}")
