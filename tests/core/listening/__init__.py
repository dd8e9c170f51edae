"""Tests of `nrdesk.core.listening`."""
