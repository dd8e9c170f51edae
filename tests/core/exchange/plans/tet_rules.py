"""What the importer of Territoires en Transitions refuses, as its public source says it.

Read in `import-plan-aggregate` (parser, schema and validators) at commit dbb36dc of 7 August 2026; written
again from what it does, to hold our export to it.
"""

import datetime as dt
import io

import openpyxl

TITLES = (
    "Axe (x)", "Sous-axe (x.x)", "Sous-sous axe (x.x.x)", "Titre de l'action", "Titre de la sous-action",
    "Descriptif", "Instances de gouvernance", "Objectifs", "Indicateurs liés", "Structure pilote",
    "Moyens humains et techniques", "Partenaires", "Direction ou service pilote", "Personne pilote",
    "Élu·e référent·e", "Participation Citoyenne", "Financements", "Financeur 1", "Montant € HT",
    "Financeur 2", "Montant € HT", "Financeur 3", "Montant € HT", "Budget prévisionnel total € HT", "Statut",
    "Niveau de priorité", "Date de début", "Date de fin",
)  # fmt: skip
STATUSES = {"À venir", "En cours", "Réalisé", "En pause", "Abandonné", "Bloqué", "En retard", "A discuter"}
PRIORITIES = {"Élevé", "Moyen", "Bas"}
PARTICIPATIONS = {
    "Pas de participation citoyenne", "Information", "Consultation", "Concertation", "Co-construction",
}  # fmt: skip
_NUMBERS = (18, 20, 22, 23)
_TEXTS = tuple(place for place in range(26) if place not in _NUMBERS)


def refusals(content: bytes) -> list[str]:
    """Return why the importer would refuse a workbook; nothing when it takes it."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    page = next((sheet for sheet in book if sheet["A2"].value == TITLES[0]), None)
    if page is None:
        return ["no sheet with the data"]
    titles = [str(cell.value or "").strip() for cell in page[2]]
    if tuple(titles[: len(TITLES)]) != TITLES:
        wrong = next(i for i, title in enumerate(TITLES) if titles[i] != title)
        return [f"column {wrong + 1} should be {TITLES[wrong]!r}, not {titles[wrong]!r}"]
    found = []
    for number, cells in enumerate(page.iter_rows(min_row=4, values_only=True), start=4):
        if any(cell is not None for cell in cells):
            found += [f"row {number}: {reason}" for reason in _row(cells)]
    return found


def _row(cells: tuple[object, ...]) -> list[str]:
    title = cells[3]
    reasons = []
    if not isinstance(title, str) or not title.strip() or len(title) > 300:
        reasons.append("title")
    reasons += [
        f"text expected in column {place + 1}"
        for place in _TEXTS
        if not (cells[place] is None or isinstance(cells[place], str))
    ]
    reasons += [
        f"number expected in column {place + 1}"
        for place in _NUMBERS
        if not (cells[place] is None or isinstance(cells[place], int | float))
    ]
    budget = cells[23]
    if isinstance(budget, int | float) and not 0 <= budget <= 999_999_999_999:
        reasons.append("budget")
    starts, ends = cells[26], cells[27]
    if isinstance(starts, dt.datetime) and isinstance(ends, dt.datetime) and starts > ends:
        reasons.append("end before start")
    for place, allowed in ((15, PARTICIPATIONS), (24, STATUSES), (25, PRIORITIES)):
        if cells[place] is not None and str(cells[place]) not in allowed:
            reasons.append(f"{cells[place]!r} is not in the list")
    return reasons
