"""Step 3: what the other policies have to do with the digital one."""
