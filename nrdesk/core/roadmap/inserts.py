"""What can be placed in a chapter: tables and charts that nrdesk draws again from the data each time.

Their builders are in `core.reports.inserts`, where the content tree is.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

INSERTS: Mapping[str, str] = MappingProxyType(
    {
        "quotes": "Paroles d’élus et de la direction",
        "key_figures": "Chiffres clés du parc",
        "footprint_by_family": "Empreinte par famille d’équipements (graphique)",
        "park_by_age": "Âge des appareils (tableau)",
        "years": "Comparaison avec l’année d’avant",
        "maturity_radar": "Maturité par thème (radar)",
        "axes": "Axes prioritaires (tableau)",
        "objectives": "Objectifs (tableau)",
        "objective_charts": "Objectifs, du départ à la cible (graphiques)",
        "reachability": "Objectifs d’empreinte\u00a0: sont-ils atteignables\u00a0?",
        "timeline": "Échéances (tableau)",
        "stakeholder_map": "Carte des acteurs",
        "past_actions": "Actions déjà engagées (tableau)",
    }
)
"""Key of an insert -> its name in the menu."""
