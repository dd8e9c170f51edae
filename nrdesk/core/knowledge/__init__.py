"""Step 2: who was trained, who was present, what to read, the quiz."""
