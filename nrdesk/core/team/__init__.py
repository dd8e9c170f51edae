"""Step 1: who covers the trades, who carries the approach, who matters around."""
