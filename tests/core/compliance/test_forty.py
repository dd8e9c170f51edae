"""The whole law table against nearly fifty collectivités: thresholds, kinds, overseas, both Lyons."""

import datetime as dt
import re
from dataclasses import replace

import pytest

from nrdesk.core.compliance import Status, evaluate_all
from nrdesk.core.model import Authority, AuthorityKind
from nrdesk.core.reference import directory, obligations

ON = dt.date(2026, 11, 21)
"""Day the texts were read."""
LATER = dt.date(2030, 1, 1)
"""Day when the three duties on energy are all in force."""
YES, FREE, NO, CHECK = Status.APPLICABLE, Status.VOLUNTARY, Status.NOT_CONCERNED, Status.TO_CHECK

# A kind, or the code of a real place whose populations are then those of the directory.
# yes = applies, free = voluntary, no = not concerned, ? = to check, - = number unknown.
TABLE = """
where      people staff    euros  SNR RDD PCAET BEGES VERT OD-COM OD-EPCI ALGO SPASER DC E50  E5  E0
commune       120     2        - free  no    no    no   no     no      no   no     no no  no  no yes
commune     3_499    60        - free  no    no    no   no     no      no  yes     no no  no  no yes
commune     3_500    50        - free  no    no    no   no    yes      no  yes     no no  no  no yes
commune     3_500  49.9        - free  no    no    no   no     no      no   no     no no  no  no yes
commune     3_501    50        - free  no    no    no  yes    yes      no  yes     no no  no  no yes
commune     4_999    50        - free  no    no    no  yes    yes      no  yes     no no  no  no yes
commune     5_000     -        - free  no    no    no  yes      ?      no    ?     no no  no yes  no
commune    19_999   300        - free  no    no    no  yes    yes      no  yes     no no  no yes  no
commune    20_000   300        - free  no    no    no  yes    yes      no  yes      ?  ?  no yes  no
commune    49_999   900      5e7 free  no    no    no  yes    yes      no  yes     no  ?  no yes  no
commune    50_000   900 50000001 free  no    no    no  yes    yes      no  yes    yes  ? yes  no  no
commune    50_001   900        -  yes yes    no   yes  yes    yes      no  yes      ?  ? yes  no  no
commune         -     -        -    ?   ?    no     ?    ?      ?      no    ?      ?  ?   ?   ?   ?
cc          4_999    12        - free  no    no    no  yes     no      no   no     no no  no  no yes
cc         19_999    40        - free  no    no    no  yes     no      no   no     no no  no yes  no
cc         20_000    80        - free  no    no    no  yes     no     yes  yes      ?  ?  no yes  no
cc         20_001    80        - free  no   yes    no  yes     no     yes  yes      ?  ?  no yes  no
cc         50_000    80        - free  no   yes    no  yes     no     yes  yes      ?  ? yes  no  no
cc         50_001    80        -  yes yes   yes   yes  yes     no     yes  yes      ?  ? yes  no  no
ca         20_000   200        - free  no    no   yes  yes     no     yes  yes      ?  ?  no yes  no
ca         20_001   200        - free  no   yes   yes  yes     no     yes  yes      ?  ?  no yes  no
ca         50_000   400        - free  no   yes   yes  yes     no     yes  yes      ?  ? yes  no  no
ca         50_001   400        -  yes yes   yes   yes  yes     no     yes  yes      ?  ? yes  no  no
cu         49_999   400        - free  no   yes   yes  yes     no     yes  yes      ?  ?  no yes  no
cu         50_001   400        -  yes yes   yes   yes  yes     no     yes  yes      ?  ? yes  no  no
metropole  50_000   400        - free  no   yes   yes  yes     no     yes  yes      ?  ? yes  no  no
metropole 400_000  2000      9e7  yes yes   yes   yes  yes     no     yes  yes    yes  ? yes  no  no
ept        49_999   300        -   no  no    no    no  yes     no     yes  yes      ?  ?  no yes  no
29083           -     1        - free  no    no    no   no     no      no   no     no no  no  no yes
75056           - 50000      2e9  yes yes    no   yes  yes    yes      no  yes    yes  ? yes  no  no
2A004           -   900        -  yes yes    no   yes  yes    yes      no  yes      ?  ? yes  no  no
2B033           -   700        - free  no    no    no  yes    yes      no  yes      ?  ?  no yes  no
97105           -   400        - free  no    no    no  yes    yes      no  yes     no no  no yes  no
97101           -   800        -  yes yes    no   yes  yes    yes      no  yes      ?  ? yes  no  no
97120           -     -        - free  no    no    no  yes      ?      no    ?     no no  no yes  no
97611           -   900        -  yes yes    no   yes  yes    yes      no  yes      ?  ? yes  no  no
01001           -     5        - free  no    no    no   no     no      no   no     no no  no  no yes
69123           -     -        -  yes yes    no   yes  yes      ?      no    ?      ?  ? yes  no  no
57463           -     -        -  yes yes    no   yes  yes      ?      no    ?      ?  ? yes  no  no
200046977       -     -      5e8  yes yes   yes   yes  yes     no       ?    ?    yes  ? yes  no  no
200060457       -   300        -  yes yes   yes   yes  yes     no     yes  yes      ?  ? yes  no  no
242000354       -     -        -  yes yes   yes   yes  yes     no       ?    ?      ?  ? yes  no  no
200039865       -     -        -  yes yes   yes   yes  yes     no       ?    ?      ?  ? yes  no  no
200057982       -  1500      5e7   no  no    no    no  yes     no     yes  yes     no  ? yes  no  no
243800935       -    90        - free  no   yes    no  yes     no     yes  yes      ?  ?  no yes  no
249710062       -     -        -  yes yes   yes   yes  yes     no       ?    ?      ?  ? yes  no  no
"""
STATUS = {"yes": YES, "free": FREE, "no": NO, "?": CHECK}
COLUMNS = {
    "SNR": ("REEN35-PROG", "REEN35-SNR", "REEN35-BILAN"),
    "RDD": ("RDD",),
    "PCAET": ("REEN34-PCAET",),
    "BEGES": ("BEGES",),
    "VERT": ("BUDGET-VERT",),
    "OD-COM": ("OPENDATA-COM",),
    "OD-EPCI": ("OPENDATA-EPCI",),
    "ALGO": ("ALGO",),
    "SPASER": ("SPASER",),
    "DC": ("DC-500", "DC-1MW"),
}
"""What depends on the kind, the size, the staff or the purchases."""
ENERGY = {"E50": "ENERGIE-PUB-50K", "E5": "ENERGIE-PUB-5K", "E0": "ENERGIE-PUB-0"}
"""The same, in 2030."""
FOR_ALL = (
    "REEN16-REEMPLOI-2025", "AGEC58-IT", "AGEC58-IMPR", "AGEC58-CONSO", "AGEC58-PAPIER", "AGEC58-DECL",
    "AGEC55-REP", "AGEC55-DUR", "AGEC55-CLAUSES", "AGEC55-LOGICIEL", "CCP-COND-ENV", "CCP-CRIT-ENV",
    "CCP-DATA", "DEEE", "DECHETS-BSD", "RGAA", "RGAA-DECL", "RGAA-SCHEMA", "RGPD-DPO", "RGPD-REG",
)  # fmt: skip
"""Binds every collectivité, down to the smallest."""
NEVER = {
    "CSRD": NO,  # large companies
    "NIS2": CHECK,  # no French law yet
    "RGESN": FREE,  # a recommendation
    "CGPPP-DON": FREE,  # a permission
}
OVER = frozenset(("REEN16-REEMPLOI-2023", "REEN16-REEMPLOI-2024"))
"""Each in force during its year."""
ONLY_THEY_KNOW = frozenset(("DC-500", "DC-1MW"))
"""Whether one runs a data centre: left to check, never said to apply."""


