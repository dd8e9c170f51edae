"""What makes a French text hard to read, passage by passage, and how hard it is as a whole."""

from nrdesk.core.readability.remark import Aim, Kind, Remark

__all__ = ["Aim", "Kind", "Remark"]
