"""Calculations on a plan: dependencies, schedule, workload, budget. Pure functions on records."""
