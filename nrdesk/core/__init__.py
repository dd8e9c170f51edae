"""The subject: everything nrdesk knows and does, without Qt."""
