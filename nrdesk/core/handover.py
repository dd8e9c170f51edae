"""The hand-over: one archive with all that a collectivité needs to go on alone."""
