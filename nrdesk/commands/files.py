"""Commands about the document itself: create, check, back up, restore."""

from __future__ import annotations

import datetime as dt
from argparse import ArgumentParser, Namespace

from nrdesk.commands import Answer, Verb, file_path
from nrdesk.core import formatting
from nrdesk.core.errors import UserError


def demo(args: Namespace) -> Answer:
    """Create the demonstration commune."""
    from nrdesk.core import demo
    from nrdesk.core.model import Equipment

    with demo.create(args.fichier) as doc:
        lines, name = doc.count(Equipment, campaign_id=doc.campaign.id), doc.authority.name
    return Answer(
        {"fichier": str(args.fichier), "collectivite": name, "lignes": lines},
        f"{name} (commune fictive, {formatting.count(lines, 'ligne')} d’inventaire) : {args.fichier}",
    )


def new(args: Namespace) -> Answer:
    """Create the document of a commune or an EPCI found in the national directory."""
    from nrdesk.core.document import Document
    from nrdesk.core.model.campaign import FIRST_YEAR, LAST_YEAR
    from nrdesk.core.reference import directory

    place = directory.commune(args.insee) if args.insee is not None else directory.epci(args.siren)
    if place is None:
        code = f"code INSEE {args.insee}" if args.insee is not None else f"numéro SIREN {args.siren}"
        raise UserError(
            f"Aucune collectivité de l’annuaire ne porte le {code}.",
            kept="Aucun fichier n’a été créé.",
            todo="Vérifiez ce code sur une délibération ou auprès de la préfecture.",
        )
    year = dt.date.today().year if args.annee is None else args.annee
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise UserError(
            f"{year} n’est pas l’année d’une campagne.",
            kept="Aucun fichier n’a été créé.",
            todo=f"Donnez une année entre {FIRST_YEAR} et {LAST_YEAR}.",
        )
    authority = directory.authority(place)
    Document.create(args.fichier, authority, year=year).close()
    return Answer(
        {"fichier": str(args.fichier), "collectivite": authority.name, "annee": year},
        f"{authority.name} ({authority.kind.label}), campagne {year} : {args.fichier}",
    )


def verify(args: Namespace) -> Answer:
    """Check the integrity of a document without changing it."""
    from nrdesk.core.document import Document

    with Document.open(args.fichier, read_only=True) as doc:
        problems = doc.verify()
    text = "\n".join(problems) if problems else "Le fichier est sain."
    return Answer({"sain": not problems, "problemes": problems}, text, code=1 if problems else 0)


def back_up(args: Namespace) -> Answer:
    """Make a dated backup beside the document."""
    from nrdesk.core.document import Document

    with Document.open(args.fichier) as doc:
        backup = doc.back_up()
    return Answer({"sauvegarde": str(backup.path)}, f"Sauvegarde faite : {backup.path}")


def restore(args: Namespace) -> Answer:
    """List the backups of a document, or put one back in its place (itself backed up first)."""
    from nrdesk.core.document import list_backups, restore

    backups = list_backups(args.fichier)
    if args.liste:
        paths = [str(backup.path) for backup in backups]
        return Answer({"sauvegardes": paths}, "\n".join(paths) or "Aucune sauvegarde.")
    if args.depuis is None and not backups:
        raise UserError(
            f"Il n’y a aucune sauvegarde à côté de {args.fichier.name}.",
            kept="Rien n’a été changé.",
            todo="Si vous avez une copie ailleurs, donnez-la avec --depuis.",
        )
    source = args.depuis or backups[0].path
    replaced = restore(source, args.fichier)
    aside = f" L’état précédent est sauvegardé : {replaced.path}" if replaced else ""
    return Answer(
        {"fichier": str(args.fichier), "sauvegarde": str(source)},
        f"{args.fichier.name} a retrouvé l’état de {source.name}.{aside}",
    )


def _place(parser: ArgumentParser) -> None:
    who = parser.add_mutually_exclusive_group(required=True)
    who.add_argument("--insee", metavar="CODE", help="code INSEE de la commune")
    who.add_argument("--siren", metavar="NUMERO", help="numéro SIREN de l’EPCI")
    parser.add_argument("--annee", type=int, metavar="ANNEE", help="année de la première campagne")


def _backup(parser: ArgumentParser) -> None:
    parser.add_argument("--depuis", metavar="SAUVEGARDE", type=file_path, help="par défaut, la plus récente")
    parser.add_argument("--liste", action="store_true", help="liste les sauvegardes")


VERBS = (
    Verb("demo", demo, "Crée la commune de démonstration."),
    Verb("nouveau", new, "Crée le document d’une commune ou d’un EPCI.", _place),
    Verb("verifier", verify, "Vérifie l’intégrité d’un document."),
    Verb("sauvegarder", back_up, "Fait une sauvegarde datée."),
    Verb("restaurer", restore, "Revient à une sauvegarde.", _backup),
)
