"""The top bar: whose document this is, which year is shown, search, undo, redo, help."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton

from nrdesk.core.formatting import count
from nrdesk.core.model import Authority, AuthorityKind
from nrdesk.core.training.session import is_exercise
from nrdesk.ui import theme
from nrdesk.ui.session import Session
from nrdesk.ui.shell.campaign_menu import CampaignMenu
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.buttons import button, icon_button
from nrdesk.ui.widgets.layout import column
from nrdesk.ui.widgets.pill import Pill

_SEARCH_WIDTH = 250


class TopBar(QFrame):
    """Says where one is and offers what works everywhere."""

    search_asked = Signal()
    help_asked = Signal()
    close_asked = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setObjectName("topbar")
        self._session = session
        self._name = text.Elided("strong")
        self._about = text.Elided("small", "muted")
        self._demo = Pill("démonstration", "quiet")
        self._read_only = Pill("lecture seule", "warn")
        self.campaigns = CampaignMenu(session)
        self._search = button(
            "Chercher (Ctrl+K)",
            "search",
            "search",
            self.search_asked.emit,
            "Chercher une page, un mot, un appareil",
        )
        self._search.setFixedWidth(theme.px(_SEARCH_WIDTH))
        self.undo_button = icon_button("undo-2", "Annuler")
        self.redo_button = icon_button("redo-2", "Rétablir")
        self.help_button = icon_button("circle-help", "Le guide (F1)", self.help_asked.emit)
        self._close = icon_button(
            "folder-open", "Fermer ce fichier et revenir à l’accueil", self.close_asked.emit
        )
        self._lay_out()
        self.refresh()

    def _lay_out(self) -> None:
        names = column(self._name, self._about)
        line = QHBoxLayout(self)
        line.setContentsMargins(28, 8, 16, 8)
        line.setSpacing(10)
        line.addWidget(names, 1)
        line.addWidget(self._demo)
        line.addWidget(self._read_only)
        line.addWidget(self.campaigns)
        line.addWidget(self._search)
        for tool in (self.undo_button, self.redo_button, self.help_button, self._close):
            line.addWidget(tool)

    def refresh(self) -> None:
        """Redraw from the document."""
        authority = self._session.document.authority
        self._name.setText(authority.name)
        self._about.setText(about(authority))
        self._demo.setText("exercice" if is_exercise(self._session.document) else "démonstration")
        self._demo.setVisible(authority.is_demo)
        self._read_only.setVisible(self._session.document.read_only)
        self.campaigns.refresh()
        self._show_history(self.undo_button, "Annuler", self._session.document.undo_label, "Ctrl+Z")
        self._show_history(self.redo_button, "Rétablir", self._session.document.redo_label, "Ctrl+Y")

    def set_compact(self, compact: bool) -> None:
        """Make room when the window is narrow."""
        self._search.setText("" if compact else "Chercher (Ctrl+K)")
        self._search.setAccessibleName("Chercher (Ctrl+K)")
        self._search.setFixedWidth(self._search.sizeHint().width() if compact else theme.px(_SEARCH_WIDTH))
        self._about.setVisible(not compact)

    @staticmethod
    def _show_history(tool: QToolButton, verb: str, label: str | None, keys: str) -> None:
        tool.setEnabled(label is not None)
        words = f"{verb}\u00a0: {label} ({keys})" if label else f"Rien à {verb.lower()}"
        tool.setToolTip(words)
        tool.setAccessibleName(words)


def about(authority: Authority) -> str:
    """Return what identifies a collectivité beside its name: kind, département, population."""
    kind = authority.kind.label
    parts = [kind[0].upper() + kind[1:]]
    if authority.kind is AuthorityKind.COMMUNE and authority.department:
        parts.append(authority.department)
    if authority.population_municipal is not None:
        parts.append(count(authority.population_municipal, "habitant"))
    return " · ".join(parts)
