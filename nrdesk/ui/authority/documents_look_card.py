"""The look of the documents: the logo of the collectivité and its colour, checked before they are kept."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import QColorDialog, QLabel, QLineEdit

from nrdesk.core import branding
from nrdesk.core.branding import CONTRAST
from nrdesk.core.errors import UserError
from nrdesk.core.formatting import NBSP, number
from nrdesk.core.jobs import Progress
from nrdesk.ui import tasks, theme
from nrdesk.ui.dialogs import file_to_open
from nrdesk.ui.session import Session
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.card import Card
from nrdesk.ui.widgets.flow import flow
from nrdesk.ui.widgets.form import Form
from nrdesk.ui.widgets.messages import say

OURS = "#0B5E8A"
"""The colour of the documents while none is chosen."""
_IMAGES = "Images (*.png *.jpg *.jpeg)"
_NO_LOGO = "Aucun logo pour l’instant."
_HIGH, _WIDE = 72, 240
"""Room of the logo on the screen, in pixels for normal text."""


class DocumentsLookCard(Card):
    """A logo, its words, a colour with a sample; each is one action."""

    def __init__(self, session: Session) -> None:
        super().__init__("L’apparence de vos documents")
        self._session = session
        self.add(
            text.muted(
                "Votre logo et votre couleur habillent la couverture, les titres et les tableaux de tous les "
                "documents. Les graphiques gardent leurs couleurs, choisies pour être distinguées par tous."
            )
        )
        self._logo = QLabel()
        self._no_logo = text.muted(_NO_LOGO)
        self._choose = button("Choisir un logo…", "upload", on_click=self._choose_logo)
        self._remove = button("Retirer le logo", "trash-2", on_click=self._remove_logo)
        self._alt, self._code = QLineEdit(), QLineEdit()
        self._sample, self._said = _sample(), text.body("")
        self._take = button("", on_click=self._take_proposed)
        self._ours = button("Revenir à la couleur de nrdesk", kind="link", on_click=self._back_to_ours)
        self._pick = button("Choisir dans un nuancier…", on_click=self._pick_colour)
        self._proposed = ""
        self._add_logo()
        self._add_colour()
        self._alt.editingFinished.connect(self._save_alt)
        self._code.textEdited.connect(self._show_typed)
        self._code.editingFinished.connect(self._save_colour)

    def _add_logo(self) -> None:
        self.add(self._logo)
        self.add(self._no_logo)
        self.add(flow(self._choose, self._remove))
        form = Form()
        self._alt_row = form.add_row(
            "Ce que montre le logo",
            self._alt,
            help="Lu à voix haute à qui ne le voit pas\u00a0: «\u00a0Logo de Valbrenne, un pont sur une "
            "rivière\u00a0».",
        )
        self.add(form)

    def _add_colour(self) -> None:
        form = Form()
        self._code_row = form.add_row(
            "Couleur",
            self._code,
            help="Six chiffres ou lettres de A à F, comme #0B5E8A\u00a0: votre charte graphique la donne.",
        )
        self.add(form)
        self.add(flow(self._pick, self._ours))
        self.add(self._sample)
        self.add(self._said)
        self.add(flow(self._take))

    def refresh(self) -> None:
        """Show what the document holds."""
        kept, look = branding.record(self._session.document), branding.look(self._session.document)
        pixmap = QPixmap()
        has_logo = look.logo is not None and pixmap.loadFromData(look.logo)
        if has_logo:
            size = pixmap.size().scaled(theme.px(_WIDE), theme.px(_HIGH), Qt.AspectRatioMode.KeepAspectRatio)
            ratio = self.devicePixelRatioF()
            drawn = pixmap.scaled(
                size * ratio, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
            drawn.setDevicePixelRatio(ratio)
            self._logo.setPixmap(drawn)
            self._logo.setAccessibleName(look.alt)
        self._logo.setVisible(has_logo)
        self._no_logo.setVisible(not has_logo)
        self._remove.setVisible(has_logo)
        self._alt_row.setVisible(has_logo)
        self._alt.setText(kept.logo_alt if kept else "")
        self._code.setText(look.colour)
        self._show(look.colour)
        for widget in (self._choose, self._remove, self._alt, self._code, self._pick, self._ours, self._take):
            widget.setEnabled(not self._session.locked)

    def focus_field(self, name: str) -> bool:
        """Give the focus to a field of the card; return whether it is one."""
        fields = {"logo": self._choose, "logo_alt": self._alt, "colour": self._code}
        if name in fields:
            fields[name].setFocus()
        return name in fields

    def _choose_logo(self) -> None:
        path = file_to_open(self, "Choisir un logo", _IMAGES)
        if path is None:
            return

        def job(progress: Progress) -> bytes:
            # Pillow is read when somebody asks for it.
            from nrdesk.core.branding import logo

            return logo.read(path, progress)

        tasks.run(self, "Lecture du logo", job, self._keep_logo)

    def _keep_logo(self, image: bytes) -> None:
        self._write("Choisir le logo", logo=image)
        if not self._alt.text().strip():
            say(self, "Le logo est gardé. Dites en quelques mots ce qu’il montre.", "ok")
            self._alt.setFocus()

    def _remove_logo(self) -> None:
        self._write("Retirer le logo", logo=None, logo_alt="")
        self._choose.setFocus()

    def _save_alt(self) -> None:
        typed, kept = " ".join(self._alt.text().split()), branding.record(self._session.document)
        if kept and typed != kept.logo_alt:
            self._write("Décrire le logo", logo_alt=typed)

    def _pick_colour(self) -> None:
        dialog = QColorDialog(QColor(branding.look(self._session.document).colour or OURS), self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle("La couleur de vos documents")
        dialog.colorSelected.connect(self._picked)
        dialog.open()

    def _picked(self, colour: QColor) -> None:
        self._code.setText(colour.name().upper())
        self._save_colour()

    def _show_typed(self, typed: str) -> None:
        """Follow what is being typed, as soon as it is a colour."""
        try:
            self._show(branding.read_colour(typed))
        except UserError:
            return

    def _save_colour(self) -> None:
        try:
            code = branding.read_colour(self._code.text())
        except UserError as error:
            self._code_row.set_problem(f"{error.what} {error.todo}")
            return
        self._show(code)
        if code and branding.contrast(code) < CONTRAST:
            self._code_row.set_problem("Trop claire\u00a0: la couleur précédente est gardée.")
        elif code != branding.look(self._session.document).colour:
            self._write("Choisir la couleur des documents", colour=code)

    def _take_proposed(self) -> None:
        self._write("Choisir la couleur des documents", colour=self._proposed)
        self._code.setFocus()

    def _back_to_ours(self) -> None:
        self._write("Revenir à la couleur de nrdesk", colour="")
        self._code.setFocus()

    def _show(self, code: str) -> None:
        """Show a colour, its contrast in words, and the nearest one that can be read when it cannot."""
        self._code_row.set_problem("")
        ratio = branding.contrast(code or OURS)
        told = f"{number(ratio, 1)}{NBSP}pour 1"
        readable = ratio >= CONTRAST
        self._sample.setStyleSheet(
            f"background: {code or OURS}; color: white; border-radius: {theme.px(6)}px; "
            f"padding: {theme.px(14)}px; font-size: {theme.px(18)}px; font-weight: 600;"
        )
        self._proposed = "" if readable else branding.darkened(code)
        if readable:
            self._said.setText(f"Contraste{NBSP}: {told}. Les lettres blanches s’y lisent bien.")
        else:
            self._said.setText(
                f"Contraste{NBSP}: {told}. Il en faut {number(CONTRAST, 1)}{NBSP}pour 1 pour que des lettres "
                "blanches s’y lisent."
            )
            self._take.setText(f"Prendre {self._proposed}, le même ton en plus foncé")
        text.set_tone(self._said, "ok" if readable else "bad")
        self._take.setVisible(not readable)
        self._ours.setVisible(bool(branding.look(self._session.document).colour))

    def _write(self, label: str, **changes: object) -> None:
        with self._session.act(label) as tx:
            branding.write(tx, branding.record(self._session.document), **changes)
        self.refresh()


def _sample() -> QLabel:
    """Return what the top of a document looks like: white letters on the colour."""
    made = QLabel("Stratégie numérique responsable")
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setAccessibleName("Exemple de titre sur votre couleur")
    made.setWordWrap(True)
    return made
