"""Where the collectivité stands by its own account: scores by theme, what to gain first, what changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from nrdesk.core.assessment import Assessment
from nrdesk.core.formatting import NBSP, count, number
from nrdesk.core.maturity import (
    Maturity,
    MaturityComparison,
    QuestionChange,
    ThemeScore,
    compare,
    of_campaign,
    previous,
)
from nrdesk.core.maturity.gains import MET
from nrdesk.core.reports.content import (
    Block,
    Callout,
    Column,
    Figure,
    Heading,
    PageBreak,
    Piece,
    Table,
    bold,
    bullets,
)
from nrdesk.core.reports.maturity_radar import in_words, radar_of
from nrdesk.core.reports.wording import french, prose
from nrdesk.core.steps import flash

if TYPE_CHECKING:
    from nrdesk.core.document import Document

_CAPTION = "Scores de maturité, de 0 à 4"
_MOST_CHANGES = 8
"""Questions that are told one by one, in each direction."""


def blocks(document: Document, assessment: Assessment) -> Iterator[Block]:
    """Yield the chapter, unless the questionnaire has no answer."""
    campaign = assessment.campaign
    path = flash(document)
    now = of_campaign(document, campaign, flash=path, authority=assessment.authority)
    if not now.settled:
        return
    earlier = previous(document, campaign)
    years = [(earlier.year, of_campaign(document, earlier, flash=path))] if earlier else []
    years.append((campaign.year, now))
    yield PageBreak()
    yield Heading(1, "Où en est la démarche")
    yield from _scores(years)
    yield from _gains(now)
    if len(years) > 1:
        yield from _changes(years[0][0], compare(years[0][1], now))
    yield _caution()


def _scores(years: Sequence[tuple[int, Maturity]]) -> Iterator[Block]:
    year, now = years[-1]
    yield prose(_opening(years), style="lead")
    yield Heading(2, "Par thème")
    if chart := radar_of(list(years)):
        yield Figure(
            chart,
            french(
                f"Maturité par thème en {year}, de 0 à {chart.full}. Les chiffres sont dans le tableau qui "
                "suit."
            ),
            in_words(chart),
        )
    yield _table(years)
    if any(theme.score is None for theme in now.by_theme):
        yield prose(
            "Un thème où moins de la moitié des questions ont une réponse n’a pas de moyenne.", style="small"
        )


def _opening(years: Sequence[tuple[int, Maturity]]) -> str:
    year, now = years[-1]
    verb = "a" if now.settled < 2 else "ont"
    answered = f"{count(now.settled, 'question')} sur {number(now.questions)} {verb} une réponse"
    if out := len(now.not_applicable):
        answered += f", dont {count(out, 'sans objet', 'sans objet')} ici"
    if now.score is None:
        return f"Le questionnaire de maturité de {year} est commencé : {answered}."
    before = years[0][1].score if len(years) > 1 else None
    since = "" if before is None else f", après {number(before, 1)} en {years[0][0]}"
    return f"En {year}, notre démarche se situe à {now.text}{since}. {answered}."


def _table(years: Sequence[tuple[int, Maturity]]) -> Table:
    """Return the scores of the year, beside those of the year before when there is one."""
    year, now = years[-1]
    progress = Column(f"Réponses en {year}", 1.3, "right")
    whole = f"{now.settled} sur {now.questions}"
    if len(years) == 1:
        return Table(
            _CAPTION,
            (Column("Thème", 4), Column(f"Score en {year}", 1.3, "right"), progress),
            tuple((theme.theme, _score(theme.score), _answered(theme)) for theme in now.by_theme),
            ("Ensemble", _score(now.score), whole),
        )
    first, before = years[0]
    changes = compare(before, now)
    return Table(
        _CAPTION,
        (
            Column("Thème", 3.4),
            Column(str(first), 1, "right"),
            Column(str(year), 1, "right"),
            Column("Évolution", 1.1, "right"),
            progress,
        ),
        tuple(
            (each.theme, _score(each.before.score), _score(each.after.score), each.text,
             _answered(each.after))
            for each in changes.by_theme
        ),
        ("Ensemble", _score(before.score), _score(now.score), changes.text, whole),
    )  # fmt: skip


def _score(score: float | None) -> str:
    return "–" if score is None else number(score, 1)


def _answered(theme: ThemeScore) -> str:
    return f"{theme.settled} sur {theme.questions}"


def _gains(now: Maturity) -> Iterator[Block]:
    if not now.first_gains:
        return
    yield Heading(2, "Ce qu’il y a à gagner d’abord")
    yield prose(
        "D’abord ce que la loi nous demande, puis, dans les thèmes les plus fragiles, les questions où le "
        "niveau suivant est un petit pas."
    )
    columns = (Column("Question", 2.2), Column("Aujourd’hui", 1.8), Column("Ce qu’il faut viser", 2),
               Column("Pourquoi", 2.2))  # fmt: skip
    rows = tuple(
        (
            gain.question.text,
            f"{gain.level}{NBSP}: {gain.question.levels[gain.level]}",
            f"{gain.target}{NBSP}: {gain.next_level}",
            gain.reason,
        )
        for gain in now.first_gains
    )
    yield Table("Par quoi commencer", columns, rows)


def _changes(since: int, comparison: MaturityComparison) -> Iterator[Block]:
    yield Heading(2, f"Ce qui a changé depuis {since}")
    if not (comparison.progress or comparison.regressions):
        yield prose("Aucune question n’a changé de niveau.")
    if comparison.progress:
        yield prose(bold(_counted(comparison.progress, "en progrès")))
        yield bullets(*map(_change, comparison.progress[:_MOST_CHANGES]))
    if comparison.regressions:
        yield prose(bold(_counted(comparison.regressions, "en recul")))
        yield bullets(*map(_change, comparison.regressions[:_MOST_CHANGES]))


def _counted(changes: Sequence[QuestionChange], direction: str) -> str:
    shown = f", dont les {_MOST_CHANGES} plus nettes" if len(changes) > _MOST_CHANGES else ""
    return french(f"{count(len(changes), 'question')} {direction}{shown} :")


def _change(change: QuestionChange) -> tuple[Piece, ...]:
    level = change.question.levels[change.after]
    return (
        f"{change.question.text} ",
        bold(f"{change.before} → {change.after}"),
        french(f" : {level[:1].lower()}{level[1:]}."),
    )


def _caution() -> Callout:
    return Callout(
        "Une auto-évaluation",
        (
            prose(
                "Ces niveaux sont ceux que nous nous donnons, sans contrôle extérieur. Ils servent à voir le "
                "chemin parcouru d’une année à l’autre, pas à se comparer à d’autres collectivités."
            ),
            prose(
                f"Pour dire par quoi commencer, nrdesk suppose qu’une obligation est en place à partir du "
                f"niveau {MET} : c’est une hypothèse, qui ne vaut pas conformité."
            ),
        ),
        "caution",
    )
