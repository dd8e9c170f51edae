"""What is to be known of a chapter before writing in it, and what can be done about it."""

from __future__ import annotations

from collections.abc import Callable

from nrdesk.core.roadmap import ChapterView
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.card import Panel
from nrdesk.ui.widgets.flow import flow

_CHANGED = "Vos données ont changé\u00a0: le texte que nrdesk propose n’est plus celui dont vous étiez parti."
_LEFT_OUT = "Ce chapitre est laissé de côté\u00a0: il ne paraît pas dans les documents."


class Notice(Panel):
    """A sentence, and its buttons."""

    def __init__(
        self,
        *,
        take: Callable[[], object],
        compare: Callable[[], object],
        keep: Callable[[], object],
        put_back: Callable[[], object],
    ) -> None:
        """Make an empty notice.

        Args:
            take: comes back to the text proposed.
            compare: shows what differs from the text proposed.
            keep: keeps one's own text although the proposed one changed.
            put_back: puts back a chapter that was left out.
        """
        super().__init__()
        self._words = text.muted("", terms=False)
        self.compare = button("Voir la différence", on_click=compare)
        self.take = button("Reprendre le texte proposé", "undo-2", on_click=take)
        self.keep = button("Garder le mien", "check", on_click=keep)
        self.put_back = button("Remettre", "plus", on_click=put_back)
        self.add(self._words)
        self.add(flow(self.compare, self.take, self.keep, self.put_back))

    def show_chapter(self, view: ChapterView, *, locked: bool) -> None:
        """Say what a chapter is."""
        told = view.left_out or view.changed
        self._words.setText(_LEFT_OUT if view.left_out else _CHANGED)
        for each in (self.compare, self.take, self.keep):
            each.setVisible(not view.left_out and (each is self.compare or not locked))
        self.put_back.setVisible(view.left_out and not locked)
        self.setHidden(not told)
