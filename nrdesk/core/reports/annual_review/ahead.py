"""The next year: what is asked, what begins, what it costs, where the plan leads."""

from __future__ import annotations

from collections.abc import Iterator

from nrdesk.core.duties.explained import money
from nrdesk.core.formatting import NBSP, count, mass, significant
from nrdesk.core.monitoring.year import YearPlace
from nrdesk.core.reports import parts, wording
from nrdesk.core.reports.annual_review import words
from nrdesk.core.reports.annual_review.story import Story, title_of
from nrdesk.core.reports.content import (
    Block,
    Callout,
    ChartSpec,
    Column,
    Figure,
    Heading,
    Series,
    Table,
    bullets,
)
from nrdesk.core.reports.wording import capital, french, listed, prose, sentence, when
from nrdesk.core.written.words import on_one_line


def blocks(story: Story) -> Iterator[Block]:
    """Yield the last chapters."""
    yield Heading(1, f"Ce que nous ferons en {story.year + 1}")
    told, steps = words.lines(story.review.next_year), next_steps(story)
    if told:
        yield bullets(*(sentence(each) for each in told))
    elif steps or story.to_begin:
        yield prose(_work(story), style="lead")
    else:
        yield parts.to_complete("ce que vous proposez pour l’an prochain, sur la page « Bilan annuel ».")
    if steps:
        yield steps
    if story.to_begin:
        yield _begins(story)
    yield from _money(story)
    yield from _way(story)
    yield _method(story)


def _work(story: Story) -> str:
    """Return how many actions go on and begin, in a sentence."""
    places = (YearPlace.UNDER_WAY, YearPlace.LATE, YearPlace.BLOCKED)
    told = [
        count(number_of, singular, plural)
        for number_of, singular, plural in (
            (len(story.told.of(*places)), "action continue", "actions continuent"),
            (len(story.to_begin), "action commence", "actions commencent"),
        )
        if number_of
    ]
    return f"En {story.year + 1}, {listed(told)}." if told else f"Voici les suites pour {story.year + 1}."


def next_steps(story: Story) -> Table | None:
    """Return the next step of each action that goes on; None when nobody said any."""
    rows = tuple(
        (title_of(each), sentence(on_one_line(each.next_step)), each.owner.strip() or "à désigner")
        for each in story.told.actions
        if each.next_step.strip()
    )
    columns = (Column("Action", 2.4), Column("Prochaine étape", 3), Column("Qui", 1.7))
    return Table("Les prochaines étapes", columns, rows) if rows else None


def _begins(story: Story) -> Table:
    columns = (Column("Action", 3.2), Column("Début", 1.3), Column("Qui", 2))
    rows = tuple(
        (title_of(each), capital(when(each.starts[:7])), each.owner.strip() or "à désigner")
        for each in story.to_begin
    )
    return Table(f"Les actions qui commencent en {story.year + 1}", columns, rows)


def _money(story: Story) -> Iterator[Block]:
    found = story.told.money_next
    if not (found.cost or found.savings or found.secured or found.hoped):
        return
    yield Heading(2, f"Le budget de {story.year + 1}")
    rows = (
        ("Investissement", money(found.investment)),
        ("Fonctionnement", money(found.operating)),
        ("Économies attendues", f"−\u00a0{money(found.savings)}" if found.savings else money(0)),
        ("Financements obtenus", f"−\u00a0{money(found.secured)}" if found.secured else money(0)),
    )
    yield Table(
        f"Ce que le plan coûte en {story.year + 1}, hors taxes",
        (Column("", 3), Column("Montant", 1.2, "right")),
        rows,
        ("Reste à payer", money(found.net)),
    )
    if found.hoped:
        yield prose(
            f"{money(found.hoped)} de financements sont demandés et pas encore acquis : ils ne sont pas "
            "déduits.",
            style="small",
        )


def _way(story: Story) -> Iterator[Block]:
    """Yield where the plan leads; nothing when nothing of it is simulated."""
    last = story.told.trajectory[-1] if story.told.trajectory else None
    if last is None or last.year <= story.year:
        return
    bars = [
        (str(story.year), story.told.footprint.value),
        (f"{last.year} sans le plan", last.without),
        (f"{last.year} avec le plan", last.value),
    ]
    target = story.told.target
    if target:
        bars.append((f"Cible {target.year}", target.value))
    shown = [(label, significant(value, 3)) for label, value in bars]
    said = ", ".join(f"{label} : {wording.kilograms(value)}" for label, value in shown)
    unit = f"kg{NBSP}éq.{NBSP}CO₂ par an"
    yield Heading(2, "Où mène le plan")
    chart = ChartSpec(
        "bars",
        tuple(label for label, _ in shown),
        (Series("Empreinte", tuple(value for _, value in shown)),),
        unit,
    )
    yield Figure(
        chart, f"L’empreinte du parc en {last.year}, simulée.", french(f"Barres, en {unit} : {said}.")
    )
    told = f"Avec le plan, le parc pèserait {mass(last.value, last.low, last.high)} par an en {last.year}"
    if target and target.year == last.year:
        reaches = last.value <= target.value
        told += " : la cible serait atteinte" if reaches else " : cela ne suffit pas pour atteindre la cible"
    yield prose(f"{told}. C’est une simulation : les effets des actions sont des hypothèses.")


def _method(story: Story) -> Callout:
    return Callout(
        "Comment lire ces chiffres",
        (
            prose(
                "L’empreinte est une évaluation, pas une mesure : un ordre de grandeur, avec sa "
                f"fourchette. Facteurs d’empreinte : {story.told.factors}. La méthode "
                "complète est dans l’état des lieux."
            ),
        ),
    )
