"""Typed readers of `resources/data`: facts with their sources, read only, read when first asked for."""
