"""Pages as they will look, one under the other: white sheets, whatever the theme."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt, QUrl
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QImage,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
    QTextDocument,
)
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from nrdesk.core.reports.preview import Preview
from nrdesk.ui import theme
from nrdesk.ui.theme.sheet import FAMILY

_PAGE = QSizeF(794, 1123)
"""A4 at 96 dots per inch."""
_MARGIN = 76.0
_GAP = 12


class PagesView(QScrollArea):
    """A column of pages, as wide as there is room."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Its width depends on the bar, and the need of the bar on its width: always there, it settles.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setAccessibleName("Aperçu des pages")
        self._sheets = _Sheets()
        self.setWidget(self._sheets)

    @property
    def count(self) -> int:
        """Number of pages shown."""
        return self._sheets.count

    @property
    def words(self) -> str:
        """The text shown."""
        return self._sheets.document.toPlainText()

    def show_preview(self, preview: Preview) -> None:
        """Show other pages; the place where one was reading stays."""
        place = self.verticalScrollBar().value()
        self._sheets.show_preview(preview)
        self.setAccessibleDescription(self.words)
        self.verticalScrollBar().setValue(place)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(180), theme.px(160))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._sheets.fit(self.viewport().width())


class _Sheets(QWidget):
    """The sheets; nothing takes the focus here."""

    def __init__(self) -> None:
        super().__init__()
        self.document = QTextDocument(self)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._scale = 0.4

    @property
    def count(self) -> int:
        return max(self.document.pageCount(), 1)

    def show_preview(self, preview: Preview) -> None:
        made = QTextDocument(self)
        font = QFont(FAMILY)
        font.setPixelSize(14)
        made.setDefaultFont(font)
        made.setDocumentMargin(_MARGIN)
        for name, content in preview.images.items():
            made.addResource(QTextDocument.ResourceType.ImageResource, QUrl(name), QImage.fromData(content))
        made.setHtml(preview.html)
        made.setPageSize(_PAGE)
        self.document.deleteLater()
        self.document = made
        self._fit()

    def fit(self, width: int) -> None:
        """Show the sheets in that many pixels."""
        self._scale = max(width - 2, 60) / _PAGE.width()
        self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(round(self.count * (_PAGE.height() * self._scale + _GAP)))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(300), self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        high = _PAGE.height() * self._scale
        for page in range(self.count):
            top = page * (high + _GAP)
            if top > event.rect().bottom() or top + high < event.rect().top():
                continue
            sheet = QRectF(1, top + 1, self.width() - 2, high - 2)
            painter.setPen(QPen(QColor(theme.tokens().line), 1))
            painter.setBrush(QColor("white"))
            painter.drawRect(sheet)
            painter.save()
            painter.setClipRect(sheet)
            painter.translate(1, top)
            painter.scale(self._scale, self._scale)
            painter.translate(0, -page * _PAGE.height())
            context = QAbstractTextDocumentLayout.PaintContext()
            context.palette.setColor(QPalette.ColorRole.Text, QColor("#1B2733"))
            context.clip = QRectF(0, page * _PAGE.height(), _PAGE.width(), _PAGE.height())
            self.document.documentLayout().draw(painter, context)
            painter.restore()
        painter.end()
