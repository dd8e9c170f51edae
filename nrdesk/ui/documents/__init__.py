"""The documents that nrdesk writes, and how they are exported."""
