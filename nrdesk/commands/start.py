"""Start without an inventory: an estimated park from five numbers."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING

from nrdesk.commands import Answer, Verb
from nrdesk.core import formatting
from nrdesk.core.errors import UserError

if TYPE_CHECKING:
    from nrdesk.core.assessment import Assessment
    from nrdesk.core.inventory.estimation import FiveNumbers
    from nrdesk.core.model import Equipment


@dataclass(frozen=True, slots=True)
class Option:
    """One of the five numbers, as the command line asks for it."""

    name: str
    """Attribute of `FiveNumbers`."""
    help: str


OPTIONS = {
    "agents": Option("agents", "agents (par défaut, ceux de la collectivité)"),
    "elus": Option("elected", "élus de l’assemblée (par défaut, ceux de la collectivité)"),
    "classes": Option("classrooms", "classes des écoles dont vous avez la charge"),
    "sites": Option("sites", "lieux où il y a des appareils"),
    "population": Option("population", "habitants (par défaut, la population municipale)"),
}
_HEADLINE = "gwp"
_MOST = 10**9
"""The same as in the form."""


def estimate(args: Namespace) -> Answer:
    """Write the park that five numbers give; those not given are what the document knows."""
    from nrdesk.core.assessment import assess
    from nrdesk.core.document import Document
    from nrdesk.core.inventory import start

    given = {
        known.name: value for option, known in OPTIONS.items() if (value := getattr(args, option)) is not None
    }
    if wrong := [value for value in given.values() if not 0 <= value <= _MOST]:
        raise UserError(
            f"{wrong[0]} ne peut pas être un nombre de personnes ou de lieux.",
            kept="Rien n’a été écrit.",
            todo="Donnez des nombres entiers, à partir de zéro.",
        )
    with Document.open(args.fichier) as doc:
        numbers = replace(start.proposed_numbers(doc), **given)
        if not any(asdict(numbers).values()):
            raise UserError(
                "Les cinq nombres sont à zéro : il n’y a rien à estimer.",
                kept="Rien n’a été écrit.",
                todo="Donnez au moins --agents ou --population.",
            )
        park = start.start(doc, doc.campaign, numbers)
        assessment = assess(doc)
    return Answer(_data(numbers, park, assessment), _text(park, assessment))


def _data(numbers: FiveNumbers, park: tuple[Equipment, ...], assessment: Assessment) -> dict[str, object]:
    total = assessment.result.totals[_HEADLINE]
    return {
        "nombres": {option: getattr(numbers, known.name) for option, known in OPTIONS.items()},
        "appareils": sum(line.quantity for line in park),
        "lignes": [
            {
                "id": line.id,
                "categorie": line.category,
                "quantite": line.quantity,
                "ratio": line.comment,
            }
            for line in park
        ],
        "total": {
            "valeur": total.value,
            "min": total.low,
            "max": total.high,
            "unite": total.criterion.unit,
            "couverture": total.coverage_quantity,
        },
    }


def _text(park: tuple[Equipment, ...], assessment: Assessment) -> str:
    from nrdesk.core.inventory import lists

    told = [
        f"{line.quantity:>4} {lists.category_label(line.category)} ({line.service.lower()})" for line in park
    ]
    quantity = formatting.count(sum(line.quantity for line in park), "appareil estimé", "appareils estimés")
    return "\n".join((f"{quantity}, à remplacer par de vrais :", *told, *assessment.sentences))


def _numbers(parser: ArgumentParser) -> None:
    for option, what in OPTIONS.items():
        parser.add_argument(f"--{option}", type=int, metavar="N", help=what.help)


VERBS = (Verb("estimer", estimate, "Estime un parc à partir de cinq nombres.", _numbers),)
