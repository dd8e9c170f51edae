"""The page « Plan d’action »."""
