"""Tables over pages: short ones stay whole, long ones never leave their last row alone."""

import pytest

from nrdesk.core.reports.content import Column, Table
from nrdesk.core.reports.pdf import theme
from nrdesk.core.reports.pdf.flow import ROOM
from nrdesk.core.reports.pdf.structure import Element
from nrdesk.core.reports.pdf.tables import TableBlock, table_block


def table(rows: int, text: str = "x") -> TableBlock:
    columns = (Column("a"), Column("b"))
    cells = tuple((str(n), text) for n in range(rows))
    return table_block(Table("t", columns, cells), Element("Table"), theme.NORMAL.cell)


@pytest.mark.parametrize("room", range(0, int(ROOM), 40))
def test_a_short_table_is_never_cut(room: int) -> None:
    short = table(8)
    assert short.split(room) is None
    assert short.least() == short.height


def test_a_long_table_is_cut_between_rows() -> None:
    long = table(100)
    header, row = table(1).height - (table(2).height - table(1).height), table(2).height - table(1).height
    first, rest = long.split(header + 10.5 * row) or (None, None)
    assert first is not None
    assert rest is not None
    assert first.height == pytest.approx(header + 10 * row)
    assert rest.height == pytest.approx(header + 90 * row)
    assert long.least() == pytest.approx(header + 2 * row)


def test_the_last_row_takes_another_with_it() -> None:
    long = table(30)
    row = table(2).height - table(1).height
    _, rest = long.split(long.height - row / 2) or (None, None)
    assert rest is not None
    assert rest.height == pytest.approx(table(2).height)


def test_a_row_that_fits_on_a_page_waits_for_the_next_one() -> None:
    tall = table(3, "mot " * 400)
    assert tall.split(100) is None


def test_a_row_taller_than_a_page_is_cut_between_lines() -> None:
    giant = table(1, "mot " * 4000)
    assert giant.height > ROOM
    first, rest = giant.split(ROOM) or (None, None)
    assert first is not None
    assert rest is not None
    assert first.height <= ROOM
    assert giant.split(10) is None
