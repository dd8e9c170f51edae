"""The fields of a collectivité."""

from __future__ import annotations

from nrdesk.core.fields.field import amount, text_line, whole, year

IDENTITY = (
    text_line("name", "Nom", "Tel qu’il doit figurer dans les documents.", required=True),
    text_line("epci_name", "Intercommunalité", "L’EPCI dont la commune est membre."),
)
POPULATION = (
    whole(
        "population_municipal",
        "Population municipale",
        "Elle décide de la plupart des obligations.",
        unit="habitants",
    ),
    whole(
        "population_total",
        "Population totale",
        "Population municipale plus population comptée à part.",
        unit="habitants",
    ),
    year("population_year", "Année des populations", "Année de référence de l’Insee pour ces deux chiffres."),
)
STAFF = (
    whole("agents", "Agents", "Titulaires et contractuels.", unit="personnes"),
    amount("agents_fte", "Agents en équivalent temps plein", "Le total des temps de travail.", unit="ETP"),
    whole("elected", "Élus", "Membres de l’assemblée délibérante.", unit="personnes"),
    amount("annual_purchases", "Achats annuels", "Hors taxes, tous achats confondus.", unit="€ HT"),
)
