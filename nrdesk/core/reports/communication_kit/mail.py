"""The message of the kit as a file that a mailbox opens as a draft, ready to be addressed and sent."""

from __future__ import annotations

import datetime as dt
import hashlib
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from nrdesk.core.reports.communication_kit import plain
from nrdesk.core.reports.content import Report
from nrdesk.core.written.words import line

_LONGEST = 200
"""Characters of a subject: beyond, mailboxes cut it or refuse it."""


def message(report: Report) -> bytes:
    """Return a message without addressee: text first, and the same with titles and lists, without images."""
    made = EmailMessage(policy=SMTP)
    # Outlook and its kin open it as a message to be sent, not as one that was received.
    made["X-Unsent"] = "1"
    made["Subject"] = subject(report)
    made["Date"] = format_datetime(dt.datetime.combine(report.meta.date, dt.time(8), dt.UTC))
    page = _storable(plain.page(report, titled=False))
    made.set_content(_storable(plain.text(report, titled=False)), cte="quoted-printable")
    made.add_alternative(page, subtype="html", cte="quoted-printable")
    # Drawn from the text: the same kit gives the same file, and no text holds it ("=" is always coded).
    made.set_boundary(f"=_{hashlib.sha256(page.encode()).hexdigest()[:24]}")
    made["Content-Language"] = report.meta.language
    return made.as_bytes()


def subject(report: Report) -> str:
    """Return the subject: one line, with the stamp of the training mode."""
    told = line(_storable(report.meta.title))[:_LONGEST] or "Sans objet"
    return f"EXERCICE - {told}" if report.meta.exercise else told


def text_file(report: Report) -> bytes:
    """Return the message as a text file: its subject, then its words, to be pasted in any mailbox."""
    words = f"Objet\u00a0: {subject(report)}\n\n{plain.text(report, titled=False)}"
    return ("\ufeff" + words.replace("\n", "\r\n")).encode("utf-8", "replace")


def _storable(text: str) -> str:
    """Return a text without what no file can hold: half of a character that was cut in two."""
    return text.encode("utf-8", "replace").decode()
