"""The colours of the interface, light and dark, and the pairs whose contrast the tests assert."""

from __future__ import annotations

from dataclasses import dataclass, replace

TEXT_RATIO = 4.5
"""Least contrast of a text with its background (EN 301 549, 11.1.4.3)."""
GRAPHIC_RATIO = 3.0
"""Least contrast of a border, an icon or a bar that carries meaning (EN 301 549, 11.1.4.11)."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """One palette: every colour that a widget may use, as "#RRGGBB"."""

    name: str
    bg: str
    """Behind the page."""
    surface: str
    """Cards, fields, navigation."""
    sunken: str
    """Guide panel, headers of tables, rows inside a card."""
    hover: str
    line: str
    """Decorative separators: carries no meaning."""
    border: str
    """Edge of a field: what shows that it can be filled in."""
    text: str
    muted: str
    accent: str
    accent_strong: str
    """Accent under the pointer."""
    accent_soft: str
    on_accent: str
    ok: str
    ok_soft: str
    warn: str
    warn_soft: str
    bad: str
    bad_soft: str
    first: str
    """First series of a chart (manufacture)."""
    second: str
    """Second series of a chart (use)."""


LIGHT = Tokens(
    name="light",
    bg="#F6F7F9",
    surface="#FFFFFF",
    sunken="#EEF1F4",
    hover="#F1F4F7",
    line="#D9DEE5",
    border="#75828F",
    text="#1B2733",
    muted="#51606F",
    accent="#0B5E8A",
    accent_strong="#084A6D",
    accent_soft="#E3F0F7",
    on_accent="#FFFFFF",
    ok="#1A6E3F",
    ok_soft="#E4F4EA",
    warn="#8A5200",
    warn_soft="#FDF1DD",
    bad="#B3261E",
    bad_soft="#FBE9E7",
    first="#0072B2",
    second="#D55E00",
)

DARK = Tokens(
    name="dark",
    bg="#14191F",
    surface="#1D242C",
    sunken="#181E25",
    hover="#252E38",
    line="#36404B",
    border="#8794A1",
    text="#E8EDF2",
    muted="#A9B5C1",
    accent="#6CB8E0",
    accent_strong="#93CCEA",
    accent_soft="#1C3A4B",
    on_accent="#0C1A22",
    ok="#6CCB92",
    ok_soft="#17382A",
    warn="#F0B65A",
    warn_soft="#3B2D14",
    bad="#F2908A",
    bad_soft="#40211F",
    first="#4FA8DC",
    second="#F0884A",
)

PROJECTED = replace(
    LIGHT,
    bg="#FFFFFF",
    sunken="#EEF2F5",
    hover="#E2EAF0",
    line="#B9C3CC",
    border="#3C4854",
    text="#000000",
    muted="#2B3742",
    accent="#003F66",
    accent_strong="#002A45",
    accent_soft="#D5E9F5",
    ok="#0B4A26",
    warn="#5E3700",
    bad="#8A1410",
    first="#005A8E",
    second="#A34700",
)
"""For a projector, which washes colours out: texts keep a contrast of 7:1. Drawings as in `LIGHT`."""

PROJECTED_RATIO = 7.0
"""Least contrast of a text that is projected (WCAG 2.2, 1.4.6)."""

TEXT_PAIRS = (
    *((text, ground) for text in ("text", "muted") for ground in ("bg", "surface", "sunken", "hover")),
    ("text", "accent_soft"),
    ("muted", "accent_soft"),
    ("accent", "bg"),
    ("accent", "surface"),
    ("accent", "sunken"),
    ("accent", "hover"),
    ("accent", "accent_soft"),
    ("on_accent", "accent"),
    ("on_accent", "accent_strong"),
    ("ok", "ok_soft"),
    ("ok", "surface"),
    ("warn", "warn_soft"),
    ("warn", "surface"),
    ("warn", "sunken"),
    ("bad", "bad_soft"),
    ("bad", "surface"),
    ("bad", "bg"),
    ("bad", "sunken"),
    ("bad", "accent_soft"),
)
"""(text, ground) pairs used by the sheet and the widgets."""

GRAPHIC_PAIRS = (
    ("border", "surface"),
    ("border", "bg"),
    ("border", "sunken"),
    ("accent", "bg"),
    ("accent", "line"),
    ("first", "surface"),
    ("second", "surface"),
)
"""(graphic, ground) pairs: edges of fields, focus, rings, bars."""


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two "#RRGGBB" colours, from 1 to 21 (WCAG 2.2, relative luminance)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
