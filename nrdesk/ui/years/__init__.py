"""Campagnes et comparaisons."""
