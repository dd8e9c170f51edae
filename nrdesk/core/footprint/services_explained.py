"""« Expliquer ce chiffre », for a service, for the services together, and for services and appliances."""

from __future__ import annotations

from collections.abc import Iterator

from nrdesk.core.footprint.doubles import Rule
from nrdesk.core.footprint.explanation import Explanation, doubt_terms
from nrdesk.core.footprint.services import GWP, Combined, ServiceLine, ServicesResult
from nrdesk.core.footprint.terms import Term
from nrdesk.core.footprint.uncertainty import Spread
from nrdesk.core.footprint.wording import (
    HYPOTHESIS,
    PER_YEAR,
    amount,
    electricity_note,
    plus_minus,
    yearly,
    yearly_range,
)
from nrdesk.core.formatting import NBSP, THIN, count, precise, trimmed
from nrdesk.core.model import Origin, ServiceUse, WebSite
from nrdesk.core.model.factors import ServiceKind, ServiceMethod, ServiceTopic

_ENTERED = "votre saisie"
_PARTS = {
    Rule.TERMINALS: "Part des ordinateurs, retirée",
    Rule.BOX: "Part de la box, retirée",
    Rule.NETWORK: "Part du réseau, retirée",
    Rule.WEB_HOSTING: "Part du centre de données, retirée",
}


def explain_service(line: ServiceLine) -> Explanation:
    """Explain the figure of a service or of a web site."""
    criterion = line.method.factors.criteria[GWP]
    title = line.name
    if line.kind is None or line.weight is None:
        return Explanation(title, "Non compté.", (), missing=line.lacks)
    figure = f"{_product(line)} = {amount(line.weight, criterion)} {PER_YEAR}"
    left_out = line.excluded_by
    return Explanation(
        title=title,
        formula=figure,
        terms=tuple(_terms(line, line.kind)),
        range_text=yearly_range(*line.spread.range(), criterion) if line.value else "",
        doubts=doubt_terms(line.spread, line.method),
        hypotheses=((left_out.sentence,) if left_out else ()) + tuple(_hypotheses(line, line.kind)),
        value=line.value,
    )


def explain_services(result: ServicesResult) -> Explanation:
    """Explain the total of the services."""
    criterion = result.method.factors.criteria[GWP]
    groups = result.by_group
    parts = " + ".join(f"{name.lower()} {precise(one.value)}" for name, one in groups.items()) or "0"
    total = result.total
    return Explanation(
        title=f"Services numériques{NBSP}: {criterion.label.lower()}",
        formula=f"{parts} = {amount(total.value, criterion)} {PER_YEAR}",
        terms=(
            Term("Total", yearly(total.value, total.low, total.high, criterion), note=_NATURE),
            *(
                Term(name, yearly(one.value, one.low, one.high, criterion), note=_listed(result, name))
                for name, one in groups.items()
            ),
            *_electricity(result),
            *_left_out(result),
            *_sources(result),
        ),
        range_text=_range(result.spread, result),
        doubts=doubt_terms(result.spread, result.method),
        hypotheses=tuple(rule.sentence for rule in result.acting),
        value=total.value,
    )


def explain_combined(combined: Combined, result: ServicesResult) -> Explanation:
    """Explain appliances and services together."""
    criterion = result.method.factors.criteria[GWP]
    equipment, services, total = combined.equipment, combined.services, combined.total
    return Explanation(
        title=f"Équipements et services{NBSP}: {criterion.label.lower()}",
        formula=(
            f"équipements {precise(equipment.value)} + services {precise(services.value)} = "
            f"{amount(total.value, criterion)} {PER_YEAR}"
        ),
        terms=(
            Term("Total", yearly(total.value, total.low, total.high, criterion), note=_NATURE),
            Term(
                "Équipements", yearly(equipment.value, equipment.low, equipment.high, criterion), "inventaire"
            ),
            Term("Services", yearly(services.value, services.low, services.high, criterion), _ENTERED),
        ),
        range_text=_range(combined.spread, result),
        doubts=doubt_terms(combined.spread, result.method),
        hypotheses=(
            "Ce qui est dans l’inventaire n’est pas compté une seconde fois dans les services.",
            "Les doutes des équipements et ceux des services sont indépendants, sauf l’électricité, commune.",
        ),
        value=total.value,
    )


_NATURE = "Une évaluation à partir de valeurs publiées, pas une mesure."


def _range(spread: Spread, result: ServicesResult) -> str:
    return yearly_range(*spread.range(), result.method.factors.criteria[GWP]) if spread.value else ""


def _listed(result: ServicesResult, group: str) -> str:
    names = [line.name for line in result.counted if line.kind and line.kind.group == group]
    return ", ".join(names)


def _electricity(result: ServicesResult) -> Iterator[Term]:
    if result.kwh:
        note = "Celle que les valeurs publiées disent à part, comptée dans le total."
        yield Term("Électricité des hébergeurs", f"{precise(result.kwh)}{NBSP}kWh par{NBSP}an", note=note)


def _left_out(result: ServicesResult) -> Iterator[Term]:
    for line in result.excluded:
        rule = line.excluded_by
        why = rule.sentence if rule and not line.lacks else f"Il manque{NBSP}: {', '.join(line.lacks)}."
        yield Term(f"{line.name}{NBSP}: non compté", "", note=why)


