"""The `.nrdesk` file: create, open, read, act, undo, back up, restore, recover. Knows SQL, shows records."""

from nrdesk.core.document.document import Changed, Document
from nrdesk.core.document.transaction import Transaction

__all__ = ["Changed", "Document", "Transaction"]
