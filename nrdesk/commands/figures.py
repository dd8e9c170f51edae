"""Commands that bring figures in and out: import, footprint, obligations, progress."""

from __future__ import annotations

import datetime as dt
from argparse import Namespace
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from nrdesk.commands import Answer
from nrdesk.core import dates, formatting
from nrdesk.core.errors import UserError
from nrdesk.core.paths import same_file

if TYPE_CHECKING:
    from nrdesk.core.exchange import ImportPlan, PlannedRow
    from nrdesk.core.footprint import FlowResult, FootprintResult, Total

STOCK, FLOW = "stock", "flux"
"""Views of a footprint: the whole park spread over its life, or the purchases of the year counted whole."""
LINE_CRITERION = "gwp"
"""Criterion of the figures given for each line: kg CO2e a year."""


def import_inventory(args: Namespace) -> Answer:
    """Import an inventory, or only say what would be (`--essai`)."""
    from nrdesk.core import exchange
    from nrdesk.core.document import Document

    with Document.open(args.fichier, read_only=args.essai) as doc:
        plan = exchange.plan_file(doc, args.source)
        if args.rejets:
            # First: nothing must be imported when the rejects are refused.
            _keep_document(args.fichier, args.rejets)
            exchange.write_rejects(plan, args.rejets)
        if not args.essai:
            exchange.apply_plan(doc, plan)
    return Answer(_import_data(plan), _import_text(plan, tried=args.essai))


def _keep_document(document: Path, rejects: Path) -> None:
    if same_file(rejects, document):
        raise UserError(
            "Les rejets ne peuvent pas remplacer le document lui-même.",
            kept="Rien n’a été modifié.",
            todo="Choisissez un autre nom pour les rejets.",
        )


def _import_data(plan: ImportPlan) -> Mapping[str, object]:
    return {
        "lues": plan.read,
        "importees": plan.imported,
        "doublons": plan.duplicates,
        "rejetees": plan.rejected,
        "ignorees": plan.ignored,
        "rejets": [{"ligne": row.number, "motif": row.reason} for row in _rejects(plan)],
    }


def _rejects(plan: ImportPlan) -> list[PlannedRow]:
    from nrdesk.core.exchange import Outcome

    return [row for row in plan.rows if row.outcome is Outcome.REJECTED]


def _import_text(plan: ImportPlan, *, tried: bool) -> str:
    parts = (
        formatting.count(plan.imported, "importée"),
        formatting.count(plan.duplicates, "doublon"),
        formatting.count(plan.rejected, "rejetée"),
        formatting.count(plan.ignored, "ignorée"),
    )
    lines = [f"{formatting.count(plan.read, 'ligne lue', 'lignes lues')} = {' + '.join(parts)}"]
    lines += [f"  ligne {row.number} : {row.reason}" for row in _rejects(plan)]
    if plan.limits:
        lines.append(plan.limits)
    if tried:
        lines.append("C’était un essai : rien n’a été écrit.")
    return "\n".join(lines)


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


def obligations(args: Namespace) -> Answer:
    """List the obligations of the collectivité, each with its reason."""
    from nrdesk.core import compliance
    from nrdesk.core.document import Document
    from nrdesk.core.reference import obligations as law

    with Document.open(args.fichier, read_only=True) as doc:
        authority = doc.authority
    verdicts = compliance.evaluate_all(law.load(), authority, dt.date.today())
    legal_state = law.legal_state()
    data = {
        "etat_du_droit": legal_state.isoformat(),
        "obligations": [
            {
                "id": verdict.obligation.id,
                "titre": verdict.obligation.title,
                "statut": verdict.status.value,
                "motif": verdict.reason,
                "echeance": verdict.deadline.isoformat() if verdict.deadline else None,
                "texte": verdict.obligation.text_reference,
                "verifie": verdict.verified,
            }
            for verdict in verdicts
        ],
    }
    lines = [f"État du droit au {dates.in_letters(legal_state)}."]
    lines += [f"{v.status.label} : {v.obligation.title}. {v.reason}" for v in verdicts]
    return Answer(data, "\n".join(lines))


def state(args: Namespace) -> Answer:
    """Say where the ten steps are, what is missing and what to do next, in the words of the screen."""
    from nrdesk.core import steps
    from nrdesk.core.assessment import assess
    from nrdesk.core.document import Document

    with Document.open(args.fichier, read_only=True) as doc:
        assessment = assess(doc)
        progress = steps.progress(doc, assessment)
        things = steps.next_things(doc, assessment)
        flash = steps.flash(doc)
    data = {
        "campagne": assessment.campaign.year,
        "parcours_flash": flash,
        "etapes": [
            {
                "numero": item.step.number,
                "titre": item.step.title,
                "avancement": item.share,
                "manque": list(item.missing),
            }
            for item in progress
        ],
        "prochaines": [
            {"texte": thing.text, "raison": thing.reason, "etape": thing.step.number} for thing in things
        ],
    }
    lines = ["Parcours flash : l’essentiel seulement."] if flash else []
    for item in progress:
        lines.append(f"{item.step.number:>2}. {item.step.title} : {formatting.percent(item.share)}")
        lines += [f"    - {text}" for text in item.missing]
    lines.append("À faire ensuite :")
    lines += [f"  {number}. {thing.text}. {thing.reason}" for number, thing in enumerate(things, 1)]
    return Answer(data, "\n".join(lines))
