"""The look of what is projected in a room: white on black, sized by the height of the screen."""

from __future__ import annotations

from nrdesk.ui.theme.sheet import FAMILY

GROUND = "#000000"
TEXT = "#FFFFFF"
DIM = "#B8C0C8"
"""What matters less: counters, keys, choices that were not right."""
ACCENT = "#FFD54A"
RIGHT = "#7CE0A3"
EDGE = "#8A939C"

PAIRS = ((TEXT, GROUND), (DIM, GROUND), (ACCENT, GROUND), (GROUND, RIGHT), (RIGHT, GROUND))
"""(text, ground) pairs, that the tests hold to a contrast of 7:1: a projector washes colours out."""

_SIZES = {"question": 21, "choice": 26, "explanation": 31, "team": 28, "small": 40, "final": 12}
"""Role of a text -> how many lines of it the height of the screen would hold."""


def stylesheet(height: int) -> str:
    """Return the style sheet of a projected window of that height in pixels."""
    sizes = {role: max(12, round(height / lines)) for role, lines in _SIZES.items()}
    roles = "\n".join(
        f'QLabel[projected="{role}"], QPushButton[projected="{role}"] {{ font-size: {size}px; }}'
        for role, size in sizes.items()
    )
    pad = round(height / 60)
    return f"""
QWidget#projection {{ background: {GROUND}; }}
QLabel {{ font-family: "{FAMILY}"; color: {TEXT}; background: transparent; }}
{roles}
QLabel[projected="question"], QLabel[projected="final"] {{ font-weight: 600; }}
QLabel[projected="small"] {{ color: {DIM}; }}
QLabel[projected="choice"] {{ border: 2px solid {EDGE}; border-radius: {pad}px; padding: {pad}px; }}
QLabel[projected="choice"][state="right"] {{ background: {RIGHT}; color: {GROUND}; border-color: {RIGHT};
    font-weight: 600; }}
QLabel[projected="choice"][state="wrong"] {{ color: {DIM}; border-color: {GROUND}; }}
QLabel[projected="explanation"] {{ color: {ACCENT}; }}
QPushButton {{ background: {GROUND}; color: {TEXT}; border: 2px solid {EDGE}; border-radius: {pad // 2}px;
    padding: {pad // 2}px {pad}px; font-weight: 600; }}
QPushButton:hover {{ color: {ACCENT}; border-color: {ACCENT}; background: {GROUND}; }}
QPushButton:disabled {{ color: {DIM}; background: {GROUND}; border-color: {GROUND}; }}
QPushButton[state="point"] {{ background: {ACCENT}; color: {GROUND}; border-color: {ACCENT}; }}
"""
