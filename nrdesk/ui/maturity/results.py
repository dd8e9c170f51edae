"""The results: the radar and its table, what there is to gain first, what changed since last year."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from nrdesk.core.footprint import Explanation
from nrdesk.core.formatting import NBSP, count, number
from nrdesk.core.maturity import (
    Maturity,
    MaturityComparison,
    QuestionChange,
    compare,
    explain_overall,
    explain_theme,
)
from nrdesk.core.reports.maturity_radar import radar_of
from nrdesk.ui.maturity.radar import Radar
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.beside import Beside
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.card import Card
from nrdesk.ui.widgets.columns import Columns
from nrdesk.ui.widgets.figure_table import FigureTable, TableLine
from nrdesk.ui.widgets.flow import flow
from nrdesk.ui.widgets.layout import clear, column
from nrdesk.ui.widgets.rows import LinkRow

Explain = Callable[[Explanation], object]
Open = Callable[[str], object]

_ROOM = 1000
"""Width from which the table stands beside the radar, in pixels for normal text."""
_ROW = 340
_MOST_CHANGES = 6
"""Questions shown in each direction."""


class Results(QWidget):
    """Cards drawn again from the scores."""

    def __init__(self, explain: Explain, open_question: Open) -> None:
        """Make the cards.

        Args:
            explain: shows an explanation.
            open_question: leads to a question, by its identifier.
        """
        super().__init__()
        self._explain, self._open = explain, open_question
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(16)

    def show_years(self, years: Sequence[tuple[int, Maturity]]) -> None:
        """Show the results of one or two years, the latest one last."""
        clear(self._column)
        now = years[-1][1]
        if not now.settled:
            self._column.addWidget(self._empty())
            return
        self._column.addWidget(self._scores(years))
        if now.first_gains:
            self._column.addWidget(self._gains(now))
        if len(years) > 1:
            self._column.addWidget(self._changes(years[0][0], compare(years[0][1], now)))

    def _empty(self) -> Card:
        card = Card("Pas encore de réponse")
        card.add(text.body("Les moyennes apparaissent dès que la moitié d’un thème est remplie."))
        return card

    def _scores(self, years: Sequence[tuple[int, Maturity]]) -> Card:
        now = years[-1][1]
        card = Card("Scores par thème")
        since = ""
        if len(years) > 1 and years[0][1].score is not None:
            since = f"après {number(years[0][1].score, 1)} en {years[0][0]}"
        figure = text.figure(now.text) if now.score is not None else text.body(f"Ensemble{NBSP}: {now.text}")
        explain = button(
            "Expliquer ce chiffre", kind="link", on_click=lambda: self._explain(explain_overall(now))
        )
        card.add(flow(figure, text.muted(since, wrap=False), explain))
        card.add(
            text.muted(
                f"{now.settled} questions sur {now.questions}. Une auto-évaluation\u00a0: elle se compare à "
                "celle de l’an dernier, pas à celle d’autres collectivités."
            )
        )
        table = self._table(years)
        if chart := radar_of(list(years)):
            radar = Radar()
            radar.show_radar(chart)
            card.add(Beside((radar, 1), (table, 1), room=_ROOM))
        else:
            card.add(text.muted("Le radar apparaît dès que trois thèmes ont une moyenne."))
            card.add(table)
        return card

    def _table(self, years: Sequence[tuple[int, Maturity]]) -> FigureTable:
        year, now = years[-1]
        before = years[0][1] if len(years) > 1 else None
        headers = ["Thème", *(str(each) for each, _ in years)] + (["Écart"] if before else [])
        table = FigureTable(f"Scores de maturité par thème en {year}", headers)
        changes = compare(before, now).by_theme if before else ()
        lines = []
        for rank, theme in enumerate(now.by_theme):
            cells = [theme.theme, *(_score(maturity.by_theme[rank].score) for _, maturity in years)]
            cells += [changes[rank].text] if changes else []
            lines.append(TableLine(tuple(cells), partial(self._explain, explain_theme(now, theme))))
        table.show_lines(lines)
        return table

    def _gains(self, now: Maturity) -> Card:
        card = Card("Ce qu’il y a à gagner d’abord")
        card.add(
            text.muted(
                "D’abord ce que la loi vous demande, puis, dans les thèmes les plus fragiles, les questions "
                "où le niveau suivant est un petit pas."
            )
        )
        rows = [
            LinkRow(
                gain.question.text,
                f"Niveau {gain.level} aujourd’hui, viser {gain.target}{NBSP}: {gain.next_level}. "
                f"{gain.reason}",
                "target",
                partial(self._open, gain.question.id),
            )
            for gain in now.first_gains
        ]
        card.add(Columns(*rows, narrowest=_ROW, most=2))
        return card

    def _changes(self, since: int, comparison: MaturityComparison) -> Card:
        card = Card(f"Ce qui a changé depuis {since}")
        if not (comparison.progress or comparison.regressions):
            card.add(text.body("Aucune question n’a changé de niveau."))
        for changes, direction in ((comparison.progress, "en progrès"), (comparison.regressions, "en recul")):
            if changes:
                card.add(self._list(changes, direction))
        return card

    def _list(self, changes: Sequence[QuestionChange], direction: str) -> QWidget:
        told = f"{count(len(changes), 'question')} {direction}"
        if len(changes) > _MOST_CHANGES:
            told += f", dont les {_MOST_CHANGES} plus nettes"
        rows = [
            LinkRow(
                change.question.text,
                f"De {change.before} à {change.after}{NBSP}: {change.question.levels[change.after]}",
                "chevron-right" if change.after > change.before else "chevron-down",
                partial(self._open, change.question.id),
            )
            for change in changes[:_MOST_CHANGES]
        ]
        return column(text.strong(told), Columns(*rows, narrowest=_ROW, most=2), gap=8)


def _score(score: float | None) -> str:
    return "–" if score is None else number(score, 1)
