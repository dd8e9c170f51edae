"""Lines of the inventory on the page of the renewal: each leads to its line in the grid."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from nrdesk.core.footprint import LineResult
from nrdesk.core.formatting import NBSP, count
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.rows import LinkRow

Go = Callable[[str, str], object]
"""Shows a page, by key, and a field of it."""

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


def name_of(line: LineResult) -> str:
    """Return « 2 × Écran d’ordinateur, HP E231 · Mairie »."""
    equipment = line.equipment
    model = f"{equipment.brand} {equipment.model}".strip()
    what = ", ".join(part for part in (line.recipe.label, model) if part)
    many = f"{line.quantity}{NBSP}× {what}" if line.quantity > 1 else what
    return " · ".join(part for part in (equipment.number, many, equipment.site) if part)
