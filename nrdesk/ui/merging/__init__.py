"""Two copies of one document made one again: what differs side by side, choices, one action."""

from nrdesk.ui.merging.opening import open_merge

__all__ = ["open_merge"]
