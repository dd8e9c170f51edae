"""Commands about several collectivités at once."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from nrdesk.commands import Answer, Verb, file_path
from nrdesk.core.errors import UserError
from nrdesk.core.formatting import count, percent

if TYPE_CHECKING:
    from nrdesk.core.portfolio import Portfolio, Summary
    from nrdesk.core.portfolio.exporting import Batch


def portfolio(args: Namespace) -> Answer:
    """Read a folder of documents, and write its table or a document for each of them if asked."""
    from nrdesk.core import portfolio

    if args.format and not args.document:
        raise UserError("--format va avec --document.", todo="Ajoutez --document NOM --vers DOSSIER.")
    if bool(args.document) != bool(args.vers):
        raise UserError("--document et --vers vont ensemble.", todo="Donnez les deux, ou aucun.")
    found = portfolio.scan(args.dossier)
    data, lines = _data(found), _lines(found)
    if args.sortie:
        path = _write(found, args.sortie, named=not args.anonyme, overwrite=args.remplacer)
        data["sortie"] = str(path)
        lines.append(f"Écrit : {path}")
    if args.document:
        batch = _export(found, args)
        data["documents"] = _batch_data(batch)
        lines += _batch_lines(batch)
    return Answer(data, "\n".join(lines))


def _write(found: Portfolio, path: Path, *, named: bool, overwrite: bool) -> Path:
    from nrdesk.core.portfolio import exporting

    return exporting.write(found, path, named=named, overwrite=overwrite)


def _export(found: Portfolio, args: Namespace) -> Batch:
    from nrdesk.core.portfolio import exporting
    from nrdesk.core.reports import REPORTS

    kind = next((kind for kind in REPORTS if kind.key == args.document), None)
    if kind is None:
        raise UserError(
            f"Aucun document ne s’appelle « {args.document} ».",
            todo="« nrdesk exporter --liste » donne leurs noms.",
        )
    extension = args.format or kind.formats[0]
    if extension not in kind.formats:
        raise UserError(
            f"« {kind.key} » ne s’écrit pas au format « {extension} ».",
            todo=f"Formats disponibles : {', '.join(kind.formats)}.",
        )
    return exporting.export_each(
        found, found.summaries, kind.key, extension, args.vers, overwrite=args.remplacer
    )


def _data(found: Portfolio) -> dict[str, object]:
    return {
        "dossier": str(found.folder),
        "lu_le": found.on.isoformat(),
        "fichiers": found.files,
        "collectivites": [_one(each) for each in found.summaries],
        "non_lus": [
            {"fichier": each.file, "etat": each.kind.value, "raison": each.what, "que_faire": each.todo}
            for each in found.failures
        ],
        "memes_collectivites": [[each.file for each in group] for group in found.twins],
    }


def _one(each: Summary) -> dict[str, object]:
    from nrdesk.core.portfolio.strata import stratum_of

    return {
        "fichier": each.file,
        "nom": each.name,
        "nature": each.kind.value,
        "code": each.code,
        "departement": each.department,
        "strate": stratum_of(each).label,
        "habitants": each.population,
        "agents": each.agents,
        "fictive": each.fictional,
        "campagne": each.year,
        "inventaire_au": each.as_of,
        "figee": each.frozen,
        "avancement": each.progress,
        "etapes": list(each.steps),
        "appareils": each.appliances,
        "empreinte": {"valeur": each.footprint, "min": each.low, "max": each.high, "unite": "kgCO2e/an"}
        if each.footprint is not None
        else None,
        "par_agent": each.per_agent,
        "par_habitant": each.per_inhabitant,
        "couverture": each.coverage,
        "bien_connu": each.known,
        "obligations": {
            "applicables": each.applicable,
            "tenues": each.met,
            "sans_reponse": each.unanswered,
            "a_risque": [
                {"id": risk.obligation, "titre": risk.title, "raison": risk.why, "date": risk.on or None}
                for risk in each.risks
            ],
        },
        "actions": {
            "nombre": each.actions,
            "terminees": each.actions_done,
            "en_retard": each.late,
            "bloquees": each.blocked,
        },
        "echeances": [{"date": due.on, "titre": due.title, "loi": due.legal} for due in each.deadlines],
        "dernier_changement": each.changed or None,
        "ouvert_par": each.opened_by or None,
        "remarques": list(each.warnings),
    }


def _lines(found: Portfolio) -> list[str]:
    from nrdesk.core.portfolio import wording

    lines = [f"{wording.overview(found)}."]
    for each in found.summaries:
        footprint = wording.footprint(each) or "pas encore d’empreinte"
        risks = f", {count(len(each.risks), 'obligation')} à risque" if each.risks else ""
        lines.append(f"{each.name} ({each.year}) : {percent(each.progress)}, {footprint}{risks}")
        lines += [f"    {told}" for told in wording.remarks(found, each)]
    lines += [f"Non lu : {each.file} ({each.kind.label}). {each.what}" for each in found.failures]
    return lines


def _batch_data(batch: Batch) -> dict[str, object]:
    return {
        "fichiers": [str(path) for path in batch.written],
        "pas_encore": batch.not_ready,
        "echecs": batch.failed,
    }


def _batch_lines(batch: Batch) -> list[str]:
    return [
        *(f"Écrit : {path}" for path in batch.written),
        *(f"Pas encore : {file}. {why}" for file, why in batch.not_ready.items()),
        *(f"Non écrit : {file}. {why}" for file, why in batch.failed.items()),
    ]


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("dossier", metavar="DOSSIER", type=Path, help="ses sous-dossiers sont lus aussi")
    parser.add_argument(
        "--sortie", metavar="SORTIE", type=file_path, help="écrit le tableau\u00a0: .xlsx, .pdf ou .docx"
    )
    parser.add_argument("--anonyme", action="store_true", help="ne nomme personne dans --sortie")
    parser.add_argument("--document", metavar="DOCUMENT", help="écrit ce document pour chaque collectivité")
    parser.add_argument("--format", metavar="FORMAT", help="par défaut, le premier du document")
    parser.add_argument("--vers", metavar="DOSSIER", type=Path, help="dossier où écrire ces documents")
    parser.add_argument("--remplacer", action="store_true", help="remplace les fichiers qui existent")


VERBS = (Verb("portefeuille", portfolio, "Lit tous les documents d’un dossier.", _arguments, document=False),)
