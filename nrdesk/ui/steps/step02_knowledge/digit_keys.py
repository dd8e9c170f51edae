"""The keys 1 to 4, whatever the keyboard: a French one types « & é " ' » where others type digits."""

from __future__ import annotations

from PySide6.QtCore import Qt

_K = Qt.Key
_PLACES = {
    _K.Key_1: 0, _K.Key_Ampersand: 0,
    _K.Key_2: 1, _K.Key_Eacute: 1,
    _K.Key_3: 2, _K.Key_QuoteDbl: 2,
    _K.Key_4: 3, _K.Key_Apostrophe: 3,
}  # fmt: skip


def place_of(key: int) -> int | None:
    """Return 0 to 3 for the keys 1 to 4, None for another key."""
    return next((place for known, place in _PLACES.items() if known == key), None)
