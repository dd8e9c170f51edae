"""A lever of an action in French, as it was written: « durée de vie : 2 ans de plus (Écrans) »."""

from __future__ import annotations

from nrdesk.core.formatting import NBSP, percent, trimmed
from nrdesk.core.model import ActionLever, LeverSubject, Operation
from nrdesk.core.reference import factors, services

_SHARES = (LeverSubject.REFURBISHED, LeverSubject.REUSE_EXIT)


def told(lever: ActionLever) -> str:
    """Return what a lever changes, by how much, and on what."""
    on = target_words(lever.targets)
    whose = f" ({on})" if on else ""
    return f"{lever.subject.label}{NBSP}: {_amount(lever)}{whose}"


def target_words(targets: str) -> str:
    """Return the names of targets, as people know them; "" for all of them."""
    known = {name: each.label for name, each in factors.categories().items()}
    known |= {name: kind.label for name, kind in services.load().kinds.items()}
    words = filter(None, (part.strip() for part in targets.split(",")))
    return ", ".join(known.get(word, word) for word in words)


def _amount(lever: ActionLever) -> str:
    amount = lever.amount
    if amount is None:
        return "à préciser"
    if lever.operation is Operation.MULTIPLY:
        change = amount - 1
        return (
            f"{percent(abs(change))} de {'plus' if change > 0 else 'moins'}" if change else "rien de changé"
        )
    size = _quantity(lever.subject, abs(amount))
    if lever.operation is Operation.SET:
        return f"à amener à {size}"
    return f"{size} de {'plus' if amount >= 0 else 'moins'}"


def _quantity(subject: LeverSubject, amount: float) -> str:
    if subject in _SHARES:
        return percent(amount)
    if subject is LeverSubject.LIFETIME:
        return f"{trimmed(amount, 1)}{NBSP}{'an' if amount < 2 else 'ans'}"
    return f"{trimmed(amount)}{NBSP}kWh" if subject is LeverSubject.ELECTRICITY else trimmed(amount)
