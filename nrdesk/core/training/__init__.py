"""Training mode: fictional communes, exercises that look at the document, a score per table.

    document = create("village", path, "Table 1")
    for exercise in exercises("village"):
        check(document, exercise)
    score(document)

A session lives in the document, which travels on a USB key; the hints opened and the moments when exercises
were passed are in a small notebook beside it (`core.training.notebook`), where undoing does not reach them.
"""

from nrdesk.core.training.building import create, materials, reset
from nrdesk.core.training.catalogue import exercises
from nrdesk.core.training.communes import Commune, communes
from nrdesk.core.training.exercise import Exercise, Verdict
from nrdesk.core.training.results import Results, Room, gather, results, save_results
from nrdesk.core.training.scoring import Line, Score, check, hint, hints_opened, score
from nrdesk.core.training.session import TrainingSession, is_exercise, session_of

__all__ = [
    "Commune",
    "Exercise",
    "Line",
    "Results",
    "Room",
    "Score",
    "TrainingSession",
    "Verdict",
    "check",
    "communes",
    "create",
    "exercises",
    "gather",
    "hint",
    "hints_opened",
    "is_exercise",
    "materials",
    "reset",
    "results",
    "save_results",
    "score",
    "session_of",
]
