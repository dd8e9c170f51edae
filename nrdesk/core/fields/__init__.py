"""The fields of each kind of record, declared once: forms, tables and documents read the same tuples."""

from nrdesk.core.fields.field import Field, FieldKind, Value
from nrdesk.core.written.values import Unreadable

__all__ = ["Field", "FieldKind", "Unreadable", "Value"]
