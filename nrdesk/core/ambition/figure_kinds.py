"""The list of the figures that nrdesk computes: one entry a figure (see `figures`)."""

from __future__ import annotations

from dataclasses import dataclass

from nrdesk.core.formatting import NBSP

KILOGRAMS = f"kg éq.{NBSP}CO₂"


@dataclass(frozen=True, slots=True)
class FigureKind:
    """A figure that nrdesk computes."""

    id: str
    label: str
    """French name, as an indicator is written."""
    unit: str
    page: str
    """Page of the window that shows it and explains it."""
    theme: str = ""
    """Theme of the maturity questionnaire, for its score."""
    counted: str = ""
    """What is counted, and what is not: a French sentence."""
    dated: bool = True
    """Whether it tells of the day of the inventory; otherwise of the day when it is asked."""


KINDS = (
    FigureKind(
        "footprint.gwp",
        "Empreinte du parc, par an",
        KILOGRAMS,
        "footprint",
        counted="Fabrication et électricité des appareils de l’inventaire.",
    ),
    FigureKind(
        "footprint.gwp_per_agent",
        "Empreinte du parc par agent, par an",
        KILOGRAMS,
        "footprint",
        counted="L’empreinte du parc, divisée par le nombre d’agents.",
    ),
    FigureKind(
        "footprint.gwp_per_inhabitant",
        "Empreinte du parc par habitant, par an",
        KILOGRAMS,
        "footprint",
        counted="L’empreinte du parc, divisée par la population municipale.",
    ),
    FigureKind(
        "footprint.electricity",
        "Électricité du parc, par an",
        "kWh",
        "footprint",
        counted="L’électricité des appareils de l’inventaire, mesurée ou estimée.",
    ),
    FigureKind(
        "electricity.servers",
        "Électricité des serveurs, par an",
        "kWh",
        "footprint",
        counted="Les serveurs et le stockage de l’inventaire, sans la climatisation de la salle.",
    ),
    FigureKind(
        "services.gwp",
        "Empreinte des services numériques, par an",
        KILOGRAMS,
        "services",
        counted="Hébergement, messageries, sites, impressions\u00a0: ce qui pèse hors de vos murs.",
    ),
    FigureKind(
        "lifetime.computers",
        "Durée d’usage des ordinateurs, tenue ou prévue",
        "ans",
        "renewal",
        counted="La durée de vie moyenne des ordinateurs du parc, ou leur âge quand ils l’ont dépassée.",
    ),
    FigureKind(
        "age.computers",
        "Âge moyen des ordinateurs",
        "ans",
        "renewal",
        counted="De l’achat à la date de l’inventaire, ordinateurs datés du parc.",
    ),
    FigureKind(
        "exit_age.computers",
        "Âge des ordinateurs à leur sortie du parc",
        "ans",
        "renewal",
        counted="De l’achat à la sortie, ordinateurs sortis dans l’année.",
    ),
    FigureKind(
        "refurbished.purchases",
        "Part du reconditionné dans les achats de l’année",
        "%",
        "inventory",
        counted="En nombre d’appareils\u00a0: reconditionnés et dons, sur ceux dont l’origine est connue.",
    ),
    FigureKind(
        "refurbished.park",
        "Part du reconditionné dans le parc",
        "%",
        "inventory",
        counted="En nombre d’appareils\u00a0: reconditionnés et dons, sur ceux dont l’origine est connue.",
    ),
    FigureKind(
        "reused.spend",
        "Part du réemploi dans la dépense informatique",
        "%",
        "purchases",
        counted="Dépense hors taxes de matériel informatique et de téléphonie dans l’année\u00a0: celle que "
        "vous déclarez (loi AGEC, article\u00a058), ou à défaut les achats de l’inventaire qui ont un prix.",
    ),
    FigureKind(
        "reuse.exits",
        "Réemploi des appareils sortis du parc",
        "%",
        "purchases",
        counted="Écrans et petits appareils réformés dans l’année, les plus anciens mis à part\u00a0: la "
        "part donnée, vendue ou réemployée (loi REEN, article\u00a016).",
    ),
    FigureKind(
        "given.exits",
        "Appareils donnés, vendus ou réemployés dans l’année",
        "appareils",
        "inventory",
        counted="Les sorties de l’année dont la destination est un don, une vente ou un réemploi.",
    ),
    FigureKind(
        "undated.park",
        "Part des appareils sans date d’achat",
        "%",
        "inventory",
        counted="Les appareils réels du parc\u00a0; personne ne peut dater ceux qui sont estimés.",
    ),
    FigureKind(
        "unused.park",
        "Appareils en réserve ou hors service",
        "appareils",
        "inventory",
        counted="Ceux qui sont encore dans le parc sans servir.",
    ),
    FigureKind(
        "printers.park",
        "Imprimantes et copieurs du parc",
        "appareils",
        "inventory",
        counted="Les appareils d’impression du parc, réserve comprise.",
    ),
    FigureKind(
        "outdated.systems",
        "Appareils dont le système n’est plus mis à jour",
        "appareils",
        "renewal",
        counted="Ceux dont le système est écrit et n’a plus de correctifs à la date de l’inventaire.",
    ),
    FigureKind(
        "web.page_kb",
        "Poids de la page d’accueil",
        "ko",
        "services",
        counted="Le premier site dont le poids est saisi.",
    ),
    FigureKind(
        "printing.pages",
        "Pages imprimées, par an",
        "pages",
        "services",
        counted="Les pages des services numériques de la campagne.",
    ),
    FigureKind(
        "printing.pages_per_agent",
        "Pages imprimées par agent, par an",
        "pages",
        "services",
        counted="Les pages imprimées, divisées par le nombre d’agents.",
    ),
    FigureKind(
        "training.agents",
        "Agents sensibilisés",
        "agents",
        "step2",
        counted="Ceux qui ont suivi une séance tenue\u00a0; un nom ne compte qu’une fois.",
        dated=False,
    ),
    FigureKind(
        "training.agents_share",
        "Part des agents sensibilisés",
        "%",
        "step2",
        counted="Les agents sensibilisés, sur l’effectif.",
        dated=False,
    ),
    FigureKind(
        "training.elected_share",
        "Part des élus sensibilisés",
        "%",
        "step2",
        counted="Les élus sensibilisés, sur leur nombre.",
        dated=False,
    ),
    FigureKind(
        "plan.done_share",
        "Part des actions terminées",
        "%",
        "plan",
        counted="Les actions terminées, sur toutes celles du plan qui ne sont pas abandonnées.",
        dated=False,
    ),
    FigureKind(
        "plan.done",
        "Actions terminées",
        "actions",
        "plan",
        counted="Depuis le début du plan.",
        dated=False,
    ),
    FigureKind(
        "plan.done_of_launched",
        "Actions abouties parmi celles lancées",
        "%",
        "plan",
        counted="Les actions terminées, sur celles qui sont en cours ou terminées.",
        dated=False,
    ),
    FigureKind(
        "plan.on_time",
        "Part des actions à l’heure",
        "%",
        "plan",
        counted="Les actions ouvertes sans retard de début, de fin ni de jalon, sur toutes les actions "
        "ouvertes.",
        dated=False,
    ),
    FigureKind(
        "plan.blocked",
        "Actions bloquées",
        "actions",
        "plan",
        counted="Les actions ouvertes qui attendent une décision.",
        dated=False,
    ),
    FigureKind(
        "plan.milestones",
        "Part des jalons passés",
        "%",
        "plan",
        counted="Les jalons passés, sur ceux dont la date est venue.",
        dated=False,
    ),
    FigureKind(
        "maturity",
        "Maturité numérique responsable",
        "sur 4",
        "maturity",
        counted="La moyenne de vos réponses au questionnaire.",
    ),
)
