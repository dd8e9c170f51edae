"""The settings of the collectivité: what it is, its file, the look of the window."""
