"""A lever in French: « Garder les ordinateurs deux ans de plus »."""

from __future__ import annotations

from collections.abc import Sequence

from nrdesk.core.footprint.levers import Lever, LeverKind
from nrdesk.core.formatting import NBSP, count, percent, trimmed
from nrdesk.core.written.words import quoted

_NUMBERS = {1: "un", 2: "deux", 3: "trois", 4: "quatre", 5: "cinq", 6: "six"}
_GROUPS = {
    "Ordinateurs": ("les ordinateurs", "d’ordinateurs"),
    "Écrans": ("les écrans", "d’écrans"),
    "Téléphones et tablettes": ("les téléphones et tablettes", "de téléphones et de tablettes"),
    "Impression": ("les imprimantes et copieurs", "d’imprimantes et de copieurs"),
    "Serveurs et stockage": ("les serveurs et le stockage", "de serveurs et de stockage"),
    "Réseau": ("les équipements du réseau", "d’équipements du réseau"),
    "École et projection": ("les équipements d’école et de projection", "d’équipements d’école"),
}
"""Group of categories -> with its article, and after a noun."""


def title(lever: Lever) -> str:
    """Return what a lever does, in French, without a final stop."""
    return _TITLES[lever.kind](lever)


def titles(levers: Sequence[Lever]) -> str:
    """Return what one lever, or several together, do, without a final stop."""
    if len(levers) == 1:
        return title(levers[0])
    *others, last = [_short(lever) for lever in levers]
    return f"Combiner {', '.join(others)} et {last}"


def _short(lever: Lever) -> str:
    """Return a lever among others: "deux ans de plus", "30 % de reconditionné"."""
    whose = "" if not (lever.groups or lever.categories) else f" pour {scope(lever)}"
    if lever.kind is LeverKind.LIFETIME:
        return f"{_years(lever.amount)} de plus{whose}"
    if lever.kind is LeverKind.REFURBISHED:
        return f"{percent(lever.amount)} de reconditionné{whose}"
    if lever.kind in (LeverKind.QUANTITY, LeverKind.USAGE):
        what = "d’appareils" if lever.kind is LeverKind.QUANTITY else "d’électricité"
        side = "plus" if lever.amount > 1 else "moins"
        return f"{percent(abs(1 - lever.amount))} {what} en {side}{whose}"
    words = title(lever)
    return f"{words[:1].lower()}{words[1:]}"


def scope(lever: Lever) -> str:
    """Return what a lever acts on: "les écrans", "tous les appareils"."""
    return _name(lever, 0, "tous les appareils", f"les équipements{NBSP}")


def _of(lever: Lever) -> str:
    return _name(lever, 1, "d’appareils", "d’équipements ")


def _name(lever: Lever, form: int, everything: str, before: str) -> str:
    if len(lever.groups) != 1 or lever.categories:
        return everything if not (lever.groups or lever.categories) else f"{before.strip()} choisis"
    (group,) = lever.groups
    names = _GROUPS.get(group)
    return names[form] if names else f"{before.strip()} {quoted(group)}"


def _years(years: float) -> str:
    words = _NUMBERS.get(round(years)) if years == round(years) else None
    return f"{words or trimmed(years, 1)} {'an' if years < 2 else 'ans'}"


def _lifetime(lever: Lever) -> str:
    return f"Garder {scope(lever)} {_years(lever.amount)} de plus"


def _quantity(lever: Lever) -> str:
    if lever.amount > 1:
        return f"Augmenter de {percent(lever.amount - 1)} le nombre {_of(lever)} au renouvellement"
    return f"Réduire de {percent(1 - lever.amount)} le nombre {_of(lever)} au renouvellement"


def _fewer(lever: Lever) -> str:
    whose = "" if not lever.groups else f", parmi {scope(lever)}"
    return f"Ne pas remplacer {count(round(lever.amount), 'appareil')}{whose}"


def _refurbished(lever: Lever) -> str:
    whose = f" {_of(lever)}" if lever.groups or lever.categories else ""
    if lever.amount == 1:
        return f"Acheter tous les remplacements{whose} en reconditionné"
    share = "la moitié" if lever.amount == 0.5 else percent(lever.amount)
    return f"Acheter {share} des remplacements{whose} en reconditionné"


def _usage(lever: Lever) -> str:
    everything = not (lever.groups or lever.categories)
    whose = "du parc" if everything else f"qu’utilisent {scope(lever)}"
    verb = "Augmenter" if lever.amount > 1 else "Réduire"
    return f"{verb} de {percent(abs(1 - lever.amount))} l’électricité {whose}"


def _electricity(lever: Lever) -> str:
    change = lever.amount - 1
    side = "plus" if change > 0 else "moins"
    return f"Compter un kWh qui pèse chaque année {percent(abs(change))} de {side}"


_TITLES = {
    LeverKind.LIFETIME: _lifetime,
    LeverKind.QUANTITY: _quantity,
    LeverKind.FEWER: _fewer,
    LeverKind.REFURBISHED: _refurbished,
    LeverKind.USAGE: _usage,
    LeverKind.ELECTRICITY: _electricity,
}
