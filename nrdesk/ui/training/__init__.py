"""Training mode in the window: choosing a commune, exercises beside the pages, what the trainer needs."""
