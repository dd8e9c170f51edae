"""The look is applied, and followed by what is already on screen."""

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from nrdesk.core.branding import contrast
from nrdesk.ui import theme
from nrdesk.ui.theme.tokens import DARK, LIGHT


def test_the_font_is_the_embedded_one(qapp: QApplication) -> None:
    assert qapp.font().family() == "Source Sans 3"
    assert qapp.font().exactMatch()


def test_an_icon_follows_the_theme(qapp: QApplication) -> None:
    icon = theme.icon("check", "text", 24)

    def darkest() -> QColor:
        image = icon.pixmap(24, 24).toImage()
        colours = (image.pixelColor(x, y) for x in range(24) for y in range(24))
        return max(colours, key=lambda colour: colour.alpha())

    light = darkest()
    theme.apply(qapp, "dark")
    assert contrast(light.name(), LIGHT.text) < 1.2
    assert contrast(darkest().name(), DARK.text) < 1.2


def test_an_unknown_icon_is_an_error_at_once() -> None:
    with pytest.raises(FileNotFoundError):
        theme.icon("no-such-icon")


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_the_palette_can_be_read_even_where_the_sheet_does_not_reach(qapp: QApplication, mode: str) -> None:
    theme.apply(qapp, mode)
    palette, role = qapp.palette(), QPalette.ColorRole
    pairs = [
        (role.WindowText, role.Window),
        (role.Text, role.Base),
        (role.Text, role.AlternateBase),
        (role.ButtonText, role.Button),
        (role.HighlightedText, role.Highlight),
        (role.Link, role.Base),
        (role.PlaceholderText, role.Base),
        (role.ToolTipText, role.ToolTipBase),
    ]
    for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive):
        for text, ground in pairs:
            ratio = contrast(palette.color(group, text).name(), palette.color(group, ground).name())
            assert ratio >= 4.5, (mode, group, text)


def test_the_size_of_the_text_changes_lengths(qapp: QApplication) -> None:
    theme.apply(qapp, "light", 2.0)
    assert theme.px(10) == 20
    assert qapp.font().pixelSize() == 30
