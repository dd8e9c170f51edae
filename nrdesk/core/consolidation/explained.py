"""« Expliquer ce chiffre » for a consolidation: rebuilt from the view that the figures are shown from."""

from __future__ import annotations

from collections.abc import Iterator

from nrdesk.core.consolidation.view import Share, View
from nrdesk.core.footprint import Explanation
from nrdesk.core.footprint.terms import Term
from nrdesk.core.formatting import NBSP, count, mass, mass_span

_RULES = (
    "Un appareil prêté compte chez la collectivité qui le possède.",
    "Deux appareils de même numéro de série n’en font qu’un.",
    "Un service compte chez la collectivité qui le fournit, quand elle le compte déjà.",
    "Une seule méthode sert pour tous\u00a0: celle du premier document.",
)


def explain_whole(view: View) -> Explanation:
    """Explain the total of all, from the documents to the sum without doubles."""
    combined = view.combined
    total = combined.total
    return Explanation(
        title="L’ensemble des collectivités",
        formula=f"appareils {mass(combined.equipment.value)} + services {mass(combined.services.value)} = "
        f"{mass(total.value)} par an",
        terms=tuple(_steps(view)),
        range_text=mass_span(total.value, total.low, total.high),
        hypotheses=_RULES,
        missing=tuple(f"{each.file}{NBSP}: {each.reason.rstrip('.')}" for each in view.journal.unread),
        value=total.value,
    )


def explain_share(view: View, share: Share) -> Explanation:
    """Explain what is counted at one collectivité."""
    return Explanation(
        title=share.name,
        formula=f"appareils {mass(share.appliances)} + services {mass(share.services)} = "
        f"{mass(share.total)} par an",
        terms=tuple(_of(view, share)),
        hypotheses=_RULES,
        value=share.total,
    )


def _steps(view: View) -> Iterator[Term]:
    for label, value, note in (
        ("Appareils des documents", view.told, "Chaque document par sa propre méthode."),
        ("La même méthode pour tous", view.method_change, ""),
        ("Comptés une seule fois", view.set_aside, "Dits par deux documents."),
        ("Modifié depuis", view.edited, "Dans ce document-ci."),
    ):
        if value or value is view.told:
            yield Term(label, _signed(value), "documents réunis", note)
    yield Term("Services", mass(view.combined.services.value), "documents réunis")


def _of(view: View, share: Share) -> Iterator[Term]:
    yield Term("Appareils", count(share.quantity, "appareil"), "inventaire")
    if share.incomplete:
        yield Term(
            "Non comptés", count(share.incomplete, "ligne"), "inventaire", "Il leur manque une donnée."
        )
    if member := share.gathering:
        yield Term("Dans son document", mass(member.own), member.file, f"Facteurs{NBSP}: {member.factors}.")
        away = [entry for entry in view.journal.aside if entry.member == member.name and entry.appliance]
        if away:
            kilograms = -sum(entry.kilograms or 0.0 for entry in away)
            owners = ", ".join(dict.fromkeys(entry.owner for entry in away))
            yield Term("Compté ailleurs", _signed(kilograms), "", f"Chez {owners}.")
        if member.agents:
            yield Term("Agents", count(member.agents, "agent"), "réglages de la collectivité")


def _signed(kilograms: float) -> str:
    return f"−{mass(-kilograms)}" if kilograms < 0 else mass(kilograms)
