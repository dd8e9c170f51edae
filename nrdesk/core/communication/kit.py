"""The communication kit: what each piece says, as nrdesk proposes it or as somebody edited it.

    told = kit(document, today)          # the strategy as a whole
    told = kit(document, today, story)   # one of `stories.stories`
    for view in told.views: view.title, view.body, view.remarks

Every gesture is one action, hence one undo. Texts that were edited are kept in `KitText`, a piece and a
subject each; the others follow the data.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nrdesk.core import richtext
from nrdesk.core.communication import kit_drafts
from nrdesk.core.communication.kit_drafts import Ground
from nrdesk.core.communication.kit_pieces import PIECES, Piece
from nrdesk.core.communication.kit_remarks import KitRemark, remarks
from nrdesk.core.communication.subjects import STRATEGY, Subject, subject
from nrdesk.core.model import Ambition, KitText, Person
from nrdesk.core.richtext import RichText
from nrdesk.core.written.words import line, quoted

if TYPE_CHECKING:
    from nrdesk.core.document import Document


@dataclass(frozen=True, slots=True)
class PieceView:
    """A piece of the kit as it stands, for one subject."""

    piece: Piece
    story: str
    """Identifier of what it tells; "" for the strategy as a whole."""
    title: str
    body: RichText
    proposed_title: str
    proposed: RichText
    """What nrdesk proposes today."""
    prefilled: bool
    """Whether nobody edited it: it follows the data."""
    changed: bool
    """Whether the text that nrdesk proposes has changed since somebody edited this one."""
    record_id: str
    """Identifier of its record, "" while nothing of it was ever edited."""
    remarks: tuple[KitRemark, ...]
    """What to mend before it goes out."""

    @property
    def words(self) -> int:
        """Number of words of the text, title aside."""
        return richtext.words(self.body)


@dataclass(frozen=True, slots=True)
class Kit:
    """The pieces that tell one subject."""

    subject: Subject
    views: tuple[PieceView, ...]

    def view(self, piece: str) -> PieceView:
        """Return a piece by its key.

        Raises:
            KeyError: there is no such piece.
        """
        return {each.piece.key: each for each in self.views}[piece]


def kit(document: Document, today: dt.date, story: str = STRATEGY) -> Kit:
    """Return the pieces that tell a story, or the strategy as a whole.

    Args:
        document: the document.
        today: the day on which it is told: what is still to come is no story.
        story: identifier of a story; the strategy as a whole when it is gone.
    """
    told = subject(document, today, story)
    ground = ground_of(document, told)
    kept = {each.piece: each for each in document.all(KitText, story=told.id)}
    return Kit(told, tuple(_view(piece, ground, kept.get(piece.key)) for piece in PIECES))


def ground_of(document: Document, told: Subject) -> Ground:
    """Return what the texts on a subject are drawn from."""
    people = document.all(Person)
    who = next((each for each in people if each.is_coordinator), Person())
    ambition = next(iter(document.all(Ambition)), Ambition())
    return Ground(
        authority=document.authority,
        subject=told,
        contact=line(who.function),
        address=line(who.email),
        ambition=line(ambition.text),
    )


def edited(document: Document) -> tuple[str, ...]:
    """Return the identifiers of the subjects of which somebody edited a piece, each once."""
    return tuple(dict.fromkeys(each.story for each in document.all(KitText) if each.body or each.title))


def edit(document: Document, view: PieceView, title: str, body: RichText) -> None:
    """Write the title and the text of a piece; those that are the ones proposed are kept as such.

    Args:
        document: the document.
        view: the piece as it was shown.
        title: what was written; an empty one brings the title proposed back.
        body: what was written.
    """
    body, title = richtext.tidy(body), line(title)
    if title in ("", view.proposed_title):
        title = ""
    kept_title = "" if view.title == view.proposed_title else view.title
    same_text = body == richtext.tidy(view.body)
    if same_text and title == kept_title:
        return
    if same_text and view.prefilled:
        _write(document, view, title=title)
        return
    if body == view.proposed:
        _write(document, view, title=title, body="", proposed="")
        return
    # The draft that it started from stays the mark until somebody looks at the new one.
    mark = {} if not view.prefilled else {"proposed": richtext.dumps(view.proposed)}
    _write(document, view, title=title, body=richtext.dumps(body), **mark)


def keep_mine(document: Document, view: PieceView) -> None:
    """Keep one's own text although the proposed one has changed: it is not told again for this change."""
    label = f"Garder le texte de {quoted(view.piece.title)}"
    with document.action(label) as tx:
        tx.update(KitText, view.record_id, proposed=richtext.dumps(view.proposed))


def take_proposed(document: Document, view: PieceView) -> None:
    """Come back to the title and the text that nrdesk proposes, which then follow the data again."""
    if view.record_id:
        with document.action(f"Reprendre le texte proposé de {quoted(view.piece.title)}") as tx:
            tx.delete(KitText, [view.record_id])


def _view(piece: Piece, ground: Ground, record: KitText | None) -> PieceView:
    proposed = richtext.tidy(kit_drafts.draft(piece.key, ground))
    proposed_title = kit_drafts.title(piece.key, ground)
    prefilled = record is None or not record.body
    body = proposed if record is None or not record.body else richtext.loads(record.body)
    title = (record.title if record else "") or proposed_title
    mark = record.proposed if record else ""
    return PieceView(
        piece=piece,
        story=ground.subject.id,
        title=title,
        body=body,
        proposed_title=proposed_title,
        proposed=proposed,
        prefilled=prefilled,
        changed=not prefilled and mark not in ("", richtext.dumps(proposed)),
        record_id=record.id if record else "",
        remarks=remarks(piece, title, body, (ground.authority.name,)),
    )


def _write(document: Document, view: PieceView, **changes: str) -> None:
    """Change fields of the text of a piece, whose record is made the first time."""
    with document.action(f"Modifier le texte de {quoted(view.piece.title)}") as tx:
        if view.record_id:
            tx.update(KitText, view.record_id, **changes)
        else:
            tx.add(KitText(piece=view.piece.key, story=view.story, **changes))
