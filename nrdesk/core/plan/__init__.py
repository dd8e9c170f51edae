"""The action plan of a document: its actions, what the catalogue proposes, what they change."""
