"""The user guide inside the window: one page per screen, searched, with its picture."""
