"""The page « Achats et réemploi »."""
