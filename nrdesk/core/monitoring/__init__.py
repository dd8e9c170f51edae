"""Step 9: indicators and their readings, reviews, the annual cycle."""
