"""Sentences and lists that the three forms of a bilan share."""

from __future__ import annotations

from collections.abc import Iterator

from nrdesk.core.duties.explained import money, share_text
from nrdesk.core.formatting import NBSP, count, mass, number
from nrdesk.core.model import Action
from nrdesk.core.monitoring.year import YearPlace
from nrdesk.core.reports.annual_review.story import Story, title_of
from nrdesk.core.reports.content import KeyFigure
from nrdesk.core.reports.wording import french, listed
from nrdesk.core.written.prose import after_colon
from nrdesk.core.written.words import on_one_line

_SAME = 0.005
"""Relative change within any rounding: half a percent."""


def lines(text: str) -> tuple[str, ...]:
    """Return what someone wrote, a line an item, without the bullets that they typed."""
    return tuple(line for each in text.splitlines() if (line := each.strip().lstrip("-•–— ").strip()))


def key_figures(story: Story) -> tuple[KeyFigure, ...]:
    """Return two to four figures to remember."""
    return tuple(_key_figures(story))


def balance(story: Story) -> str:
    """Return the year in one sentence: how many actions were promised, done, under way, blocked, late."""
    if not story.promised:
        if not story.document.count(Action):
            return "Le plan d’action n’est pas encore écrit."
        return f"Le plan d’action n’a rien prévu pour {story.year}."
    told = [
        count(number_of, singular, plural)
        for places, singular, plural in (
            ((YearPlace.DONE,), "est terminée", "sont terminées"),
            ((YearPlace.UNDER_WAY,), "avance", "avancent"),
            ((YearPlace.LATE,), "est en retard", "sont en retard"),
            ((YearPlace.BLOCKED,), "est bloquée", "sont bloquées"),
            ((YearPlace.DROPPED,), "est abandonnée", "sont abandonnées"),
            ((YearPlace.NEXT,), "n’a pas commencé", "n’ont pas commencé"),
        )
        if (number_of := sum(each.place in places for each in story.promised))
    ]
    if len(story.promised) == 1:
        return f"Une action était prévue pour {story.year}{NBSP}: elle {told[0].partition(NBSP)[2]}."
    promised = f"{count(len(story.promised), 'action')} étaient prévues"
    return f"{promised} pour {story.year}{NBSP}: {listed(told)}."


def footprint(story: Story) -> str:
    """Return what became of the footprint, in a sentence that does not take the method for a merit."""
    total = story.told.footprint
    if not total.value:
        return "L’empreinte du parc n’est pas encore évaluée."
    now = mass(total.value, total.low, total.high)
    if not story.compared:
        return f"Notre parc pèse environ {now} par an : c’est notre point de départ."
    then, year = story.before_at_constant_method, story.told.previous_year
    change = abs(total.value - then) / then if then else 0.0
    if change < _SAME:
        return f"L’empreinte du parc, environ {now} par an, est la même qu’en {year} à méthode constante."
    way = "a baissé" if total.value < then else "a augmenté"
    return (
        f"L’empreinte du parc {way} de {number(100 * change)} % depuis {year}, à méthode constante : elle "
        f"est d’environ {now} par an."
    )


def before_text(story: Story) -> str:
    """Return the footprint of the year before with the method of the year, rounded as its range allows."""
    then, told = story.before_at_constant_method, story.told.footprint_before
    scale = then / told.value if told and told.value else 1.0
    return mass(then, told.low * scale, told.high * scale) if told else mass(then)


def cost(story: Story) -> str:
    """Return what the plan was to cost in the year, in a sentence; "" without any amount."""
    found = story.told.money
    if not (found.cost or found.savings or found.secured):
        return ""
    told = [f"Le plan prévoyait {money(found.cost)} de dépenses en {story.year}"]
    if found.savings:
        told.append(f"{money(found.savings)} d’économies")
    if found.secured:
        told.append(f"{money(found.secured)} de financements obtenus")
    net = f"restaient {money(found.net)}" if found.net >= 0 else f"il rapportait {money(-found.net)}"
    return f"{listed(told)} : {net}."


def troubles(story: Story) -> tuple[tuple[str, str], ...]:
    """Return what did not go as promised: a name, and why, both in French."""
    return tuple((name, after_colon(why)) for name, why in _troubles(story))


def _key_figures(story: Story) -> Iterator[KeyFigure]:
    yield from _footprint(story)
    if story.promised:
        done = sum(each.place is YearPlace.DONE for each in story.promised)
        stuck = sum(each.place in (YearPlace.BLOCKED, YearPlace.LATE) for each in story.promised)
        detail = count(stuck, "bloquée ou en retard", "bloquées ou en retard") if stuck else ""
        label = "action prévue est terminée" if done < 2 else "actions prévues sont terminées"
        yield KeyFigure(f"{done} sur {len(story.promised)}", label, detail)
    bought = story.computing
    if bought and bought.reuse_share is not None:
        earlier = bought.reuse_share_before
        detail = f"{share_text(earlier)} en {story.year - 1}" if earlier is not None else ""
        yield KeyFigure(share_text(bought.reuse_share), "de la dépense informatique en réemploi", detail)
    aimed = [each for each in story.told.indicators if each.target is not None and each.value is not None]
    if aimed:
        held = sum(not each.off_track for each in aimed)
        yield KeyFigure(f"{held} sur {len(aimed)}", "indicateurs dans les temps", "")


def _footprint(story: Story) -> Iterator[KeyFigure]:
    total = story.told.footprint
    if not total.value:
        return
    before = before_text(story) if story.compared else ""
    detail = f"{before} en {story.told.previous_year}, à méthode constante" if before else ""
    value, _, _ = mass(total.value, total.low, total.high).partition(" éq.")
    yield KeyFigure(value, f"éq.{NBSP}CO₂ par an pour le parc", french(detail))


def _troubles(story: Story) -> Iterator[tuple[str, str]]:
    for each in story.told.of(YearPlace.BLOCKED):
        reason = each.difficulty.strip() or each.blocked_reason.strip()
        yield title_of(each), reason or "Bloquée, sans raison notée."
    for each in story.told.of(YearPlace.LATE):
        yield title_of(each), _joined(each.late, each.difficulty)
    for each in story.told.of(YearPlace.DROPPED):
        yield title_of(each), _joined("Abandonnée.", each.difficulty)
    for state in story.told.indicators:
        if state.off_track:
            yield state.title, state.reason


def _joined(*texts: str) -> str:
    return " ".join(on_one_line(text) for text in texts if text.strip())
