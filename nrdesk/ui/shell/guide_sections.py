"""The sections of the guide panel, made from the texts of a step or from the general help."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from itertools import count

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from nrdesk.core.reference.user_guide import GuidePage
from nrdesk.core.steps import Gesture, Guide, Resource
from nrdesk.ui.shell import help_texts
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.flow import flow
from nrdesk.ui.widgets.fold import Fold
from nrdesk.ui.widgets.layout import column

ShowTerm = Callable[[str, str, str], object]
"""Shows (term, definition, source)."""


def of_step(guide: Guide, show_term: ShowTerm) -> list[Fold]:
    """Return the sections of a step's guide, those to read first opened."""
    sections = [
        _fold("Pourquoi", map(_paragraph, guide.why)),
        _fold("Avec qui", map(_item, guide.with_whom), opened=False),
        _fold("Comment", map(_gesture, count(1), guide.how)),
        _fold("Questions à se poser", map(_item, guide.questions), opened=False),
        _fold("Pour aller plus loin", map(_resource, guide.further), opened=False),
    ]
    if guide.corrections:
        sections.append(_fold("Mises au point", map(_item, guide.corrections), opened=False))
    sections.append(_fold("Mots utiles", [_words(guide.words, show_term)]))
    return sections


def general() -> list[Fold]:
    """Return the sections of the general help."""
    return [
        _fold("Travailler avec nrdesk", map(_item, help_texts.WORKING)),
        _fold(
            "Au clavier",
            (column(text.strong(keys), text.body(what)) for keys, what in help_texts.KEYS),
        ),
    ]


def of_screen(page: GuidePage, show_all: Callable[[], object], *, opened: bool) -> Fold:
    """Return how to use the screen that is shown, with a way to the whole user guide."""
    link = button("Tout le guide d’utilisation", kind="link", on_click=show_all)
    steps = (text.body(f"{number}. {step}", terms=True) for number, step in enumerate(page.steps, start=1))
    return _fold(
        "Se servir de cet écran",
        (text.body(page.goal, terms=True), *steps, *map(_item, (*page.know, *page.keys)), link),
        opened=opened,
    )


def _fold(title: str, content: Iterable[QWidget], *, opened: bool = True) -> Fold:
    made = Fold(title, opened=opened)
    for widget in content:
        made.add(widget)
    return made


def _paragraph(sentences: str) -> QWidget:
    return text.body(sentences, terms=True)


def _item(sentence: str) -> QWidget:
    return text.body(f"•\u2002{sentence}", terms=True)


def _gesture(number: int, gesture: Gesture) -> QWidget:
    lines = [text.strong(f"{number}. {gesture.title}"), text.body(gesture.text, terms=True)]
    if gesture.small:
        small = f"Petite commune\u00a0: {gesture.small[0].lower()}{gesture.small[1:]}"
        lines.append(text.muted(small, terms=True))
    return column(*lines, gap=2)


def _resource(resource: Resource) -> QWidget:
    opening = partial(QDesktopServices.openUrl, QUrl(resource.url))
    link = button("Ouvrir dans le navigateur", kind="link", on_click=opening, help=resource.url)
    link.setAccessibleName(f"{resource.title}, ouvrir dans le navigateur")
    return column(
        text.strong(resource.title), text.muted(f"{resource.publisher} · {resource.status}"), link, gap=2
    )


def _words(words: Iterable[str], show_term: ShowTerm) -> QWidget:
    from nrdesk.core.reference import glossary

    definitions = {term.term.casefold(): term for term in glossary.load()}
    buttons = []
    for word in words:
        if term := definitions.get(word.casefold()):
            shown = partial(show_term, term.term, term.definition, term.source)
            buttons.append(button(term.term, kind="word", on_click=shown, help="Voir la définition"))
    return flow(*buttons)
