"""What the laws on purchases and reuse ask, and where the collectivité stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from nrdesk.core.duties.explained import UNSURE, money, share_text, target_text
from nrdesk.core.formatting import count
from nrdesk.core.model import Progress
from nrdesk.core.monitoring.kept import KeptPurchases
from nrdesk.core.reports import parts
from nrdesk.core.reports.annual_review.story import Story
from nrdesk.core.reports.content import Block, Column, Heading, Table
from nrdesk.core.reports.wording import capital, prose


def blocks(story: Story) -> Iterator[Block]:
    """Yield the chapter of the law."""
    yield Heading(1, "Ce que la loi nous demande")
    yield from _obligations(story)
    yield Heading(2, "Nos achats (loi AGEC, article 58)")
    yield from purchases(story)
    yield Heading(2, "Nos appareils réformés (loi REEN, article 16)")
    yield prose(reuse_sentence(story))
    yield from _left_out(story)


def purchases(story: Story) -> Iterator[Block]:
    """Yield the shares of the year's spending."""
    if not story.told.purchases:
        yield parts.to_complete(
            f"aucune dépense de {story.year} n’est saisie, sur la page « Achats et réemploi »."
        )
        return
    yield Table(
        f"Dépenses de {story.year} hors taxes, et part qui vient du réemploi, des dons ou du recyclage",
        (
            Column("Type de produits", 2.6),
            Column("Dépense", 1.1, "right"),
            Column(f"Part {story.year - 1}", 1, "right"),
            Column(f"Part {story.year}", 1, "right"),
            Column("À atteindre", 1.5, "right"),
            Column("Résultat", 1.3),
        ),
        tuple(map(_row, story.told.purchases)),
    )
    if any(not each.verified for each in story.told.purchases):
        yield prose(
            f"Un taux « {UNSURE} » n’a pas été relu dans l’annexe du décret 2024-134 : il n’engage à rien "
            "tant qu’il n’est pas vérifié.",
            style="small",
        )


def share_sentences(story: Story) -> tuple[str, ...]:
    """Return where each product type stands, in a sentence each; those that cannot be told are left out."""
    return tuple(
        f"{each.product_type} : {share_text(share)} {'recyclés' if _recycled(each) else 'de réemploi'}, pour "
        f"{target_text(target, verified=each.verified)} demandés. {capital(each.verdict)}."
        for each in story.told.purchases
        for share, _, target in (_shares(each),)
        if share is not None and target is not None
    )


def reuse_sentence(story: Story) -> str:
    """Return the reuse rate of the year in a sentence."""
    found = story.told.reuse
    if found is None or (found.rate is None and not (found.over_age or story.told.footprint.appliances)):
        return f"Rien ne dit ce qui a été réformé en {story.year} : l’inventaire n’est pas encore rempli."
    asked = f" La loi demande {share_text(found.target)}." if found.target is not None else ""
    if found.rate is None:
        return (
            f"Sans objet en {story.year} : aucun appareil qui compte pour cet article n’a été réformé, "
            f"d’après l’inventaire.{asked}"
        )
    given = "appareil a été donné, vendu ou réemployé", "appareils ont été donnés, vendus ou réemployés"
    base = "en stock au 1ᵉʳ janvier" if found.stock_known else "dans l’année"
    out_of = count(found.b, f"réformé {base}", f"réformés {base}")
    return f"{count(found.a, *given)} pour {out_of}, soit {share_text(found.rate)}.{asked}"


def _row(each: KeptPurchases) -> tuple[str, ...]:
    share, before, target = _shares(each)
    unsure = f", {UNSURE}" if target is not None and share is not None and not each.verified else ""
    return (
        f"{each.product_type} (recyclé)" if _recycled(each) else each.product_type,
        money(each.total),
        share_text(before) or "—",
        share_text(share) or "—",
        target_text(target, verified=each.verified),
        capital(f"{each.verdict}{unsure}"),
    )


def _shares(each: KeptPurchases) -> tuple[float | None, float | None, float | None]:
    """Return the share that the law looks at: of the year, of the year before, to reach."""
    if _recycled(each):
        return each.recycled_share, each.recycled_share_before, each.recycled_target
    return each.reuse_share, each.reuse_share_before, each.reuse_target


def _recycled(each: KeptPurchases) -> bool:
    return not each.reuse_target and each.recycled_target is not None


def _left_out(story: Story) -> Iterator[Block]:
    found = story.told.reuse
    if found is None:
        return
    if found.over_age:
        told = count(found.over_age, "appareil trop ancien", "appareils trop anciens")
        yield prose(f"N’entrent pas dans ce compte : {told} pour la loi, à recycler.", style="small")
    if not found.stock_known and found.rate is not None:
        yield prose(
            "Le décret compte le stock réformé au 1ᵉʳ janvier. Faute de ce nombre, ce bilan prend les "
            "sorties de l’année.",
            style="small",
        )


def _obligations(story: Story) -> Iterator[Block]:
    standing = Counter(each.progress for each in story.told.obligations)
    total = standing.total()
    if not total:
        return
    told = [
        count(standing[progress], *words)
        for progress, words in (
            (Progress.DONE, ("remplie", "remplies")),
            (Progress.UNDER_WAY, ("en cours", "en cours")),
            (Progress.TODO, ("à faire", "à faire")),
            (Progress.UNSAID, ("sans suivi", "sans suivi")),
        )
        if standing[progress]
    ]
    concerned = count(total, "obligation nous concerne", "obligations nous concernent")
    if standing[Progress.UNSAID] == total:
        yield prose(f"{concerned}.")
        yield parts.to_complete("où vous en êtes de chacune, sur la page « Mes obligations ».")
    else:
        yield prose(f"{concerned} : {', '.join(told)}.")
