"""The meetings of step 5: what to put on their agenda, their timetable, what they still lack.

Pure functions on the records, the same on screen, on paper and in a calendar.
"""

from nrdesk.core.workshops.agendas import AgendaTemplate, Item, agenda_for, planned, template, usual
from nrdesk.core.workshops.checks import problems
from nrdesk.core.workshops.dated import event, in_order
from nrdesk.core.workshops.timetable import Slot, length, slots

__all__ = [
    "AgendaTemplate",
    "Item",
    "Slot",
    "agenda_for",
    "event",
    "in_order",
    "length",
    "planned",
    "problems",
    "slots",
    "template",
    "usual",
]
