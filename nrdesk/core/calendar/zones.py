"""The clocks of the French territories, written out so that a file needs no other table.

Offsets and rules are those of the IANA time zone database (public domain), release 2025b; a test compares
them with the database of the machine. They hold since 1996 in Europe, since 2007 in Saint-Pierre-et-Miquelon
and for decades elsewhere: nrdesk writes no older date.
"""

from __future__ import annotations

from dataclasses import dataclass

from nrdesk.core.model import Authority


@dataclass(frozen=True, slots=True)
class Shift:
    """One of the two yearly changes of the clocks."""

    name: str
    """What the hours that follow are called."""
    since: str
    """First time that it happened, on the clocks it changes: "19960331T020000"."""
    rule: str
    """When it comes back every year, as a recurrence rule of RFC 5545."""


@dataclass(frozen=True, slots=True)
class Zone:
    """The clocks of a territory."""

    id: str
    """Name in the IANA database."""
    offset: str
    """Difference with UTC, in winter where there is a summer time: "+0100"."""
    name: str
    """Abbreviation of these hours."""
    summer: tuple[str, Shift, Shift] | None = None
    """Offset in summer, change in spring, change in autumn."""


PARIS = Zone(
    "Europe/Paris",
    "+0100",
    "CET",
    (
        "+0200",
        Shift("CEST", "19960331T020000", "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU"),
        Shift("CET", "19961027T030000", "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU"),
    ),
)
_MIQUELON = Zone(
    "America/Miquelon",
    "-0300",
    "-03",
    (
        "-0200",
        Shift("-02", "20070311T020000", "FREQ=YEARLY;BYMONTH=3;BYDAY=2SU"),
        Shift("-03", "20071104T020000", "FREQ=YEARLY;BYMONTH=11;BYDAY=1SU"),
    ),
)
_MARQUESAS = Zone("Pacific/Marquesas", "-0930", "-0930")
_BY_COMMUNE = {
    "98719": Zone("Pacific/Gambier", "-0900", "-09"),
    **dict.fromkeys(("98718", "98723", "98731", "98746", "98756", "98757"), _MARQUESAS),
}
"""INSEE codes of the communes of Polynesia whose clocks are not those of Tahiti."""
_BY_DEPARTMENT = {
    "971": Zone("America/Guadeloupe", "-0400", "AST"),
    "972": Zone("America/Martinique", "-0400", "AST"),
    "973": Zone("America/Cayenne", "-0300", "-03"),
    "974": Zone("Indian/Reunion", "+0400", "+04"),
    "975": _MIQUELON,
    "976": Zone("Indian/Mayotte", "+0300", "EAT"),
    "977": Zone("America/St_Barthelemy", "-0400", "AST"),
    "978": Zone("America/Marigot", "-0400", "AST"),
    "986": Zone("Pacific/Wallis", "+1200", "+12"),
    "987": Zone("Pacific/Tahiti", "-1000", "-10"),
    "988": Zone("Pacific/Noumea", "+1100", "+11"),
}
ZONES = (PARIS, *_BY_DEPARTMENT.values(), *dict.fromkeys(_BY_COMMUNE.values()))
"""Every zone that a collectivité may have."""


def zone_of(authority: Authority) -> Zone:
    """Return the clocks of a collectivité: those of its territory overseas, else those of Paris.

    The commune is looked at first, then the département, then the beginning of the INSEE code or of the
    postcode, since a document that was filled in by hand may know only these.
    """
    if zone := _BY_COMMUNE.get(authority.insee_code):
        return zone
    for code in (authority.department, authority.insee_code[:3], authority.postcode[:3]):
        if zone := _BY_DEPARTMENT.get(code):
            return zone
    return PARIS