def _sources(result: ServicesResult) -> Iterator[Term]:
    sources: dict[str, int] = {}
    for line in result.counted:
        if line.kind:
            source = source_text(line.kind)
            sources[source] = sources.get(source, 0) + 1
    for source, lines in sources.items():
        yield Term("Source", count(lines, "ligne"), source)


def source_text(kind: ServiceKind) -> str:
    """Return where a published value comes from, with its year and its licence."""
    year = f", {kind.year}" if kind.year else ""
    licence = kind.licence.rstrip(".")
    named = licence if licence.startswith("Licence") else f"Licence{NBSP}: {licence}"
    return f"{kind.source}{year}. {named}"


def _product(line: ServiceLine) -> str:
    """Return the left-hand side of the formula: "3 × 29,99 + 3 × 275,06 × 0,0461"."""
    kind, quantity = line.kind, precise(line.quantity)
    if kind is None:
        return "0"
    parts = []
    if kind.value:
        taken = "".join(f" − {precise(each.taken_off)}" for each in line.rulings if each.taken_off)
        value = f"({precise(kind.value)}{taken})" if taken else precise(kind.value)
        parts.append(f"{quantity} × {value}")
    if kind.kwh:
        parts.append(f"{quantity} × {precise(kind.kwh)} × {precise(line.method.per_kwh[GWP])}")
    return " + ".join(parts)


def _terms(line: ServiceLine, kind: ServiceKind) -> Iterator[Term]:
    yield _quantity(line, kind)
    if line.excluded_by and line.weight is not None:
        criterion = line.method.factors.criteria[GWP]
        yield Term("Ce qu’il pèserait", f"{amount(line.weight, criterion)} {PER_YEAR}", note="Non ajouté.")
    per_unit = f"{NBSP}kg éq.{NBSP}CO₂"
    if kind.value:
        apart = "Électricité à part. " if kind.kwh else ""
        doubt = f"{plus_minus(kind.uncertainty)} ({kind.uncertainty_basis}). {kind.note}".strip()
        yield Term("Valeur de l’unité", precise(kind.value) + per_unit, source_text(kind), apart + doubt)
    for ruling in line.rulings:
        if ruling.taken_off:
            yield Term(_PARTS[ruling.rule], precise(ruling.taken_off) + per_unit, note=ruling.rule.sentence)
        elif ruling.rule is Rule.TONER:
            yield Term("Durée de vie d’une imprimante", f"5{NBSP}ans", note=ruling.rule.sentence)
    if kind.kwh:
        source = "" if kind.value else source_text(kind)
        note = "" if kind.value else f"{plus_minus(kind.uncertainty)} ({kind.uncertainty_basis}). {kind.note}"
        yield Term("Électricité de l’unité", f"{precise(kind.kwh)}{NBSP}kWh par{NBSP}an", source, note)
        electricity = line.method.electricity
        if electricity:
            told = electricity_note(electricity, line.method.electricity_year or line.method.year)
            value = f"{precise(line.method.per_kwh[GWP])}{per_unit} par kWh"
            yield Term("Facteur d’électricité", value, electricity.source, told)


def _quantity(line: ServiceLine, kind: ServiceKind) -> Term:
    record = line.record
    if isinstance(record, WebSite):
        note = (
            f"{trimmed(record.page_kb or 0)}{NBSP}ko × {trimmed(record.yearly_views or 0)} pages vues ÷ "
            f"1{THIN}000{THIN}000"
        )
        return Term("Données envoyées", f"{precise(line.quantity)}{NBSP}Go par{NBSP}an", _ENTERED, note)
    return Term("Quantité", f"{trimmed(line.quantity)} {kind.unit_text}", _ENTERED)


def _hypotheses(line: ServiceLine, kind: ServiceKind) -> Iterator[str]:
    if isinstance(line.record, ServiceUse) and line.record.origin is Origin.ESTIMATED:
        yield "Quantité estimée, à remplacer par celle d’une facture."
    if kind.method is ServiceMethod.SPEND:
        yield (
            "Un euro dépensé pèse ici ce qu’il pèse en moyenne dans tout un secteur de l’économie. C’est "
            "très incertain\u00a0: une quantité vaut mieux."
        )
    if kind.kwh:
        yield "L’électricité de l’hébergeur est comptée comme celle de votre territoire."
    if kind.topic in (ServiceTopic.MACHINES, ServiceTopic.SERVER):
        yield "La climatisation de la salle n’est pas ajoutée\u00a0: la source ne dit pas si elle la compte."
    if kind.topic is ServiceTopic.TONER:
        yield f"Une imprimante vit cinq ans, durée typique de sa catégorie ({HYPOTHESIS} pour les toners)."
    if kind.topic is ServiceTopic.WEB:
        yield "Chaque page est supposée peser autant que la page d’accueil, et être envoyée en entier."
        yield (
            "Périmètre\u00a0: le réseau, la box du visiteur et le centre de données. Ni l’ordinateur ni le "
            "téléphone du visiteur, qui ne sont pas à vous."
        )


def reason(line: ServiceLine) -> str:
    """Return why a line is not counted, or what was taken off it; "" when it is simply counted."""
    if line.lacks:
        return f"Il manque{NBSP}: {', '.join(line.lacks)}."
    return " ".join(ruling.rule.sentence for ruling in line.rulings)
