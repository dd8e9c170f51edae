"""The inventory: the grid, the import, and the footprint with its explanations."""
