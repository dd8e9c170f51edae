"""The first page: create, open, go on with a recent file, look at the demonstration."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from nrdesk.ui import theme
from nrdesk.ui.dialogs import file_to_open
from nrdesk.ui.shell import recent
from nrdesk.ui.shell.welcome_create import CreateCard
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.card import Card
from nrdesk.ui.widgets.flow import flow
from nrdesk.ui.widgets.image import Image
from nrdesk.ui.widgets.layout import column, row
from nrdesk.ui.widgets.messages import MessageBar
from nrdesk.ui.widgets.rows import LinkRow

_TWO_COLUMNS = 900
_WIDEST = 1080
_TRAINING = "Des exercices qui se vérifient seuls, sur trois communes fictives. Seul, ou en salle."


_PROMISES = (
    (
        "clipboard-list",
        "Votre inventaire",
        "Importé tel qu’il est\u00a0: Excel, CSV, GLPI, OCS. Rien n’est perdu.",
    ),
    (
        "leaf",
        "Votre empreinte",
        "Calculée et expliquée\u00a0: chaque chiffre montre sa source et sa fourchette.",
    ),
    ("scale", "Vos obligations", "Celles de votre collectivité, selon sa taille, avec leurs échéances."),
    ("file-text", "Vos documents", "Prêts pour les élus\u00a0: rapport accessible en PDF, tableau Excel."),
)
"""Icon, title, what one gets."""


class Welcome(QWidget):
    """Shown when no document is open: never an empty window."""

    created = Signal(object, object)
    """The `Authority` to create, and the path to create it at."""
    opened = Signal(object)
    """Path of a document to open."""
    demo_asked = Signal()
    training_asked = Signal()
    portfolio_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Accueil")
        self.create_card = CreateCard()
        self.create_card.created.connect(self.created)
        self._recent = Card("Reprendre")
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(20)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self._make_content())
        outer.addWidget(area, 1)
        outer.addWidget(MessageBar())
        self.refresh()

    def _make_content(self) -> QWidget:
        inside = QWidget()
        inside.setMaximumWidth(_WIDEST)
        stack = QVBoxLayout(inside)
        stack.setContentsMargins(32, 36, 32, 32)
        stack.setSpacing(24)
        brand = row(Image("leaf", "accent", 30), text.label("nrdesk", "title", "accent", wrap=False), gap=10)
        stack.addWidget(brand)
        heading = QVBoxLayout()
        heading.setSpacing(4)
        heading.addWidget(text.title("Votre stratégie numérique responsable, pas à pas"))
        heading.addWidget(
            text.label(
                "De l’inventaire à la délibération, en dix étapes. Vos données restent sur cet "
                "ordinateur\u00a0: nrdesk n’utilise jamais Internet.",
                tone="muted",
            )
        )
        stack.addLayout(heading)
        aside = QVBoxLayout()
        aside.setSpacing(16)
        aside.addWidget(self._recent)
        aside.addWidget(self._make_open())
        aside.addWidget(self._make_demo())
        aside.addStretch(1)
        left = QVBoxLayout()
        left.setSpacing(20)
        left.addWidget(self.create_card)
        left.addWidget(_promises())
        left.addStretch(1)
        self._columns.addLayout(left, 3)
        self._columns.addLayout(aside, 2)
        stack.addLayout(self._columns)
        stack.addStretch(1)
        holder = QWidget()
        centred = QBoxLayout(QBoxLayout.Direction.LeftToRight, holder)
        centred.setContentsMargins(0, 0, 0, 0)
        centred.addStretch(1)
        centred.addWidget(inside, 100)
        centred.addStretch(1)
        return holder

    def _make_open(self) -> Card:
        card = Card("Ouvrir un fichier")
        card.add(text.muted("Un fichier .nrdesk reçu ou déjà commencé. Vous pouvez aussi le déposer ici."))
        several = "Lit tous les documents d’un dossier, sans les modifier, et les compare"
        card.add(
            flow(
                button("&Ouvrir…", "folder-open", on_click=self._choose_file),
                button(
                    "&Plusieurs collectivités…", "users", on_click=self.portfolio_asked.emit, help=several
                ),
            )
        )
        return card

    def _make_demo(self) -> Card:
        card = Card("Découvrir sans risque")
        card.add(
            text.muted("Une commune fictive, Valbrenne-sur-Orlette, avec son inventaire et son empreinte.")
        )
        card.add(
            flow(
                button("Ouvrir la &démonstration", "play", on_click=self.demo_asked.emit),
                button("&S’entraîner…", "graduation-cap", on_click=self.training_asked.emit, help=_TRAINING),
            )
        )
        return card

    def refresh(self) -> None:
        """Redraw the list of recent files."""
        while self._recent.body.count() > 1:
            item = self._recent.body.takeAt(1)
            if item and (widget := item.widget()):
                widget.deleteLater()
        files = recent.load()
        for one in files:
            path = Path(one.path)
            link = LinkRow(
                one.name or path.stem, str(path.parent), "history", partial(self.opened.emit, path)
            )
            self._recent.add(link)
        self._recent.setVisible(bool(files))

    def _choose_file(self) -> None:
        if path := file_to_open(self, "Ouvrir un document nrdesk"):
            self.opened.emit(path)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= theme.px(_TWO_COLUMNS)
        self._columns.setDirection(
            QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        )


def _promises() -> QWidget:
    """Return what one gets, for who opens nrdesk for the first time."""
    holder = QWidget()
    stack = QVBoxLayout(holder)
    stack.setContentsMargins(20, 0, 20, 0)
    stack.setSpacing(14)
    for icon, title, words in _PROMISES:
        line = QHBoxLayout()
        line.setSpacing(14)
        line.addWidget(Image(icon, "accent", 22))
        line.addWidget(column(text.strong(title), text.muted(words)), 1)
        stack.addLayout(line)
    return holder
