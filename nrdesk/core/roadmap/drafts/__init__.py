"""The text that nrdesk proposes for each chapter: facts in, plain French out, never a thing invented."""
