"""The page « Indicateurs »."""
