"""Making whole what could be read of a damaged file: what another program wrote, what others point to."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Callable, Iterator
from functools import partial

from nrdesk.core.document.checks import strange_values
from nrdesk.core.document.columns import Column, layout
from nrdesk.core.document.stamps import utc_now
from nrdesk.core.formatting import NBSP, count
from nrdesk.core.model import (
    RECORDS,
    Action,
    Authority,
    AwarenessSession,
    Campaign,
    Evidence,
    GovernanceBody,
    Indicator,
    Interview,
    Objective,
    Person,
    PolicyDocument,
    PriorityAxis,
    QuestionGuide,
    Record,
    Review,
    Scenario,
    Workshop,
    new_id,
)
from nrdesk.core.model.values import Holds

LABELS = {
    "authority": "collectivité",
    "campaign": "campagnes",
    "equipment": "inventaire",
    "import_mapping": "colonnes d’import mémorisées",
    "setting": "réglages",
    "activity": "journal",
    "step_answer": "réponses aux questions du guide",
    "person": "équipe",
    "trade_coverage": "métiers couverts",
    "governance_body": "instances",
    "stakeholder": "acteurs",
    "awareness_session": "séances de sensibilisation",
    "attendance": "présences",
    "referent": "référents",
    "resource_reading": "lectures",
    "policy_document": "documents de politique publique",
    "policy_link": "croisements de la matrice",
    "obligation_tracking": "suivi des obligations",
    "evidence": "preuves",
    "attached_file": "fichiers joints",
    "frozen_method": "méthodes des campagnes figées",
    "factor_file": "facteurs apportés",
    "site": "lieux",
    "service_use": "services numériques",
    "web_site": "sites web",
    "maturity_answer": "questionnaire de maturité",
    "question_guide": "guides de questions",
    "interview": "entretiens",
    "interview_answer": "réponses des entretiens",
    "past_action": "actions déjà engagées",
    "read_document": "documents lus",
    "synthesis_item": "synthèse",
    "territory_fact": "faits du territoire",
    "ambition": "ambition",
    "priority_axis": "axes prioritaires",
    "objective": "objectifs",
    "workshop": "ateliers",
    "decision": "décisions",
    "chapter": "chapitres de la stratégie",
    "quote": "paroles",
    "strategy_version": "versions de la stratégie",
    "look": "logo et couleur",
    "deliberation": "délibération",
    "charter": "chartes signées",
    "action": "actions",
    "contribution": "contributions aux actions",
    "dependency": "dépendances entre actions",
    "milestone": "jalons",
    "budget_line": "budget des actions",
    "action_lever": "effets des actions",
    "scenario": "scénarios",
    "scenario_action": "actions des scénarios",
    "indicator": "indicateurs",
    "target_step": "étapes vers les cibles",
    "reading": "relevés",
    "review": "revues",
    "review_decision": "décisions des revues",
    "annual_review": "bilans annuels",
    "action_year": "année de chaque action",
    "declared_spend": "achats à déclarer",
    "message": "plan de communication",
    "chosen_moment": "moments choisis",
    "pioneer": "communauté",
    "kit_text": "textes du kit",
    "commitment": "engagements signés",
    "kit_check": "vérifications de la communication",
    "shared_service": "mutualisations",
}
"""What the rows of each table are, in French."""


def mend(new: sqlite3.Connection) -> Iterator[str]:
    """Make a document of the rows that could be read; yield what to check after it, in French."""
    yield from _known_choices(new)
    yield from _plain_values(new)
    yield from _lost_parents(new)


def _known_choices(new: sqlite3.Connection) -> Iterator[str]:
    """Give its default to every choice that the damage made unknown; a row means nothing without one."""
    for record in RECORDS:
        for column in layout(record).columns:
            if not (known := [str(choice) for choice in column.choices]):
                continue
            marks = ", ".join("?" * len(known))
            unknown = f"{column.name} NOT IN ({marks})"
            if column.default is None and not column.optional:
                gone = new.execute(f"DELETE FROM {record.TABLE} WHERE {unknown}", known).rowcount
                if gone:
                    lines = count(gone, "ligne illisible", "lignes illisibles")
                    yield f"{LABELS[record.TABLE].capitalize()}{NBSP}: {lines} ({column.name})."
                continue
            changed = new.execute(
                f"UPDATE {record.TABLE} SET {column.name} = ? WHERE {unknown}", (column.default, *known)
            ).rowcount
            if changed:
                lines = count(changed, "ligne", "lignes")
                yield f"{column.name}{NBSP}: valeur inconnue remise à sa valeur habituelle sur {lines}."


def _plain_values(new: sqlite3.Connection) -> Iterator[str]:
    """Take away the values that mean nothing in their column; a row means nothing without some of them."""
    for record in RECORDS:
        for column in layout(record).columns:
            for value in strange_values(new, record, column):
                told, lines = column.refusal(value), count(_take_away(new, record, column, value), "ligne")
                yield f"{LABELS[record.TABLE].capitalize()}{NBSP}: {told}, retiré sur {lines}."


def _take_away(new: sqlite3.Connection, record: type[Record], column: Column, value: object) -> int:
    """Give its usual value to a column where it has this one, or delete the rows; return how many."""
    update, where = f"UPDATE {record.TABLE} SET {column.name} =", f"WHERE {column.name} = ?"
    if record is Campaign and column.holds is Holds.DAY:
        # A campaign needs its date: the last day of its year.
        done = new.execute(f"{update} printf('%04d-12-31', year) {where}", (value,))
    elif column.holds is Holds.INSTANT:
        done = new.execute(f"{update} ? {where}", (utc_now(), value))
    elif column.optional or column.default is not None:
        done = new.execute(f"{update} ? {where}", (column.default, value))
    else:
        done = new.execute(f"DELETE FROM {record.TABLE} {where}", (value,))
    return done.rowcount


def _lost_parents(new: sqlite3.Connection) -> Iterator[str]:
    """Make again the rows that others point to and that could not be read."""
    for record in RECORDS:
        for column in layout(record).columns:
            if column.references:
                orphans = new.execute(
                    f"SELECT DISTINCT {column.name} FROM {record.TABLE} "
                    f"WHERE {column.name} IS NOT NULL "
                    f"AND {column.name} NOT IN (SELECT id FROM {column.references})"
                ).fetchall()
                for (id,) in orphans:
                    yield _add(new, *PARENTS[column.references](id))
    for kind in (Authority, Campaign):
        if not new.execute(f"SELECT 1 FROM {kind.TABLE}").fetchone():
            yield _add(new, *PARENTS[kind.TABLE](new_id()))


def _add(new: sqlite3.Connection, record: Record, note: str) -> str:
    shape = layout(type(record))
    names = ", ".join(f'"{name}"' for name in shape.by_name)
    marks = ", ".join("?" * len(shape.columns))
    new.execute(f"INSERT INTO {record.TABLE} ({names}) VALUES ({marks})", shape.encode(record))
    return note


def _lost_campaign(id: str) -> tuple[Record, str]:
    today = dt.date.today()
    record = Campaign(id=id, updated_at=utc_now(), year=today.year, as_of=today.isoformat())
    year = f"elle est recréée pour {today.year}, vérifiez son année."
    return record, f"Une campagne n’a pas pu être lue{NBSP}: {year}"


def _lost(make: Callable[..., Record], what: str) -> Callable[[str], tuple[Record, str]]:
    """Return what makes a row again, and says that it is to be completed."""
    return lambda id: (make(id=id, updated_at=utc_now()), f"{what}{NBSP}: complétez sa fiche.")


PARENTS: dict[str, Callable[[str], tuple[Record, str]]] = {
    "campaign": _lost_campaign,
    "authority": _lost(
        partial(Authority, name="Collectivité à compléter"),
        "La collectivité n’a pas pu être lue",
    ),
    "person": _lost(partial(Person, name="(nom perdu)"), "Une personne de l’équipe n’a pas pu être lue"),
    "governance_body": _lost(
        partial(GovernanceBody, name="(instance perdue)"), "Une instance n’a pas pu être lue"
    ),
    "awareness_session": _lost(
        partial(AwarenessSession, title="(séance perdue)"), "Une séance n’a pas pu être lue"
    ),
    "policy_document": _lost(
        partial(PolicyDocument, title="(document perdu)"),
        "Un document de politique publique n’a pas pu être lu",
    ),
    "evidence": _lost(
        partial(Evidence, obligation="", title="(preuve perdue)"), "Une preuve n’a pas pu être lue"
    ),
    "question_guide": _lost(
        partial(QuestionGuide, title="(guide perdu)"), "Un guide de questions n’a pas pu être lu"
    ),
    "interview": _lost(partial(Interview, title="(entretien perdu)"), "Un entretien n’a pas pu être lu"),
    "priority_axis": _lost(
        partial(PriorityAxis, title="(axe perdu)"), "Un axe prioritaire n’a pas pu être lu"
    ),
    "objective": _lost(partial(Objective, title="(objectif perdu)"), "Un objectif n’a pas pu être lu"),
    "workshop": _lost(partial(Workshop, title="(réunion perdue)"), "Une réunion n’a pas pu être lue"),
    "action": _lost(partial(Action, title="(action perdue)"), "Une action n’a pas pu être lue"),
    "scenario": _lost(partial(Scenario, name="(scénario perdu)"), "Un scénario n’a pas pu être lu"),
    "indicator": _lost(partial(Indicator, title="(indicateur perdu)"), "Un indicateur n’a pas pu être lu"),
    "review": _lost(partial(Review, title="(revue perdue)"), "Une revue n’a pas pu être lue"),
}
"""What takes the place of a row that others need: one for each table that a column points to."""
