"""Services numériques."""
