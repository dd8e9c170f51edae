"""Cells that no spreadsheet executes, and the columns that nrdesk adds to the file of rejects."""

from __future__ import annotations

LINE, REASON = "Ligne du fichier", "Motif du rejet"
_FORMULAS = ("=", "+", "-", "@", "\t", "\r")


def neutral(cell: str) -> str:
    """Return a cell that is not taken for a formula: an apostrophe goes before what would begin one."""
    return f"'{cell}" if cell.startswith(_FORMULAS) else cell


def restored(cell: str) -> str:
    """Return a cell as it was before `neutral`."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_FORMULAS) else cell
