"""« Expliquer ce chiffre » for the shares of purchases and for the reuse rate."""

from __future__ import annotations

import math
from collections.abc import Iterator

from nrdesk.core.compliance.agec58 import TypeResult
from nrdesk.core.compliance.reen16 import ReuseRate
from nrdesk.core.footprint import Explanation
from nrdesk.core.footprint.terms import Term
from nrdesk.core.formatting import NBSP, count, number, percent
from nrdesk.core.model.purchase import TargetShare
from nrdesk.core.written.prose import french

_TYPED = "montants saisis"
_INVENTORY = "inventaire"
UNSURE = "à confirmer"
_ROUNDING = 1e-6
"""Doubt of floating point, in tenths of a percent."""


def money(amount: float | None) -> str:
    """Return an amount without cents: "3 900 €"; "non renseigné" when it is unknown."""
    return "non renseigné" if amount is None else f"{number(amount)}{NBSP}€"


def target_text(share: float | None, *, verified: bool) -> str:
    """Return a share to reach: "20 %", "25 % (à confirmer)", "à confirmer"."""
    if share is None:
        return UNSURE
    return percent(share) if verified else f"{percent(share)} ({UNSURE})"


def share_text(share: float | None) -> str:
    """Return a share in percent, a decimal at most: "18 %", "19,7 %"; "" when unknown.

    It is rounded down: what lacks a little to a target never reads as if it had reached it.
    """
    if share is None:
        return ""
    tenths = math.floor(1000 * share + _ROUNDING)
    return percent(tenths / 1000, 1 if tenths % 10 else 0)


def explain_spending(result: TypeResult) -> Explanation:
    """Explain the share of a product type."""
    recycled, share = result.by_recycling, result.share
    part = (
        money(result.recycled) if recycled else f"({money(result.reused)} + {money(result.donated or 0.0)})"
    )
    told = f"{part} ÷ {money(result.total)} = {share_text(share)}" if share is not None else "Non calculé."
    return Explanation(
        title=f"{result.product_type}, {result.year}{NBSP}: part {'recyclée' if recycled else 'de réemploi'}",
        formula=told,
        terms=(
            Term("Dépense de l’année", money(result.total), _TYPED, "Hors taxes, pour ce type de produits."),
            Term("Réemploi et réutilisation", money(result.reused), _TYPED),
            Term("Dons", money(result.donated), _TYPED, "Selon la grille de valeurs de l’arrêté."),
            Term("Matières recyclées", money(result.recycled), _TYPED),
            _target(result.target, result.share_target),
        ),
        hypotheses=tuple(map(french, _spending_cautions(result))),
        missing=tuple(
            name
            for name, amount in (("la dépense totale", result.total), ("la part de réemploi", result.reused))
            if amount is None and not recycled
        ),
        value=None if share is None else 100 * share,
    )


def explain_reuse(rate: ReuseRate) -> Explanation:
    """Explain the reuse rate of a year."""
    found = share_text(rate.rate) if rate.rate is not None else "sans objet"
    basis = (
        Term("B, réformés en stock au 1ᵉʳ janvier", number(rate.b), "nombre saisi")
        if rate.stock_known
        else Term("B, appareils réformés dans l’année", number(rate.b), _INVENTORY)
    )
    return Explanation(
        title=f"Réemploi des matériels réformés en {rate.year}",
        formula=f"{number(rate.a)} ÷ {number(rate.b)} = {found}",
        terms=(
            Term(
                "A, envoyés vers le réemploi",
                count(rate.a, "appareil"),
                _INVENTORY,
                "Réemploi, don ou vente.",
            ),
            basis,
            *_left_out(rate),
            _target(rate.target, rate.target_share),
        ),
        hypotheses=tuple(map(french, _reuse_cautions(rate))),
        # Without an object there is nothing to count: it is an answer, not something that is missing.
        value=0.0 if rate.rate is None else 100 * rate.rate,
    )


def _target(target: TargetShare | None, share: float | None) -> Term:
    if target is None:
        return Term("Part à atteindre", "inconnue", "", "nrdesk ne suit pas de taux ici.")
    return Term("Part à atteindre", target_text(share, verified=target.verified), target.source)


def _spending_cautions(result: TypeResult) -> Iterator[str]:
    yield "La loi regarde la dépense de l’année, pas le nombre d’appareils ni le parc."
    if result.donated is None and result.reuse_share is not None:
        yield "Les dons ne sont pas renseignés : ils sont comptés pour zéro."
    if not result.verified:
        yield "La part à atteindre n’est pas sûre : vérifiez-la dans l’annexe du décret 2024-134."
    if result.reuse_share is not None and result.reuse_share > 1:
        yield "La part dépasse 100\u00a0% : la valeur des dons s’ajoute au réemploi, pas à la dépense."


def _left_out(rate: ReuseRate) -> Iterator[Term]:
    oldest = rate.target.oldest_years if rate.target else None
    if rate.over_age and oldest is not None:
        note = "Ils vont au recyclage et ne comptent d’aucun côté."
        yield Term(
            f"Écartés, plus de {number(oldest)} ans", count(rate.over_age, "appareil"), _INVENTORY, note
        )
    if rate.not_discarded:
        yield Term("Écartés, perdus ou rendus au loueur", count(rate.not_discarded, "appareil"), _INVENTORY)
    if rate.out_of_scope:
        note = "Ni écran, ni petit équipement informatique ou de télécommunication."
        yield Term("Écartés, hors du champ", count(rate.out_of_scope, "appareil"), _INVENTORY, note)


def _reuse_cautions(rate: ReuseRate) -> Iterator[str]:
    if not rate.stock_known:
        yield (
            "Le décret compte le stock réformé au 1ᵉʳ janvier. Tant que vous ne l’avez pas compté, nrdesk "
            "prend ce qui est sorti dans l’année."
        )
    if rate.rate is not None and rate.rate > 1:
        yield "Le taux peut dépasser 100\u00a0% : il compare les sorties de l’année au stock du 1ᵉʳ janvier."
    if rate.undated:
        told = count(
            rate.undated, "appareil sans date d’achat est compté", "appareils sans date d’achat sont comptés"
        )
        yield f"{told} : l’âge est inconnu."
    if rate.unrouted:
        yield count(
            rate.unrouted,
            "appareil sans destination est compté comme non réemployé.",
            "appareils sans destination sont comptés comme non réemployés.",
        )
    yield "Les supports classifiés, ou qu’une obligation de sécurité exclut, ne sont pas connus de nrdesk."
