"""Calculations on a plan: dependencies, schedule, workload, budget. Pure functions on records.

rows = schedule.plan(actions, dependencies, milestones, today).rows
graph.cycle(dependencies, new=(action.id, needed.id))  # the path of the circle, () when there is none
workload.workload(actions, contributions, people, range(first, last)).overloaded
budget.budget(actions, lines).total.net
"""

from nrdesk.core.planning import budget, graph, schedule, workload

__all__ = ["budget", "graph", "schedule", "workload"]
