"""The inventory: its fields, how they are written and read, and how a kind of appliance is recognised."""
