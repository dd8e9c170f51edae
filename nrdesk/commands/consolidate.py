"""The command that gathers an EPCI and its communes in one document."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from nrdesk.commands import Answer, Verb, file_path
from nrdesk.core import formatting
from nrdesk.core.paths import same_file

if TYPE_CHECKING:
    from nrdesk.core.consolidation import View


def consolidate(args: Namespace) -> Answer:
    """Write one document from several, nothing counted twice; the code is 1 when one could not be read."""
    from nrdesk.core import consolidation
    from nrdesk.core.document import Document
    from nrdesk.core.errors import UserError
    from nrdesk.core.reports.consolidation import returned

    if any(same_file(args.sortie, path) for path in args.fichiers):
        raise UserError(
            "Le résultat ne peut pas remplacer l’un des documents à consolider.",
            kept="Rien n’a été écrit.",
            todo="Choisissez un autre nom pour le résultat.",
        )
    journal = consolidation.consolidate(args.fichiers, args.sortie, year=args.annee)
    with Document.open(args.sortie, read_only=True) as document:
        view = consolidation.view(document, journal)
        sheets = returned.write_all(document, args.retours) if args.retours else ()
    data = {"fichier": str(args.sortie), **_data(view), "retours": [str(path) for path in sheets]}
    return Answer(data, "\n".join(_text(view, args.sortie, sheets)), code=1 if journal.unread else 0)


def _data(view: View) -> Mapping[str, object]:
    journal, combined = view.journal, view.combined
    return {
        "collectivite": view.assessment.authority.name,
        "campagne": journal.year,
        "unite": "kgCO2e",
        "total": {
            "valeur": combined.total.value,
            "min": combined.total.low,
            "max": combined.total.high,
            "appareils": combined.equipment.value,
            "services": combined.services.value,
        },
        "equipements": sum(share.quantity for share in view.shares),
        "membres": [
            {
                "nom": share.name,
                "epci": bool(share.gathering and share.gathering.is_epci),
                "campagne": share.gathering.year if share.gathering else None,
                "equipements": share.quantity,
                "appareils": share.appliances,
                "services": share.services,
                "propre": share.gathering.own if share.gathering else None,
            }
            for share in view.shares
        ],
        "calcul": {
            "documents": view.told,
            "methode": view.method_change,
            "doubles": view.set_aside,
            "modifie": view.edited,
        },
        "comptes_une_fois": [
            {
                "quoi": entry.what,
                "quantite": entry.quantity,
                "aussi_chez": entry.member,
                "compte_chez": entry.owner,
                "motif": entry.reason.sentence.format(owner=entry.owner),
                "a_verifier": not entry.reason.sure,
                "appareil": entry.appliance,
                "compte": entry.counted,
                "kg": entry.kilograms,
            }
            for entry in journal.entries
        ],
        "remarques": list(journal.remarks),
        "non_lus": [{"fichier": each.file, "raison": each.reason} for each in journal.unread],
    }


def _text(view: View, output: Path, sheets: tuple[Path, ...]) -> Iterator[str]:
    journal, total = view.journal, view.combined.total
    quantity = sum(share.quantity for share in view.shares)
    yield f"{view.assessment.authority.name}, campagne {journal.year}\u00a0: {output}"
    yield (
        f"{formatting.count(quantity, 'équipement')} et les services\u00a0: "
        f"{formatting.mass(total.value, total.low, total.high)} par an, "
        f"{formatting.mass_span(total.value, total.low, total.high)}."
    )
    for share in view.shares:
        yield (
            f"  {share.name}\u00a0: {formatting.count(share.quantity, 'équipement')}, "
            f"{formatting.mass(share.total)}"
        )
    if journal.entries:
        yield f"Comptés une seule fois\u00a0: {formatting.count(len(journal.entries), 'ligne')}."
    for entry in journal.to_check:
        yield (
            f"  à vérifier\u00a0: {entry.what}, chez {entry.member}. "
            f"{entry.reason.sentence.format(owner=entry.owner)}"
        )
    yield from journal.remarks
    for each in journal.unread:
        yield f"Pas compté\u00a0: {each.file}. {each.reason}"
    if sheets:
        yield f"{formatting.count(len(sheets), 'fichier')} de retour dans {sheets[0].parent}"


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("fichiers", metavar="FICHIER", type=file_path, nargs="+", help="documents .nrdesk")
    parser.add_argument(
        "--sortie", metavar="FICHIER", type=file_path, required=True, help="document à écrire"
    )
    parser.add_argument("--annee", type=int, metavar="ANNEE", help="par défaut, la dernière commune à tous")
    parser.add_argument("--retours", metavar="DOSSIER", type=Path, help="écrit une fiche par collectivité")


VERBS = (Verb("consolider", consolidate, "Réunit un EPCI et ses communes.", _arguments, document=False),)
