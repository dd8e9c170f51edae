"""The maturity questionnaire: its scores, and a table filled in elsewhere taken back."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from nrdesk.commands import Answer, Verb, file_path

if TYPE_CHECKING:
    from nrdesk.core.document import Document
    from nrdesk.core.exchange.maturity_file import MaturityPlan


def questionnaire(args: Namespace) -> Answer:
    """Say the scores of the latest campaign, or take a filled table back (`--reprendre`)."""
    from nrdesk.core.document import Document

    if args.reprendre is None:
        with Document.open(args.fichier, read_only=True) as doc:
            return _scores(doc)
    from nrdesk.core.exchange import maturity_file

    with Document.open(args.fichier, read_only=args.essai) as doc:
        plan = maturity_file.plan_maturity(doc, args.reprendre)
        if not args.essai:
            maturity_file.apply_maturity(doc, plan)
    return Answer(_data(plan), _text(plan, tried=args.essai))


def _scores(document: Document) -> Answer:
    from nrdesk.core import steps
    from nrdesk.core.maturity import of_campaign

    campaign = document.campaign
    found = of_campaign(document, campaign, flash=steps.flash(document))
    data = {
        "campagne": campaign.year,
        "score": found.score,
        "reponses": found.settled,
        "questions": found.questions,
        "themes": [
            {
                "theme": theme.theme,
                "score": theme.score,
                "reponses": theme.settled,
                "questions": theme.questions,
            }
            for theme in found.by_theme
        ],
        "a_gagner": [
            {
                "question": gain.question.id,
                "texte": gain.question.text,
                "niveau": gain.level,
                "viser": gain.target,
                "motif": gain.reason,
            }
            for gain in found.first_gains
        ],
    }
    lines = [f"{found.settled} questions sur {found.questions} ; maturité : {found.text}"]
    lines += [f"  {theme.theme} : {theme.text}" for theme in found.by_theme]
    return Answer(data, "\n".join(lines))


def _data(plan: MaturityPlan) -> dict[str, object]:
    from nrdesk.core.exchange.maturity_file import Outcome

    return {
        "lues": plan.read,
        "reprises": plan.number(Outcome.TAKEN),
        "inchangees": plan.number(Outcome.UNCHANGED),
        "rejetees": plan.number(Outcome.REJECTED),
        "ignorees": plan.number(Outcome.IGNORED),
        "rejets": [{"ligne": row.number, "motif": row.reason} for row in plan.rejected],
    }


def _text(plan: MaturityPlan, *, tried: bool) -> str:
    from nrdesk.core.exchange.maturity_file import in_words

    lines = [in_words(plan), *(f"  ligne {row.number} : {row.reason}" for row in plan.rejected)]
    if tried:
        lines.append("C’était un essai : rien n’a été écrit.")
    return "\n".join(lines)


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--reprendre", metavar="TABLEAU", type=file_path, help="questionnaire rempli à reprendre"
    )
    parser.add_argument("--essai", action="store_true", help="montre le résultat sans rien écrire")


VERBS = (Verb("questionnaire", questionnaire, "Dit la maturité, ou reprend un tableau rempli.", _arguments),)
