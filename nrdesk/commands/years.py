"""Commands about campaigns over the years: comparing two, opening, freezing, and the factors they use."""

from __future__ import annotations

import datetime as dt
from argparse import ArgumentParser, Namespace
from collections.abc import Mapping
from typing import TYPE_CHECKING

from nrdesk.commands import Answer, Verb, file_path
from nrdesk.core import formatting

if TYPE_CHECKING:
    from nrdesk.core.assessment.years import YearComparison
    from nrdesk.core.document import Document
    from nrdesk.core.footprint.decomposition import Decomposition


def compare(args: Namespace) -> Answer:
    """Say why the footprint changed between two campaigns."""
    from nrdesk.core import campaigns
    from nrdesk.core.assessment.years import compare_years
    from nrdesk.core.document import Document

    with Document.open(args.fichier, read_only=True) as doc:
        before, after = (campaigns.campaign_of(doc, year) for year in (args.de, args.a))
        found = compare_years(doc, before, after)
    return Answer(_comparison_data(found), _comparison_text(found))


def _comparison_data(found: YearComparison) -> Mapping[str, object]:
    constant = found.at_constant_method.headline
    return {
        "annee_de": found.before.campaign.year,
        "annee_a": found.after.campaign.year,
        **_split_data(found.headline),
        "unite": constant.criterion.unit,
        "critere": constant.criterion.id,
        "a_methode_constante": {
            "de": constant.value,
            "a": found.after.headline.value,
            "ecart": found.at_constant,
        },
        "effet_de_methode": found.headline.of_method,
        "criteres": {
            criterion: {
                **_split_data(split),
                "unite": found.after.method.factors.criteria[criterion].unit,
            }
            for criterion, split in found.decompositions.items()
        },
        "lignes": {
            "ajoutees": len(found.added),
            "parties": len(found.removed),
            "conservees": len(found.kept),
        },
        "phrases": list(found.sentences),
    }


def _split_data(split: Decomposition) -> dict[str, object]:
    return {
        "de": split.before,
        "a": split.after,
        "ecart": split.difference,
        "effets": {str(effect): value for effect, value in split.effects.items()},
    }


def _comparison_text(found: YearComparison) -> str:
    from nrdesk.core.assessment.years import signed_mass

    effects = found.headline.effects.items()
    lines = [*found.sentences, "Détail des effets sur un an\u00a0:"]
    lines += [f"  {effect.label}\u00a0: {signed_mass(value)}" for effect, value in effects]
    return "\n".join(lines)


def campaign(args: Namespace) -> Answer:
    """List the campaigns, or open, freeze, unfreeze or delete one."""
    from nrdesk.core import campaigns
    from nrdesk.core.document import Document

    changing = (args.copier, args.figer, args.defiger, args.supprimer)
    with Document.open(args.fichier, read_only=all(year is None for year in changing)) as doc:
        if args.copier is not None:
            start = doc.campaign if args.depuis is None else campaigns.campaign_of(doc, args.depuis)
            campaigns.copy_campaign(doc, start, args.copier, args.au or _usual_day(args.copier))
        elif args.figer is not None:
            campaigns.freeze(doc, campaigns.campaign_of(doc, args.figer))
        elif args.defiger is not None:
            campaigns.unfreeze(doc, campaigns.campaign_of(doc, args.defiger))
        elif args.supprimer is not None:
            campaigns.delete_campaign(doc, campaigns.campaign_of(doc, args.supprimer))
        return _campaigns(doc)


def _usual_day(year: int) -> str:
    """Return today in the year of a campaign, its last day otherwise."""
    today = dt.date.today()
    return today.isoformat() if today.year == year else f"{year:04}-12-31"


def _campaigns(doc: Document) -> Answer:
    from nrdesk.core import campaigns
    from nrdesk.core.model import Equipment

    known = doc.campaigns()
    lines = {each.id: doc.count(Equipment, campaign_id=each.id) for each in known}
    labels = {each.id: campaigns.family_label(doc, each.factor_family) for each in known}
    data = {
        "campagnes": [
            {
                "annee": each.year,
                "date": each.as_of,
                "figee": each.frozen,
                "famille": each.factor_family,
                "famille_nom": labels[each.id],
                "lignes": lines[each.id],
            }
            for each in known
        ]
    }
    text = "\n".join(
        f"{each.year}{' (figée)' if each.frozen else ''}\u00a0: "
        f"{formatting.count(lines[each.id], 'ligne')}, facteurs {labels[each.id]}"
        for each in known
    )
    return Answer(data, text)


def factors(args: Namespace) -> Answer:
    """List the families of factors, or keep a file of one's own with the document."""
    from nrdesk.core import campaigns
    from nrdesk.core.campaigns import factor_files
    from nrdesk.core.document import Document

    reading = args.ajouter is None and args.retirer is None
    with Document.open(args.fichier, read_only=reading) as doc:
        if args.ajouter is not None:
            factor_files.add(doc, args.ajouter)
        elif args.retirer is not None:
            factor_files.remove(doc, factor_files.own_named(doc, args.retirer))
        families = campaigns.families(doc)
    data = {
        "familles": [
            {"famille": each.id, "nom": each.label, "version": each.version, "note": each.note}
            for each in families
        ]
    }
    return Answer(data, "\n".join(f"{each.label}\u00a0: {each.version}" for each in families))


def _two_years(parser: ArgumentParser) -> None:
    parser.add_argument("--de", type=int, metavar="ANNEE", required=True, help="la première")
    parser.add_argument("--a", type=int, metavar="ANNEE", required=True, help="la seconde")


def _campaign_arguments(parser: ArgumentParser) -> None:
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--liste", action="store_true", help="liste les campagnes (par défaut)")
    what.add_argument("--copier", type=int, metavar="ANNEE", help="ouvre la campagne d’une autre année")
    what.add_argument("--figer", type=int, metavar="ANNEE", help="ses chiffres ne bougent plus")
    what.add_argument("--defiger", type=int, metavar="ANNEE", help="elle suit les facteurs d’aujourd’hui")
    what.add_argument("--supprimer", type=int, metavar="ANNEE", help="avec tout ce qu’elle contient")
    parser.add_argument("--depuis", type=int, metavar="ANNEE", help="campagne copiée (la plus récente)")
    parser.add_argument("--au", metavar="DATE", help="date de l’inventaire copié, AAAA-MM-JJ")


def _factor_arguments(parser: ArgumentParser) -> None:
    bringing = parser.add_mutually_exclusive_group()
    bringing.add_argument("--liste", action="store_true", help="liste les familles (par défaut)")
    bringing.add_argument(
        "--ajouter", metavar="CSV", type=file_path, help="garde vos facteurs dans le document"
    )
    bringing.add_argument("--retirer", metavar="NOM", help="retire vos facteurs")


VERBS = (
    Verb("comparer", compare, "Dit pourquoi l’empreinte a changé entre deux campagnes.", _two_years),
    Verb("campagne", campaign, "Liste, ouvre, fige ou supprime des campagnes.", _campaign_arguments),
    Verb("facteurs", factors, "Liste les familles de facteurs, ou en ajoute une.", _factor_arguments),
)
