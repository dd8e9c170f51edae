"""Territoire."""
