"""What can be done to the chapters: each gesture is one action, hence one undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nrdesk.core import richtext
from nrdesk.core.errors import UserError
from nrdesk.core.formatting import NBSP
from nrdesk.core.model import Chapter
from nrdesk.core.richtext import RichText
from nrdesk.core.roadmap.views import BETWEEN, ChapterView, chapters, digest, prefill
from nrdesk.core.written.words import line, quoted

if TYPE_CHECKING:
    from nrdesk.core.assessment import Assessment
    from nrdesk.core.document import Document, Transaction


def edit(document: Document, view: ChapterView, body: RichText, proposed: RichText | None = None) -> None:
    """Write the text of a chapter; one that says the same changes nothing.

    Args:
        document: the document.
        view: the chapter as it was shown.
        body: what was written.
        proposed: the text that nrdesk proposes, when it is at hand.
    """
    body = richtext.tidy(body)
    if body == richtext.tidy(view.body):
        return
    mark = digest(proposed or prefill(document, view.key)) if view.kind else ""
    _write(
        document, view, f"Modifier le chapitre {quoted(view.title)}", body=richtext.dumps(body), proposed=mark
    )


def edit_easy(document: Document, view: ChapterView, easy: RichText) -> None:
    """Write the easy-to-read text of a chapter; the empty text takes it away."""
    easy = richtext.tidy(easy)
    if easy != richtext.tidy(view.easy):
        kept = richtext.dumps(easy) if easy.blocks else ""
        _write(document, view, f"Modifier la version facile à lire de {quoted(view.title)}", easy=kept)


def take_proposed(document: Document, view: ChapterView) -> None:
    """Come back to the text that nrdesk proposes, which then follows the data again."""
    _write(document, view, f"Reprendre le texte proposé de {quoted(view.title)}", body="", proposed="")


def keep_mine(document: Document, view: ChapterView, assessment: Assessment | None = None) -> None:
    """Keep the user's text although the proposed one has changed: it is not told again for this change."""
    mark = digest(prefill(document, view.key, assessment))
    _write(document, view, f"Garder le texte de {quoted(view.title)}", proposed=mark)


def rename(document: Document, view: ChapterView, title: str) -> None:
    """Give a chapter another title; an empty one brings that of the method back."""
    title = line(title)
    if view.kind and title == view.kind.title:
        title = ""
    if title != view.title and (title or view.kind):
        _write(document, view, f"Renommer le chapitre {quoted(view.title)}", title=title)


def leave_out(document: Document, view: ChapterView, *, out: bool) -> None:
    """Leave a chapter out of the documents, or put it back; its text is kept."""
    verb = "Laisser de côté" if out else "Remettre"
    _write(document, view, f"{verb} le chapitre {quoted(view.title)}", left_out=out)


def note_reader(document: Document, view: ChapterView, who: str) -> None:
    """Note who read a chapter over."""
    if line(who) != view.read_by:
        _write(document, view, f"Noter la relecture de {quoted(view.title)}", read_by=line(who))


def add(document: Document, title: str, after: str = "") -> str:
    """Add a chapter of the user's own and return its key.

    Args:
        document: the document.
        title: its title.
        after: key of the chapter that it follows; it comes last when this one does not exist.
    """
    title = line(title) or "Nouveau chapitre"
    found = list(chapters(document))
    place = next((place for place, view in enumerate(found) if view.key == after), len(found) - 1)
    before = found[place].rank
    next_rank = found[place + 1].rank if place + 1 < len(found) else before + 2 * BETWEEN
    made = Chapter(title=title, body=richtext.dumps(RichText()), rank=(before + next_rank) // 2)
    with document.action(f"Ajouter le chapitre {quoted(title)}") as tx:
        if next_rank - before < 2:
            made = Chapter(title=title, body=made.body, rank=(place + 2) * BETWEEN)
            _number(tx, [*found[: place + 1], None, *found[place + 1 :]])
        tx.add(made)
    return made.id


def remove(document: Document, view: ChapterView) -> None:
    """Delete a chapter of the user's own.

    Raises:
        UserError: it is one of the method, which can only be left out.
    """
    if view.kind:
        raise UserError(
            f"Le chapitre {quoted(view.title)} fait partie du plan du guide.",
            kept="Il reste dans la liste.",
            todo=f"Laissez-le de côté{NBSP}: il ne paraîtra pas dans les documents.",
        )
    with document.action(f"Supprimer le chapitre {quoted(view.title)}") as tx:
        tx.delete(Chapter, [view.record_id])


def move(document: Document, key: str, place: int) -> None:
    """Bring a chapter to a place of the list, counted from 0; places beyond the ends are the ends."""
    found = list(chapters(document))
    moving = next((view for view in found if view.key == key), None)
    if moving is None:
        return
    others = [view for view in found if view is not moving]
    others.insert(min(max(place, 0), len(others)), moving)
    if [view.key for view in others] == [view.key for view in found]:
        return
    with document.action(f"Déplacer le chapitre {quoted(moving.title)}") as tx:
        _number(tx, others)


def _number(tx: Transaction, ordered: list[ChapterView] | list[ChapterView | None]) -> None:
    """Give every chapter its rank; None keeps the place of one that is being added."""
    for place, view in enumerate(ordered):
        rank = (place + 1) * BETWEEN
        if view is None:
            continue
        if view.record_id:
            tx.update(Chapter, view.record_id, rank=rank)
        elif view.rank != rank:
            tx.add(Chapter(key=view.key, rank=rank))


def _write(document: Document, view: ChapterView, label: str, **changes: object) -> None:
    """Change fields of a chapter, whose record is made the first time."""
    with document.action(label) as tx:
        found = document.ids(Chapter, key=view.key) if view.kind else [view.record_id]
        if found:
            tx.update(Chapter, found[0], **changes)
        else:
            made = Chapter(key=view.key, rank=view.rank)
            tx.add(made)
            tx.update(Chapter, made.id, **changes)
