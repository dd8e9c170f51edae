"""What makes a French text hard to read, passage by passage, and how hard it is as a whole."""
