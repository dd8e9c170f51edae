"""Writing the strategy: its chapters, their pages as they will look, its versions."""
