"""The page « Effets et scénarios »: where the plan leads, the part of each action, other choices."""
