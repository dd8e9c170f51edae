"""The colours can be read: every pair that the interface uses is checked."""

import re

import pytest

from nrdesk.core import paths
from nrdesk.core.branding import contrast
from nrdesk.ui.theme.sheet import stylesheet
from nrdesk.ui.theme.tokens import (
    DARK,
    GRAPHIC_PAIRS,
    GRAPHIC_RATIO,
    LIGHT,
    PROJECTED,
    PROJECTED_RATIO,
    TEXT_PAIRS,
    TEXT_RATIO,
    Tokens,
)

both = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=lambda tokens: tokens.name)
every = pytest.mark.parametrize("tokens", [LIGHT, DARK, PROJECTED], ids=["light", "dark", "projected"])


def test_contrast_of_black_on_white_is_the_greatest() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#777777") == pytest.approx(1)


@both
@pytest.mark.parametrize(("text", "ground"), TEXT_PAIRS)
def test_texts_can_be_read(tokens: Tokens, text: str, ground: str) -> None:
    assert contrast(getattr(tokens, text), getattr(tokens, ground)) >= TEXT_RATIO


@pytest.mark.parametrize(("text", "ground"), TEXT_PAIRS)
def test_texts_can_be_read_from_the_back_of_a_room(text: str, ground: str) -> None:
    assert contrast(getattr(PROJECTED, text), getattr(PROJECTED, ground)) >= PROJECTED_RATIO


@every
@pytest.mark.parametrize(("graphic", "ground"), GRAPHIC_PAIRS)
def test_graphics_can_be_seen(tokens: Tokens, graphic: str, ground: str) -> None:
    assert contrast(getattr(tokens, graphic), getattr(tokens, ground)) >= GRAPHIC_RATIO


@every
def test_every_colour_of_the_sheet_is_a_token(tokens: Tokens) -> None:
    used = set(re.findall(r"#[0-9A-Fa-f]{6}\b", stylesheet(tokens, 1.0)))
    assert used <= {getattr(tokens, name) for name in Tokens.__slots__}


@both
@pytest.mark.parametrize(("name", "token"), [("chevron-down", "muted"), ("check", "on_accent")])
def test_icons_of_the_sheet_have_the_colour_of_their_token(tokens: Tokens, name: str, token: str) -> None:
    drawing = paths.resources() / "icons" / "tinted" / tokens.name / f"{name}.svg"
    assert f'stroke="{getattr(tokens, token)}"' in drawing.read_text(encoding="utf-8")


def test_text_sizes_follow_the_scale() -> None:
    assert "font-size: 15px" in stylesheet(LIGHT, 1.0)
    assert "font-size: 30px" in stylesheet(LIGHT, 2.0)
