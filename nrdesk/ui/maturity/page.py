"""The page « Questionnaire de maturité »: filling it in, and what it comes to."""

from __future__ import annotations

from functools import partial
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QTabBar, QWidget

from nrdesk.core import steps
from nrdesk.core.maturity import Maturity, of_campaign, previous
from nrdesk.core.reference import questionnaire
from nrdesk.ui import theme
from nrdesk.ui.accessibility import in_order
from nrdesk.ui.maturity.answering import is_locked
from nrdesk.ui.maturity.filling import Filling
from nrdesk.ui.maturity.results import Results
from nrdesk.ui.session import Session
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.explained_page import ExplainedPage
from nrdesk.ui.widgets.messages import say
from nrdesk.ui.widgets.pill import Pill

KEY, TITLE = "questionnaire-de-maturite", "Questionnaire de maturité"
_FILLING, _RESULTS = 0, 1
_NEXT, _RESULTS_NOW = "Question suivante", "Voir les résultats"
_NARROW = 860
"""Width of the page under which the themes are in a box, in pixels for normal text."""


class MaturityPage(ExplainedPage):
    """Two sides: the questions, and the results."""

    def __init__(self, session: Session) -> None:
        super().__init__(TITLE)
        self._session = session
        self.tabs = QTabBar()
        self.tabs.setAccessibleName("Questions ou résultats")
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.addTab("Questions")
        self.tabs.addTab("Résultats")
        self.body.insertWidget(0, self.tabs)
        self.filling = Filling(session)
        self.filling.finished.connect(self._finish)
        self.filling.path_changed.connect(self.refresh)
        self.results = Results(self.explain, self._open_question)
        self.results.hide()
        self._themes = _scrolling(self.filling.themes)
        self._beside().insertWidget(0, self._themes)
        self.add(self.filling)
        self.add(self.results)
        self.add_stretch()
        self._frozen = Pill("Campagne figée\u00a0: lecture seule", "quiet")
        self.add_badge(self._frozen)
        self.take_back_button = button("Reprendre un tableau rempli", "upload", on_click=self._take_back)
        actions = (
            button("Imprimer", "file-text", on_click=partial(self._export, "pdf"),
                   help="Le questionnaire à remplir à la main, en PDF."),
            button("Remplir dans un tableur", "file-spreadsheet", on_click=partial(self._export, "xlsx"),
                   help="Un classeur à envoyer et à reprendre une fois rempli."),
            self.take_back_button,
        )  # fmt: skip
        for action in actions:
            self.add_action(action)
        self._progress = text.strong("", wrap=False)
        self.next_button = button(_NEXT, "chevron-right", "primary", on_click=self.filling.go_on)
        self.set_footer(self._progress, 1, self.next_button)
        in_order([*actions, self.tabs, *self.filling.stops, self.next_button])
        self.tabs.currentChanged.connect(self._show_side)

    def refresh(self) -> None:
        """Show what the document holds."""
        document, campaign = self._session.document, self._session.campaign
        flash = steps.flash(document)
        essential = flash and not self.filling.everything.isChecked()
        now = of_campaign(document, campaign, flash=essential)
        locked = is_locked(self._session)
        self._frozen.setVisible(campaign.frozen)
        self.take_back_button.setEnabled(not locked)
        self.set_subtitle(
            f"Campagne {campaign.year}. Choisissez la phrase qui décrit le mieux ce qui se fait aujourd’hui, "
            "pas ce qui est prévu."
        )
        self._progress.setText(f"{now.settled} questions sur {now.questions} · maturité\u00a0: {now.text}")
        self.next_button.setText(_RESULTS_NOW if now.settled == now.questions else _NEXT)
        self.filling.refresh(now, flash=flash)
        if self.tabs.currentIndex() == _RESULTS:
            self._show_results(now)

    def reveal(self, field: str) -> None:
        """Bring a question in sight by its identifier.

        "questions" leads to the first one without an answer, "results" to the results.
        """
        if field == "results":
            self.tabs.setCurrentIndex(_RESULTS)
        elif field == "questions":
            self.tabs.setCurrentIndex(_FILLING)
            self.filling.go_on()
        elif field in questionnaire.by_id():
            self._open_question(field)

    def place(self) -> None:
        narrow = self.room < theme.px(_NARROW)
        self.filling.place(narrow=narrow)
        self._themes.setVisible(not narrow and self.tabs.currentIndex() == _FILLING)

    def _beside(self) -> QHBoxLayout:
        """Return the line that holds the cards and the explanation."""
        last = self.body.itemAt(self.body.count() - 1)
        assert last is not None
        return cast(QHBoxLayout, last.layout())

    def _show_side(self, side: int) -> None:
        self.filling.setVisible(side == _FILLING)
        self.results.setVisible(side == _RESULTS)
        self.next_button.setVisible(side == _FILLING)
        if side == _FILLING:
            self.explain_panel.hide()
        self.place()
        self.refresh()

    def _show_results(self, now: Maturity) -> None:
        document, campaign = self._session.document, self._session.campaign
        earlier = previous(document, campaign)
        years = [(earlier.year, of_campaign(document, earlier))] if earlier else []
        self.results.show_years([*years, (campaign.year, now)])

    def _open_question(self, id: str) -> None:
        self.tabs.setCurrentIndex(_FILLING)
        self.filling.show_question(id)

    def _finish(self) -> None:
        self.tabs.setCurrentIndex(_RESULTS)
        say(self, "Toutes les questions ont une réponse\u00a0: voici les résultats.", "ok")

    def _export(self, suffix: str) -> None:
        from nrdesk.ui.documents.exporting import export_document

        export_document(self, self._session, KEY, TITLE, suffix)

    def _take_back(self) -> None:
        from nrdesk.ui.maturity.taking_back import take_back

        take_back(self, self._session)


def _scrolling(themes: QWidget) -> QScrollArea:
    """Return the list of themes, which stays in sight while the questions scroll."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(themes)
    area.setFixedWidth(themes.width() + area.verticalScrollBar().sizeHint().width())
    area.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Ignored)
    return area
