"""The general help: how to work with nrdesk, shown where there is no step to guide."""

from __future__ import annotations

WORKING = (
    "Tout est enregistré à chaque saisie\u00a0: il n’y a pas de bouton «\u00a0Enregistrer\u00a0».",
    "Tout s’annule (Ctrl+Z) et se rétablit (Ctrl+Y), y compris un import entier.",
    "Les dix étapes se suivent, mais vous pouvez ouvrir n’importe laquelle à tout moment.",
    "Un chiffre vous étonne\u00a0? «\u00a0Expliquer ce chiffre\u00a0» montre la formule, la source, "
    "les hypothèses.",
)
KEYS = (
    ("Ctrl+K", "chercher une page, un mot, un appareil"),
    ("Ctrl+Z, Ctrl+Y", "annuler, rétablir"),
    ("F1", "ouvrir ou fermer le guide"),
    ("F6", "passer de la navigation à la page, puis au guide"),
    ("Alt+1 à Alt+9, Alt+0", "aller à l’étape 1 à 9, à l’étape 10"),
    ("Alt+Début", "revenir au tableau de bord"),
    ("Alt+← et Alt+→", "page précédente, page suivante"),
)
