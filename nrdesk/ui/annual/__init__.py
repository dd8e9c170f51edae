"""The page « Préparer le bilan de l’année »."""
