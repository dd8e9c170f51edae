"""Renouvellement du parc."""