def _place(word, population):
    if word in list(AuthorityKind):
        size = None if population == "-" else int(population)
        return Authority(kind=AuthorityKind(word), population_municipal=size, population_year=2022)
    place = directory.commune(word) or directory.epci(word)
    assert place is not None
    return directory.authority(place)


def _cases():
    header, *lines = (line.split() for line in TABLE.strip().splitlines())
    for word, population, staff, purchases, *marks in lines:
        authority = replace(
            _place(word, population),
            agents_fte=None if staff == "-" else float(staff),
            annual_purchases=None if purchases == "-" else float(purchases),
        )
        expected = dict(zip(header[4:], (STATUS[mark] for mark in marks), strict=True))
        yield pytest.param(authority, expected, id=authority.name or f"{word}-{population}-{staff}")


CASES = list(_cases())
every_collectivite = pytest.mark.parametrize(("authority", "expected"), CASES)


def verdicts(authority, on=ON):
    return {verdict.obligation.id: verdict for verdict in evaluate_all(obligations.load(), authority, on)}


def test_there_are_at_least_forty():
    assert len(CASES) >= 40


@every_collectivite
def test_what_depends_on_the_collectivite(authority, expected):
    found = verdicts(authority)
    statuses = {column: {found[name].status for name in names} for column, names in COLUMNS.items()}
    assert statuses == {column: {expected[column]} for column in COLUMNS}


@every_collectivite
def test_what_will_depend_on_it(authority, expected):
    found = verdicts(authority, LATER)
    assert {column: found[name].status for column, name in ENERGY.items()} == {
        column: expected[column] for column in ENERGY
    }


@every_collectivite
def test_what_is_the_same_for_all(authority, expected):
    found = verdicts(authority)
    assert {name for name in FOR_ALL if found[name].status is not YES} == set()
    assert {name: found[name].status for name in NEVER} == NEVER
    assert {found[name].status for name in OVER} == {NO}


@every_collectivite
@pytest.mark.parametrize("on", [dt.date(2023, 6, 1), ON, LATER])
def test_every_verdict_has_one_sentence_of_reason(authority, expected, on):
    for verdict in verdicts(authority, on).values():
        assert re.fullmatch(r"[A-ZÀÉ][^.]*\.", re.sub(r"(?<=\d),(?=\d)", "", verdict.reason))
        assert not re.search(r"None|  |\u00a0\u00a0| [:;?!»]", verdict.reason)
        assert verdict.reason.count("\u00a0:") <= 1


@every_collectivite
def test_the_population_used_is_told_with_its_year(authority, expected):
    if authority.population_municipal is None:
        return
    for name in ("REEN35-SNR", "ENERGIE-PUB-50K"):
        verdict = verdicts(authority)[name]
        if authority.kind not in verdict.obligation.kinds:
            continue
        assert f"(population municipale {authority.population_year})" in verdict.reason
        assert authority.kind.label[1:] in verdict.reason


def test_every_obligation_is_in_one_of_the_lists():
    lists = [*COLUMNS.values(), ENERGY.values(), FOR_ALL, NEVER, OVER]
    named = [name for names in lists for name in names]
    assert sorted(named) == sorted(obligation.id for obligation in obligations.load())


def test_every_obligation_applies_to_someone_some_day():
    days = [dt.date(2023, 6, 1), dt.date(2024, 6, 1), ON, LATER]
    applied = {
        name
        for authority, _ in (case.values for case in CASES)
        for on in days
        for name, verdict in verdicts(authority, on).items()
        if verdict.status is YES
    }
    never = {obligation.id for obligation in obligations.load()} - applied
    assert never == NEVER.keys() | ONLY_THEY_KNOW
