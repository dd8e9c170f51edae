"""The pages of the ten steps."""
