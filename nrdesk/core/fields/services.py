"""The fields of the digital services and of the web sites of a campaign."""

from __future__ import annotations

from nrdesk.core.fields.field import Field, amount, link, listed, long_text, text_line
from nrdesk.core.model.factors import ServiceSet

QUANTITY = "Dans l’année. Choisissez d’abord le service\u00a0: son unité s’affiche ici."


def service_use(services: ServiceSet) -> tuple[Field, ...]:
    """Return the fields of a service; the unit of its quantity is that of its kind."""
    labels = {kind.id: kind.label for kind in services.kinds.values() if kind.chosen}
    return (
        listed("service", "Service", labels),
        amount("quantity", "Quantité", QUANTITY),
        text_line("name", "Votre nom pour ce service", "Par exemple\u00a0: copieur du premier étage."),
        text_line("provider", "Fournisseur", essential=False),
        long_text("comment", "Commentaire", "D’où vient le nombre, ce qu’il faut vérifier.", essential=False),
    )


WEB_SITE = (
    text_line("name", "Nom", "Par exemple\u00a0: site de la mairie, portail famille.", required=True),
    link("url", "Adresse"),
    amount(
        "page_kb",
        "Poids de la page d’accueil",
        "Votre prestataire le donne. 1\u202fMo = 1\u202f000 ko.",
        unit="ko",
    ),
    amount("yearly_views", "Pages vues dans l’année", "Dans les statistiques du site.", unit="pages"),
    amount(
        "ecoindex",
        "EcoIndex",
        "Note de 0 à 100, si quelqu’un l’a mesurée. Elle dit la qualité de la page, elle n’entre pas dans le "
        "calcul.",
        high=100,
        essential=False,
    ),
    long_text("comment", "Commentaire", essential=False),
)
