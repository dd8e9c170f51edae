"""Questionnaire de maturité."""
