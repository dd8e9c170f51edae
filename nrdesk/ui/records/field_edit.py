"""One field on the screen: what it shows, what was typed, why it cannot be taken as it stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from nrdesk.core.errors import UserError
from nrdesk.core.fields import Field, FieldKind, Unreadable, Value
from nrdesk.ui import errors
from nrdesk.ui.records import editors
from nrdesk.ui.session import Session
from nrdesk.ui.widgets.form import Form
from nrdesk.ui.widgets.reveal import reveal

_KEPT = "Ce texte reste ici, sans être enregistré."
_REFUSED = "Ce texte n’a pas pu être enregistré. Il reste ici\u00a0: quittez ce champ pour réessayer."


@dataclass(frozen=True, slots=True)
class Shown:
    """What a field shows: of which record, and as the document holds it."""

    key: str
    """Identifier of the record, or of what will become one."""
    text: str


class FieldEdit:
    """A row of a form bound to a field; it saves when it is left, and loses nothing that was typed."""

    def __init__(
        self,
        session: Session,
        form: Form,
        field: Field,
        write: Callable[[Value], object],
        *,
        locked: bool = False,
    ) -> None:
        """Add the row to a form.

        Args:
            session: the open document; it keeps the texts that could not be taken.
            form: where the row goes.
            field: what is filled in.
            write: called with a value that is new, to write it as one action.
            locked: whether it can only be read.
        """
        self.field = field
        self._session, self._write = session, write
        self._shown: Shown | None = None
        self.editor = editors.make(field)
        self.row = form.add_row(
            field.label,
            self.editor,
            help=field.help,
            unit=field.unit,
            wide=field.wide or field.kind is FieldKind.TEXT,
        )
        if locked or session.document.read_only:
            self.editor.lock()
        self.editor.left.connect(self.save)

    @property
    def unsaved(self) -> bool:
        """Whether a text that could not be taken waits to be corrected."""
        return self._draft is not None

    def show(self, key: str, text: str) -> None:
        """Show the text that the document holds for a record, or what was typed there and not understood.

        What is being typed in the same record is left alone.
        """
        typing = self._shown is not None and self._shown.key == key and self._is_dirty()
        self._shown = Shown(key, text)
        draft = self._draft
        if not typing:
            self._put(text if draft is None else draft)
        if draft is None:
            self.row.set_problem("")
        else:
            self._explain(draft)

    def clear(self) -> None:
        """Show nothing: there is no record any more."""
        self._shown = None

    def focus(self) -> None:
        """Bring the field in sight and give it the focus."""
        reveal(self.editor)

    def on_edit(self, react: Callable[[], object]) -> None:
        """Have something called at each change of what the field shows, typed or not."""
        match self.editor:
            case editors.LineEditor() | editors.TextEditor():
                self.editor.textChanged.connect(lambda *_: react())
            case editors.ChoiceEditor():
                self.editor.currentIndexChanged.connect(lambda _: react())
            case editors.FlagEditor():
                self.editor.toggled.connect(lambda _: react())

    def save_typed(self) -> None:
        """Save what was typed since the field was shown or saved, if anything was."""
        if self._is_dirty():
            self.save()

    def save(self) -> None:
        """Write what was typed; keep it, with the reason, when it cannot be read or written."""
        if self._shown is None:
            return
        typed = self.editor.typed()
        try:
            value = self.field.read(typed)
            if self.field.show(value) != self._shown.text:
                self._write(value)
        except Unreadable:
            self._keep(typed)
            self._explain(typed)
        except UserError as error:
            self._keep(typed)
            self._explain(typed)
            errors.show_error(self.editor, error)
        else:
            self._keep(None)
            self._shown = Shown(self._shown.key, self.field.show(value))
            self._put(self._shown.text)
            self.row.set_problem("")

    @property
    def _draft(self) -> str | None:
        return self._session.drafts.get((self._shown.key, self.field.name)) if self._shown else None

    def _keep(self, draft: str | None) -> None:
        assert self._shown is not None
        place = (self._shown.key, self.field.name)
        if draft is None:
            self._session.drafts.pop(place, None)
        else:
            self._session.drafts[place] = draft

    def _is_dirty(self) -> bool:
        if self._shown is None:
            return False
        draft = self._draft
        return self.editor.typed() != (self._shown.text if draft is None else draft)

    def _put(self, text: str) -> None:
        if self.editor.typed() != text:
            self.editor.show_text(text)

    def _explain(self, draft: str) -> None:
        """Say why a text that was typed is not in the document."""
        try:
            self.field.read(draft)
        except Unreadable as error:
            self.row.set_problem(f"{error}. {_KEPT}" if draft.strip() else f"{error}.")
        else:
            self.row.set_problem(_REFUSED)
