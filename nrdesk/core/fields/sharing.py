"""The fields of what collectivités share."""

from __future__ import annotations

from nrdesk.core.fields.field import amount, date, long_text, text_line

SHARED_SERVICE = (
    text_line(
        "title",
        "Ce qui est partagé",
        "Par exemple\u00a0: salle serveur, délégué à la protection des données, groupement d’achat.",
        required=True,
    ),
    text_line(
        "provider",
        "Fourni par",
        "Le nom de la collectivité qui le fournit. Vide\u00a0: c’est la vôtre.",
    ),
    long_text(
        "beneficiaries",
        "À qui",
        "Un nom de collectivité par ligne. Vide\u00a0: à tous les membres de l’intercommunalité.",
    ),
    amount("quantity", "Quantité", "Par exemple 0,2 pour un cinquième d’un agent.", essential=False),
    text_line("unit", "Unité", "Par exemple\u00a0: agent, serveur, poste, jour par mois.", essential=False),
    amount("cost", "Coût par an", "Ce qu’il coûte en tout à qui le fournit, hors taxes.", unit="€ HT"),
    date("since", "Depuis", "Une date ou une année.", essential=False),
    text_line("provider_siren", "SIREN de qui fournit", "Neuf chiffres, si vous l’avez.", essential=False),
    long_text("comment", "Commentaire", essential=False),
)
