"""The look: colours, type, icons. The only place where a colour or a text size is written.

A process has one `QApplication`, hence one look: `apply` sets it, everything else reads it. Widgets say what
they are (properties `role`, `kind`) and the style sheet does the rest, so that changing the theme or the size
of the text touches no widget.
"""

from __future__ import annotations

from PySide6.QtCore import QDir, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QPalette, QPixmap
from PySide6.QtWidgets import QApplication

from nrdesk.core import paths
from nrdesk.ui.theme import icons
from nrdesk.ui.theme.sheet import FAMILY, TEXT_SIZE, stylesheet
from nrdesk.ui.theme.tokens import DARK, LIGHT, PROJECTED, Tokens

__all__ = [
    "MODES",
    "PROJECTOR",
    "SCALES",
    "STYLE_ARGUMENTS",
    "Tokens",
    "apply",
    "choose",
    "dress",
    "icon",
    "mode",
    "pixmap",
    "px",
    "scale",
    "tokens",
]

STYLE_ARGUMENTS = ("-style", "Fusion")
"""What Qt is started with: the style that the sheet is written for. Asking for it later would have PySide
make the classes of the styles, for 20 ms."""
_FACES = ("Regular", "Semibold")
"""The two weights of the sheet; documents have faces of their own."""
MODES = {"system": "Comme l’ordinateur", "light": "Clair", "dark": "Sombre"}
"""Choices of theme, with their French names."""
PROJECTOR = "projector"
"""The mode of a room: never kept for another day, hence no choice of `MODES`."""
SCALES = {1.0: "Normale", 1.25: "Grande", 1.5: "Très grande", 2.0: "Double"}
"""Choices of text size, with their French names."""


class _Look:
    """What was last applied."""

    tokens: Tokens = LIGHT
    scale: float = 1.0
    mode: str = "light"
    files_loaded: bool = False


def tokens() -> Tokens:
    """Return the colours in force, for what is painted by hand."""
    return _Look.tokens


def mode() -> str:
    """Return the theme in force: "system", "light", "dark" or `PROJECTOR`."""
    return _Look.mode


def scale() -> float:
    """Return the text size in force: 1.0 is normal, 2.0 is double."""
    return _Look.scale


def px(size: float) -> int:
    """Return a length given for normal text in pixels of the text size in force."""
    return round(size * _Look.scale)


def icon(name: str, colour: str = "muted", size: int = 18, disabled: str = "") -> QIcon:
    """Return an icon of `resources/icons`, tinted with a token; it follows a change of theme.

    Args:
        name: file name without suffix, as in "chevron-right".
        colour: name of a field of `Tokens`.
        size: natural size in pixels for normal text.
        disabled: field of `Tokens` for what is disabled; "" for the same colour, half as strong.
    """

    def of(token: str) -> icons.Colour:
        return lambda: str(getattr(_Look.tokens, token))

    return icons.make(name, of(colour), lambda: px(size), of(disabled) if disabled else None)


def pixmap(name: str, colour: str = "muted", size: int = 18, ratio: float = 1.0) -> QPixmap:
    """Return an icon as an image of `size` pixels for normal text, for a screen of pixel ratio `ratio`."""
    return icons.drawn(name, str(getattr(_Look.tokens, colour)), px(size), ratio)


def apply(app: QApplication, mode: str = "system", scale: float = 1.0) -> None:
    """Give the application its look, at once (see `choose`)."""
    choose(app, mode, scale)
    dress(app)


def choose(app: QApplication, mode: str = "system", scale: float = 1.0) -> None:
    """Set the colours, the type and the text size; widgets are styled by `dress`.

    Args:
        app: the application.
        mode: "light", "dark", `PROJECTOR`, or "system" to follow the computer, now and when it changes.
        scale: text size, 1.0 to 2.0.
    """
    _load_files()
    hints = app.styleHints()
    if _Look.mode != "system" and mode == "system":
        hints.colorSchemeChanged.connect(_follow)
    elif _Look.mode == "system" and mode != "system":
        hints.colorSchemeChanged.disconnect(_follow)
    _Look.mode, _Look.scale = mode, scale
    dark = mode == "dark" or (mode == "system" and hints.colorScheme() is Qt.ColorScheme.Dark)
    _Look.tokens = PROJECTED if mode == PROJECTOR else DARK if dark else LIGHT
    font = QFont(FAMILY)
    font.setPixelSize(px(TEXT_SIZE))
    app.setFont(font)
    app.setPalette(_palette(_Look.tokens))


def dress(app: QApplication) -> None:
    """Style every widget with the sheet of the look chosen."""
    if (sheet := stylesheet(_Look.tokens, _Look.scale)) != app.styleSheet():
        app.setStyleSheet(sheet)


def _follow() -> None:
    app = QApplication.instance()
    if isinstance(app, QApplication):
        apply(app, "system", _Look.scale)


def _load_files() -> None:
    if not _Look.files_loaded:
        QDir.addSearchPath("icons", str(paths.resources() / "icons"))
        for face in _FACES:
            QFontDatabase.addApplicationFont(str(paths.resources() / "fonts" / f"SourceSans3-{face}.ttf"))
        _Look.files_loaded = True


def _palette(t: Tokens) -> QPalette:
    """Return the palette of what the sheet does not reach; Fusion's own fails on contrast."""
    role = QPalette.ColorRole
    palette = QPalette(QColor(t.surface), QColor(t.bg))
    for which, colour in (
        (role.Window, t.bg),
        (role.WindowText, t.text),
        (role.Base, t.surface),
        (role.AlternateBase, t.sunken),
        (role.Text, t.text),
        (role.PlaceholderText, t.muted),
        (role.Button, t.surface),
        (role.ButtonText, t.text),
        (role.Highlight, t.accent),
        (role.HighlightedText, t.on_accent),
        (role.Link, t.accent),
        (role.LinkVisited, t.accent),
        (role.ToolTipBase, t.text),
        (role.ToolTipText, t.surface),
        (role.Accent, t.accent),
    ):
        palette.setColor(which, QColor(colour))
    for which in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, QColor(t.muted))
    return palette
