"""The command that computes the footprint."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable
from typing import TYPE_CHECKING

from nrdesk.commands import Answer, Verb
from nrdesk.core import formatting

if TYPE_CHECKING:
    from nrdesk.core.footprint import FlowResult, FootprintResult, Total

STOCK, FLOW = "stock", "flux"
"""Views of a footprint: the whole park spread over its life, or the purchases of the year counted whole."""
LINE_CRITERION = "gwp"
"""Criterion of the figures given for each line: kg CO2e a year."""


def footprint(args: Namespace) -> Answer:
    """Compute the footprint of a campaign: its stock, or what was bought and used in its year."""
    from nrdesk.core import campaigns
    from nrdesk.core.assessment import assess
    from nrdesk.core.document import Document
    from nrdesk.core.footprint import flow_of

    with Document.open(args.fichier, read_only=True) as doc:
        campaign = campaigns.campaign_of(doc, args.campagne) if args.campagne is not None else None
        family = campaigns.family_named(doc, args.famille).id if args.famille is not None else None
        assessment = assess(doc, campaign, family=family)
    result = assessment.result
    flow = flow_of(result) if args.vue == FLOW else None
    data = {
        "campagne": assessment.campaign.year,
        "famille": assessment.family,
        "famille_nom": assessment.family_label,
        "figee": assessment.campaign.frozen,
        "recalculee": assessment.recomputed,
        "vue": args.vue,
        "total": {
            key: {
                "valeur": total.value,
                "min": total.low,
                "max": total.high,
                "unite": total.criterion.unit,
                "couverture": total.coverage_quantity,
            }
            for key, total in (flow or result).totals.items()
        },
        "critere_des_lignes": LINE_CRITERION,
        "lignes": _line_data(result, flow),
    }
    return Answer(data, _flow_text(flow) if flow else _footprint_text(result))


def _line_data(result: FootprintResult, flow: FlowResult | None) -> list[dict[str, object]]:
    return [
        {
            "id": line.id,
            "categorie": line.category,
            "fabrication": (
                flow.manufacture(line, LINE_CRITERION) if flow else line.manufacture(LINE_CRITERION)
            ),
            "usage": line.use(LINE_CRITERION),
            "complete": line.complete,
            "manque": list(line.missing),
            "illisible": sorted(line.equipment.unread_texts()),
        }
        for line in result.lines
    ]


def _footprint_text(result: FootprintResult) -> str:
    lines = [*_total_lines(result.totals.values(), "du parc couvert")]
    incomplete = sum(not line.complete for line in result.lines)
    lines.append(f"{formatting.count(incomplete, 'ligne')} à compléter.")
    if unread := sum(bool(line.equipment.unread) for line in result.lines):
        lines.append(f"{formatting.count(unread, 'ligne')} avec une cellule que nrdesk n’a pas comprise.")
    return "\n".join(lines)


def _flow_text(flow: FlowResult) -> str:
    lines = [f"Achats de {flow.year} comptés en entier, et usage de l’année\u00a0:"]
    lines += _total_lines(flow.totals.values(), "des achats couverts" if flow.bought else "")
    if not flow.bought:
        lines.append("Aucun achat cette année-là.")
    lines.append(f"{formatting.count(flow.left_out, 'équipement')} sans année d’achat.")
    return "\n".join(lines)


def _total_lines(totals: Iterable[Total], covered: str) -> list[str]:
    """Return a line for each total; `covered` says of what its coverage is a share, "" for nothing."""
    return [
        f"{total.criterion.label}\u00a0: {formatting.rounded(total.value, total.low, total.high)} "
        f"{total.criterion.unit_text} par an, {formatting.span(total.low, total.high)}"
        + (f"\u00a0; {formatting.percent(total.coverage_quantity)} {covered}" if covered else "")
        for total in totals
    ]


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--campagne", type=int, metavar="ANNEE", help="par défaut, la plus récente")
    parser.add_argument("--famille", metavar="FAMILLE", help="facteurs (voir «\u00a0nrdesk facteurs\u00a0»)")
    parser.add_argument(
        "--vue",
        choices=(FLOW, STOCK),
        default=STOCK,
        help="flux\u00a0: les achats de l’année en entier\u00a0; stock\u00a0: tout le parc (par défaut)",
    )


VERBS = (Verb("empreinte", footprint, "Calcule l’empreinte du numérique.", _arguments),)
