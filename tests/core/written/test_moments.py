"""Days and hours as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nrdesk.core.moments import in_letters, short
from nrdesk.core.written.moments import read
from nrdesk.core.written.values import Unreadable


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("12/03/2026 14h", "2026-03-12T14:00"),
        ("12/03/2026 14:00", "2026-03-12T14:00"),
        ("12/03/2026 à 14 h 30", "2026-03-12T14:30"),
        ("12/03/2026, 9h05", "2026-03-12T09:05"),
        ("12/03/26 14 heures", "2026-03-12T14:00"),
        ("jeudi 12 mars 2026 à 14h", "2026-03-12T14:00"),
        ("le 1er mars 2026 (9 h)", "2026-03-01T09:00"),
        ("2026-03-12T14:00", "2026-03-12T14:00"),
        ("2026-03-12 14:00:00", "2026-03-12T14:00"),
        ("12/03/2026", "2026-03-12"),
        ("Jeudi 12/03/2026", "2026-03-12"),
        ("", None),
        (" ", None),
        ("-", None),
    ],
)
def test_a_moment_is_read(text, moment):
    assert read(text) == moment


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("14:00", "Écrivez aussi le jour"),
        ("14h", "Écrivez aussi le jour"),
        ("12/03/2026 25h", "n’est pas une heure"),
        ("12/03/2026 14h75", "n’est pas une heure"),
        ("mars 2026", "ne dit pas un jour entier"),
        ("12/03/2026 ?", "ne dit pas un jour entier"),
        ("bientôt", "ne dit pas un jour entier"),
        ("32/03/2026 14h", "ne dit pas un jour entier"),
        ("12/03/2026 14", "ne dit pas un jour entier"),
    ],
)
def test_what_is_no_moment_is_refused_with_a_reason(text, reason):
    with pytest.raises(Unreadable, match=reason):
        read(text)


@given(st.datetimes().filter(lambda moment: 1970 <= moment.year <= 2100))
def test_what_is_shown_is_read_back(moment):
    for written in (moment.isoformat(timespec="minutes"), moment.date().isoformat()):
        assert read(short(written)) == read(in_letters(written)) == written


@given(st.text(max_size=40))
def test_any_text_is_read_or_refused(text):
    try:
        found = read(text)
    except Unreadable:
        return
    assert found is None or read(short(found)) == found
