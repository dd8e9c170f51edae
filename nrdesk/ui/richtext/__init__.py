"""Writing texts that say what things are."""

from nrdesk.ui.richtext.editor import RichEditor

__all__ = ["RichEditor"]
