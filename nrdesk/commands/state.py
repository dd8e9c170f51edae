"""The command that says where the ten steps are."""

from __future__ import annotations

from argparse import Namespace

from nrdesk.commands import Answer, Verb
from nrdesk.core import formatting


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


VERBS = (Verb("etat", state, "Dit où en sont les dix étapes."),)
