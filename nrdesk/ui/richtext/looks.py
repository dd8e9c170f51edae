"""How a text looks while it is written: titles larger, links underlined, remarks under a wavy line.

The looks are painted over the document and are no part of it: what is written stays what it means, undo knows
nothing of them, and a change of theme repaints them.
"""

from __future__ import annotations

from PySide6.QtGui import (
    QColor,
    QFont,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)

from nrdesk.ui import theme
from nrdesk.ui.richtext.conversion import fragments
from nrdesk.ui.theme.sheet import TEXT_SIZE

_SIZES = {1: 1.4, 2: 1.2, 3: 1.0}
"""Level of a title -> size of its letters, 1.0 being that of the text."""


class Looks(QSyntaxHighlighter):
    """Paints the looks of one document."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._remarks: list[QTextCursor] = []
        """What the remarks are about; Qt moves them along with what is typed."""

    def set_remarks(self, passages: list[QTextCursor]) -> None:
        """Underline other passages."""
        self._remarks = passages
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        block = self.currentBlock()
        level = block.blockFormat().headingLevel()
        base = QTextCharFormat()
        if level:
            font = QFont()
            font.setPixelSize(round(theme.px(TEXT_SIZE) * _SIZES[min(level, len(_SIZES))]))
            font.setWeight(QFont.Weight.DemiBold)
            base.setFont(font, QTextCharFormat.FontPropertiesInheritanceBehavior.FontPropertiesSpecifiedOnly)
            self.setFormat(0, block.length(), base)
        for fragment in fragments(block):
            if fragment.charFormat().isAnchor():
                self.setFormat(fragment.position() - block.position(), fragment.length(), self._link(base))
        self._underline(block.position(), block.length() - 1)

    def _link(self, base: QTextCharFormat) -> QTextCharFormat:
        made = QTextCharFormat(base)
        made.setForeground(QColor(theme.tokens().accent))
        made.setFontUnderline(True)
        return made

    def _underline(self, start: int, length: int) -> None:
        for passage in self._remarks:
            first = max(passage.selectionStart() - start, 0)
            last = min(passage.selectionEnd() - start, length)
            for at in range(first, last):
                worn = self.format(at)
                if worn.fontUnderline():
                    # A link keeps the line that tells it from other words.
                    continue
                worn.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
                worn.setUnderlineColor(QColor(theme.tokens().warn))
                self.setFormat(at, 1, worn)
