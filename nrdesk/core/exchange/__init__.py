"""Other people's files: read, match the columns, plan the import, apply it in one action, write the rejects."""
