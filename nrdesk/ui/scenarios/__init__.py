"""The page « Effets et scénarios »."""
