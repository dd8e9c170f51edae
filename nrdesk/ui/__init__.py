"""The window: shows what `nrdesk.core` knows, and holds no rule, no SQL and no data of its own."""
