"""Step 10: what can be told, to whom and when, the community, the checklist."""
