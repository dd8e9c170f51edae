"""The portfolio as a spreadsheet: one line per collectivité, numbers to sort and to work on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from nrdesk.core import dates
from nrdesk.core.formatting import percent
from nrdesk.core.portfolio import wording
from nrdesk.core.portfolio.comparison import COUNTED, FEWEST, MEASURES, by_stratum, figures, quartiles
from nrdesk.core.portfolio.portfolio import Portfolio
from nrdesk.core.portfolio.strata import stratum_of
from nrdesk.core.portfolio.summary import Summary
from nrdesk.core.reference import obligations
from nrdesk.core.reports import xlsx
from nrdesk.core.reports.stamping import stamp
from nrdesk.core.reports.wording import french
from nrdesk.core.reports.xlsx import Cell, Column, Sheet
from nrdesk.core.steps import STEPS

TITLE = "Portefeuille de collectivités"
_SHARE, _MASS, _DAY = "0%", "#,##0.0", "dd/mm/yyyy"

_COLUMNS = (
    Column("Collectivité", 34),
    Column("Nature", 26),
    Column("Code", 12),
    Column("Département", 13),
    Column("Intercommunalité", 30),
    Column("Strate", 38),
    Column("Habitants", 11, number_format="#,##0"),
    Column("Agents", 9, number_format="#,##0"),
    Column("Campagne", 10, number_format="0"),
    Column("Inventaire au", 14, number_format=_DAY),
    Column("Figée", 8),
    Column("Campagnes", 11, number_format="0"),
    Column("Avancement", 12, number_format=_SHARE),
    *(Column(f"Étape {step.number}", 9, number_format=_SHARE) for step in STEPS),
    Column("Appareils", 11, number_format="#,##0"),
    Column("Empreinte (kg éq. CO₂/an)", 18, number_format=_MASS),
    Column("Bas de la fourchette", 14, number_format=_MASS),
    Column("Haut de la fourchette", 14, number_format=_MASS),
    Column("Par agent", 11, number_format=_MASS),
    Column("Par habitant", 12, number_format="#,##0.00"),
    Column("Part comptée", 12, number_format=_SHARE),
    Column("Part bien connue", 14, number_format=_SHARE),
    Column("Obligations applicables", 14, number_format="0"),
    Column("Tenues", 9, number_format="0"),
    Column("Sans réponse", 12, number_format="0"),
    Column("À risque", 10, number_format="0"),
    Column("Actions", 9, number_format="0"),
    Column("Terminées", 11, number_format="0"),
    Column("En retard", 10, number_format="0"),
    Column("Bloquées", 10, number_format="0"),
    Column("Prochaine échéance", 14, number_format=_DAY),
    Column("Ce qui échoit", 44),
    Column("Dernier changement", 14, number_format=_DAY),
    Column("Fichier", 40),
    Column("Remarques", 60),
)
_RISKS = (
    Column("Collectivité", 34),
    Column("Obligation", 60),
    Column("Pourquoi", 36),
    Column("Date", 13, number_format=_DAY),
    Column("État du texte", 16),
    Column("Fichier", 40),
)
_DEADLINES = (
    Column("Date", 13, number_format=_DAY),
    Column("Collectivité", 34),
    Column("Ce qui échoit", 60),
    Column("Origine", 12),
    Column("Fichier", 40),
)
_STRATA = (
    Column("Strate", 44),
    Column("Mesure", 30),
    Column("Unité", 16),
    Column("Collectivités", 13, number_format="0"),
    Column("Premier quart", 14, number_format="#,##0.00"),
    Column("Médiane", 12, number_format="#,##0.00"),
    Column("Dernier quart", 14, number_format="#,##0.00"),
)
_FAILURES = (
    Column("Fichier", 44),
    Column("État", 24),
    Column("Ce qui s’est passé", 60),
    Column("Que faire", 50),
)


def render(portfolio: Portfolio, chosen: Sequence[Summary], *, named: bool = True) -> bytes:
    """Return the spreadsheet of a portfolio.

    Args:
        portfolio: the folder as it was read.
        chosen: those of its summaries to tell of.
        named: False to give the quartiles of strata only, and name nobody.
    """
    sheets = [_read_me(portfolio, chosen, named=named)]
    if named:
        sheets += [
            Sheet("Collectivités", _COLUMNS, tuple(_row(portfolio, each) for each in chosen)),
            *_risks(chosen),
            *_deadlines(chosen),
        ]
    sheets += _strata(chosen)
    if named:
        sheets += _failures(portfolio)
    book = xlsx.workbook(sheets, title=TITLE, date=portfolio.on)
    return stamp("xlsx", book) if any(each.exercise for each in chosen) else book


def _row(portfolio: Portfolio, each: Summary) -> tuple[Cell, ...]:
    due = each.next_due
    return (
        each.name,
        each.kind.label,
        each.code,
        each.department,
        each.epci_name,
        stratum_of(each).label,
        each.population,
        each.agents,
        each.year,
        _day(each.as_of),
        "oui" if each.frozen else "non",
        each.campaigns,
        each.progress,
        *each.steps,
        each.appliances,
        each.footprint,
        *((each.low, each.high) if each.footprint is not None else (None, None)),
        each.per_agent,
        each.per_inhabitant,
        each.coverage if each.appliances else None,
        each.known if each.appliances else None,
        each.applicable,
        each.met,
        each.unanswered,
        len(each.risks),
        each.actions,
        each.actions_done,
        each.late,
        each.blocked,
        due.date if due else None,
        due.title if due else "",
        _day(each.changed[:10]),
        each.file,
        " ".join(wording.remarks(portfolio, each)),
    )


def _risks(chosen: Iterable[Summary]) -> Iterator[Sheet]:
    rows = tuple(
        (each.name, risk.title, risk.why, _day(risk.on), "" if risk.verified else "à confirmer", each.file)
        for each in chosen
        for risk in each.risks
    )
    if rows:
        yield Sheet("Obligations à risque", _RISKS, rows, wraps=True)


def _deadlines(chosen: Iterable[Summary]) -> Iterator[Sheet]:
    found = sorted(
        (due.date, each.name, due.title, "loi" if due.legal else "stratégie", each.file)
        for each in chosen
        for due in each.deadlines
    )  # fmt: skip
    if found:
        yield Sheet("Échéances", _DEADLINES, tuple(found), wraps=True)


def _strata(chosen: Iterable[Summary]) -> Iterator[Sheet]:
    rows: list[tuple[Cell, ...]] = []
    for stratum, members in by_stratum(chosen).items():
        for measure in MEASURES:
            values = figures(measure, members)
            low, middle, high = quartiles(values) or (None, None, None)
            rows.append((stratum.label, measure.label, measure.unit, len(values), low, middle, high))
    if rows:
        yield Sheet("Comparaison par strate", _STRATA, tuple(rows))


def _failures(portfolio: Portfolio) -> Iterator[Sheet]:
    rows = tuple((each.file, each.kind.label, each.what, each.todo) for each in portfolio.failures)
    if rows:
        yield Sheet("Fichiers non lus", _FAILURES, rows, wraps=True)


def _read_me(portfolio: Portfolio, chosen: Sequence[Summary], *, named: bool) -> Sheet:
    rows = [
        (TITLE, "Où en sont les collectivités d’un dossier de documents nrdesk"),
        ("Lu le", dates.in_letters(portfolio.on)),
        ("Fichiers", wording.overview(portfolio)),
        ("Collectivités présentées", str(len(chosen))),
        ("État du droit", dates.in_letters(obligations.legal_state())),
        ("Statut", "document de travail"),
    ]
    if not named:
        rows.append(("Anonyme", "Aucune collectivité n’est nommée\u00a0: seuls les quartiles sont donnés."))
    rows += [("", ""), *NOTES]
    return Sheet("Lisez-moi", (Column("À propos", 30), Column("", 100)),
                 tuple((french(name), french(text)) for name, text in rows), is_table=False)  # fmt: skip


NOTES = (
    (
        "Avancement",
        "Moyenne des dix étapes, chacune comptée sur ses propres critères « suffisant pour avancer ».",
    ),
    (
        "Empreinte",
        "Celle du parc de la dernière campagne, avec sa fourchette à 95 %. Ne l’additionnez pas d’une ligne "
        "à l’autre : un appareil mutualisé serait compté deux fois. La consolidation, elle, en tient compte.",
    ),
    ("Part comptée", "Part des appareils que l’empreinte compte."),
    (
        "Part bien connue",
        "Part des appareils dont la ligne est de qualité bonne ou moyenne, et non estimée.",
    ),
    (
        "À risque",
        "Obligation qui s’applique, que la collectivité ne dit pas tenue, et dont la date est passée ou à "
        "moins de six mois, ou qu’elle déclare « à faire ».",
    ),
    (
        "Comparaison",
        f"Par nature et par nombre d’habitants, à partir de {FEWEST} collectivités. Une empreinte qui compte "
        f"moins de {percent(COUNTED)} des appareils est écartée, comme les données inventées.",
    ),
)
"""How the figures are made, for who reads them: a word, and what it means."""


def _day(iso: str) -> dt.date | None:
    return dates.last_day(iso) if iso and dates.is_partial_date(iso) else None
