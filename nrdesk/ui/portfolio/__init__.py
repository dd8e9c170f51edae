"""Several collectivités at once: a folder of documents, its table, its charts, what goes out of it."""
