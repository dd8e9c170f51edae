"""Calendar files: the dates of the strategy in the .ics format that every calendar reads (RFC 5545).

Nothing is sent and nobody is invited: a file is written, that its reader adds to a calendar. Reports fill
it in from the document (`core.agenda`); this package knows events and nothing of strategies.
"""

from nrdesk.core.calendar.event import Event, moment, stamp
from nrdesk.core.calendar.writer import folded, ics
from nrdesk.core.calendar.zones import PARIS, Zone, zone_of

__all__ = ["PARIS", "Event", "Zone", "folded", "ics", "moment", "stamp", "zone_of"]
