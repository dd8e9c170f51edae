"""Drawings of the program and of its documents."""
