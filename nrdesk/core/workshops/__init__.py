"""The meetings of steps 5 and 9: what to put on their agenda, their timetable, what they still lack.

Pure functions on the records, the same on screen, on paper and in a calendar.
"""

from nrdesk.core.workshops.agendas import AgendaTemplate, Item, agenda_for, planned, template, usual
from nrdesk.core.workshops.checks import problems
from nrdesk.core.workshops.dated import event, in_order
from nrdesk.core.workshops.meeting import Meeting, MeetingDecision, name
from nrdesk.core.workshops.timetable import Slot, length, slots

__all__ = [
    "AgendaTemplate",
    "Item",
    "Meeting",
    "MeetingDecision",
    "Slot",
    "agenda_for",
    "event",
    "in_order",
    "length",
    "name",
    "planned",
    "problems",
    "slots",
    "template",
    "usual",
]
