"""Writing texts that say what things are."""

from nrdesk.ui.richtext.editor import RichEditor
from nrdesk.ui.richtext.remarks import RemarkList

__all__ = ["RemarkList", "RichEditor"]
