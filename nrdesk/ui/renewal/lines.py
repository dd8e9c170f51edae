"""Lines of the inventory on the page of the renewal: each leads to its line in the grid."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from nrdesk.core.footprint import LineResult
from nrdesk.core.formatting import NBSP, count
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.fold import Fold
from nrdesk.ui.widgets.rows import LinkRow

Go = Callable[[str, str], object]
"""Shows a page, by key, and a field of it."""

Key = int | str | None
"""What a fold is about: a year, a system…"""

_MOST = 8
"""Lines shown at once; the others are in the inventory."""


def rows(
    lines: Sequence[LineResult], detail: Callable[[LineResult], str], icon: str, go: Go
) -> tuple[QWidget, ...]:
    """Return a row per line, and one for those that there are too many of.

    Args:
        lines: the lines to show, in order.
        detail: what is said under the name of a line.
        icon: name of the icon before each.
        go: shows a page.
    """
    shown: list[QWidget] = [
        LinkRow(name_of(line), detail(line), icon, partial(go, "inventory", line.id))
        for line in lines[:_MOST]
    ]
    if rest := lines[_MOST:]:
        words = f"Et {count(len(rest), 'autre ligne', 'autres lignes')}"
        more = button(words, kind="link", on_click=partial(go, "inventory", rest[0].id))
        more.setAccessibleName(f"{words}, à partir de celle-ci{NBSP}: {name_of(rest[0])}")
        shown.append(more)
    return tuple(shown)


class Folds:
    """The folds of a card: built again at each refresh, they stay open where they were opened.

    What is under a title is made when it is first opened: a page of fifty rows is as quick as one of five.
    """

    def __init__(self) -> None:
        self._folds: dict[Key, Fold] = {}
        self._opened: dict[Key, bool] = {}

    def forget(self) -> None:
        """Remember which folds are open: they are about to be built again."""
        self._opened = {key: fold.header.isChecked() for key, fold in self._folds.items()}
        self._folds.clear()

    def make(
        self, key: Key, title: str, fill: Callable[[], Iterable[QWidget]], *, opened: bool = False
    ) -> Fold:
        """Return a fold.

        Args:
            key: what it is about, the same from one refresh to the next.
            title: its title.
            fill: makes what is under the title.
            opened: whether it is open the first time.
        """
        fold = Fold(title, opened=False)

        def show(shown: bool) -> None:
            if shown and not fold.body.count():
                for widget in fill():
                    fold.add(widget)

        fold.header.toggled.connect(show)
        fold.header.setChecked(self._opened.get(key, opened))
        self._folds[key] = fold
        return fold


def name_of(line: LineResult) -> str:
    """Return « 2 × Écran d’ordinateur, HP E231 · Mairie »."""
    equipment = line.equipment
    model = f"{equipment.brand} {equipment.model}".strip()
    what = ", ".join(part for part in (line.recipe.label, model) if part)
    many = f"{line.quantity}{NBSP}× {what}" if line.quantity > 1 else what
    return " · ".join(part for part in (equipment.number, many, equipment.site) if part)
