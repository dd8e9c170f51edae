"""« Portefeuille »: where the collectivités of a folder are, for who follows several of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nrdesk.core import dates
from nrdesk.core.formatting import NBSP, count, number, percent
from nrdesk.core.portfolio import wording
from nrdesk.core.portfolio.comparison import MEASURES, Measure, by_stratum, compare, figures, quartiles
from nrdesk.core.portfolio.portfolio import Portfolio
from nrdesk.core.portfolio.progress import bands
from nrdesk.core.portfolio.summary import Summary
from nrdesk.core.portfolio.workbook import NOTES, TITLE
from nrdesk.core.reference import obligations
from nrdesk.core.reports.content import (
    Block,
    Callout,
    ChartSpec,
    Column,
    Figure,
    Heading,
    KeyFigure,
    KeyFigures,
    Meta,
    Report,
    Series,
    Table,
    bold,
    bullets,
)
from nrdesk.core.reports.wording import capital, french, prose

_NOT_KNOWN = "–"


def build(portfolio: Portfolio, chosen: Sequence[Summary], *, named: bool = True) -> Report:
    """Return the document of a portfolio, ready to be rendered.

    Args:
        portfolio: the folder as it was read.
        chosen: those of its summaries to tell of.
        named: False to give counts and quartiles only, and name nobody.
    """
    blocks = [*_essentials(portfolio, chosen), *_progress(chosen)]
    if named:
        blocks += [*_collectivities(portfolio, chosen), *_risks(chosen)]
    blocks += _strata(chosen)
    if named:
        blocks += _failures(portfolio)
    subtitle = "" if named else "Version anonyme"
    return Report(_meta(portfolio, chosen, TITLE, subtitle), (*blocks, *_method()), cover=False)


def build_position(portfolio: Portfolio, summary: Summary) -> Report:
    """Return the sheet that says where one collectivité stands among comparable ones, none of them named."""
    compared = compare(portfolio, summary)
    rows = tuple(
        (
            each.measure.label,
            f"{text}{NBSP}{each.measure.unit}".strip()
            if (text := each.measure.text(summary))
            else _NOT_KNOWN,
            *(
                _NOT_KNOWN if bound is None else each.measure.of(bound)
                for bound in (each.low, each.middle, each.high)
            ),
            str(each.others),
            capital(each.told),
        )
        for each in compared.positions
    )
    columns = (
        Column("Mesure", 1.6),
        Column("Ici", 1.4, "right"),
        Column("Premier quart", 1.2, "right"),
        Column("Médiane", 1.2, "right"),
        Column("Dernier quart", 1.2, "right"),
        Column("Autres", 0.8, "right"),
        Column("Place", 1.8),
    )
    blocks = (
        prose(
            f"{summary.name} est comparée aux autres {compared.stratum.label} du même dossier. Aucune n’est "
            "nommée : les quartiles partagent les autres en quatre parts égales.",
            style="lead",
        ),
        Table("Vos chiffres parmi ceux des autres", columns, rows),
        prose(f"Qualité de votre empreinte : {wording.quality(summary) or 'pas encore d’inventaire'}."),
        *_method(),
    )
    return Report(_meta(portfolio, [summary], "Comparaison anonyme", summary.name), blocks, cover=False)


def _meta(portfolio: Portfolio, chosen: Sequence[Summary], title: str, subtitle: str) -> Meta:
    return Meta(
        title=title,
        subtitle=subtitle,
        authority=count(len(portfolio.distinct), "collectivité"),
        date=portfolio.on,
        legal_state=obligations.legal_state(),
        notice=_notice(chosen),
        exercise=any(each.exercise for each in chosen),
    )


def _notice(chosen: Sequence[Summary]) -> str:
    invented = sum(each.fictional for each in chosen)
    if not invented:
        return ""
    told = count(invented, "document contient", "documents contiennent")
    return french(f"{capital(told)} des données inventées, qui ne sont comparées à rien.")


def _essentials(portfolio: Portfolio, chosen: Sequence[Summary]) -> Iterator[Block]:
    yield Heading(2, "L’essentiel")
    yield prose(f"{wording.overview(portfolio)}. Aucun n’a été modifié.", style="lead")
    if not chosen:
        yield prose("Aucune collectivité à présenter.")
        return
    assessed = sum(each.footprint is not None for each in chosen)
    at_risk = sum(bool(each.risks) for each in chosen)
    late = sum(bool(each.late or each.blocked) for each in chosen)
    mean = sum(each.progress for each in chosen) / len(chosen)
    yield KeyFigures(
        (
            KeyFigure(number(len(chosen)), "collectivités" if len(chosen) > 1 else "collectivité"),
            KeyFigure(percent(mean), "d’avancement en moyenne", "sur les dix étapes"),
            KeyFigure(number(assessed), "avec une empreinte calculée"),
            KeyFigure(number(at_risk), "avec une obligation à risque"),
            KeyFigure(number(late), "avec une action en retard ou bloquée"),
        )
    )


def _progress(chosen: Sequence[Summary]) -> Iterator[Block]:
    if not chosen:
        return
    found = bands(chosen)
    told = ", ".join(f"{how_many} de {name}" for name, how_many in found)
    spec = ChartSpec(
        "columns",
        tuple(name for name, _ in found),
        (Series("Collectivités", tuple(float(how_many) for _, how_many in found)),),
        "collectivités",
        totals=tuple(str(how_many) for _, how_many in found),
        axis="avancement des dix étapes",
    )
    yield Figure(spec, "Combien de collectivités à quel avancement", french(f"Avancement : {told}."))


def _collectivities(portfolio: Portfolio, chosen: Sequence[Summary]) -> Iterator[Block]:
    if not chosen:
        return
    yield Heading(2, "Les collectivités")
    columns = (
        Column("Collectivité", 2.3),
        Column("Habitants", 1.3, "right"),
        Column("Campagne", 1.2),
        Column("Étapes", 0.9, "right"),
        Column("Par agent", 0.9, "right"),
        Column("Par habitant", 1.1, "right"),
        Column("Comptés", 1.1, "right"),
        Column("Risques", 1.0, "right"),
        Column("Échéance", 1.3, "right"),
    )
    rows = tuple(
        (
            each.name,
            number(each.population) if each.population is not None else _NOT_KNOWN,
            wording.campaign(each),
            percent(each.progress),
            wording.per_agent(each) or _NOT_KNOWN,
            wording.per_inhabitant(each) or _NOT_KNOWN,
            percent(each.coverage) if each.appliances else _NOT_KNOWN,
            str(len(each.risks)),
            dates.short(due.on) if (due := each.next_due) else _NOT_KNOWN,
        )
        for each in chosen
    )
    yield Table(f"Où en est chaque collectivité (empreintes en kg éq.{NBSP}CO₂ par an)", columns, rows)
    yield prose(
        "Étapes : part des dix étapes qui est faite. Comptés : part des appareils que l’empreinte compte. "
        "Risques : obligations à risque. Échéance : la prochaine date, de la stratégie ou de la loi.",
        style="small",
    )
    remarks = [(bold(f"{each.name} "), told) for each in chosen for told in wording.remarks(portfolio, each)]
    if remarks:
        yield Heading(3, "À savoir")
        yield bullets(*remarks)


def _risks(chosen: Sequence[Summary]) -> Iterator[Block]:
    rows = tuple(
        (each.name, risk.title + ("" if risk.verified else " (à confirmer)"), capital(risk.why))
        for each in chosen
        for risk in each.risks
    )
    if rows:
        yield Heading(2, "Les obligations à risque")
        columns = (Column("Collectivité", 1.4), Column("Obligation", 2.4), Column("Pourquoi", 1.5))
        yield Table("Obligations qui s’appliquent et ne sont pas dites tenues", columns, rows)


def _strata(chosen: Sequence[Summary]) -> Iterator[Block]:
    strata = by_stratum(chosen)
    if not strata:
        return
    yield Heading(2, "Par strate, sans nommer personne")
    columns = (
        Column("Strate", 2.4),
        Column("Collectivités", 1.0, "right"),
        Column("Premier quart", 1.1, "right"),
        Column("Médiane", 1.1, "right"),
        Column("Dernier quart", 1.1, "right"),
    )
    for measure in MEASURES:
        rows = tuple(_stratum_row(measure, stratum.label, members) for stratum, members in strata.items())
        unit = f" ({measure.unit})" if measure.unit else ""
        yield Table(f"{measure.label}{unit}", columns, rows)


def _stratum_row(measure: Measure, label: str, members: Sequence[Summary]) -> tuple[str, ...]:
    values = figures(measure, members)
    found = quartiles(values)
    told = tuple(map(measure.shown, found)) if found else ("trop peu", "trop peu", "trop peu")
    return (capital(label), str(len(values)), *told)


def _failures(portfolio: Portfolio) -> Iterator[Block]:
    if portfolio.failures:
        yield Heading(2, "Les fichiers qui n’ont pas pu être lus")
        columns = (Column("Fichier", 1.6), Column("État", 1.0), Column("Ce qui s’est passé", 2.6))
        rows = tuple(
            (each.file, capital(each.kind.label), f"{each.what} {each.todo}".strip())
            for each in portfolio.failures
        )
        yield Table("Fichiers non lus, et ce qu’on peut faire", columns, rows)


def _method() -> Iterator[Block]:
    lines = tuple(prose(f"{name} : {text}", style="small") for name, text in NOTES)
    yield Callout("Comment ces chiffres sont faits", lines)
