"""Blocks go down the pages without leaving a title alone or losing a part."""

from hypothesis import given
from hypothesis import strategies as st

from nrdesk.core.reports.pdf.flow import ROOM, Block, NewPage, paginate


class Brick(Block):
    """A block of rows of 10 points, split anywhere if it may be."""

    def __init__(self, rows: int, *, keep: bool = False, splits: bool = False, space: float = 0) -> None:
        self.rows, self.splits = rows, splits
        self.height = rows * 10.0
        self.keep_with_next = keep
        self.before = self.after = space

    def least(self) -> float:
        return 10.0 if self.splits else self.height

    def split(self, room: float) -> tuple[Block, Block] | None:
        fitting = int(room // 10)
        if not self.splits or fitting < 1:
            return None
        return Brick(fitting, splits=True), Brick(self.rows - fitting, splits=True)


BRICKS = st.lists(
    st.builds(
        Brick,
        st.integers(1, 60),
        keep=st.booleans(),
        splits=st.booleans(),
        space=st.sampled_from([0.0, 8.0, 30.0]),
    ),
    max_size=30,
)


@given(BRICKS)
def test_every_row_is_placed_once_inside_the_page(bricks: list[Brick]) -> None:
    pages = paginate(bricks)
    placed = [block for page in pages for block in page]
    assert sum(each.block.height for each in placed) == sum(brick.height for brick in bricks)
    for page in pages:
        tops = [each.top for each in page]
        assert tops == sorted(tops, reverse=True)
        assert page
        last = page[-1]
        assert sum(each.block.height for each in page) <= ROOM
        assert tops[0] - (last.top - last.block.height) <= ROOM + 0.01


def test_a_title_goes_with_what_it_announces() -> None:
    filler, title, text = Brick(int(ROOM // 10) - 2), Brick(1, keep=True), Brick(2)
    pages = paginate([filler, title, text])
    assert [[each.block for each in page] for page in pages] == [[filler], [title, text]]


def test_a_title_stays_when_the_first_lines_fit() -> None:
    filler, title, text = Brick(int(ROOM // 10) - 3), Brick(1, keep=True), Brick(9, splits=True)
    pages = paginate([filler, title, text])
    assert [len(page) for page in pages] == [3, 1]


def test_the_larger_space_is_left_between_two_blocks_and_none_at_the_top() -> None:
    first, second = Brick(1, space=30), Brick(1, space=8)
    (page,) = paginate([first, second])
    assert page[0].top - page[1].top == 10 + 30


def test_a_new_page_is_asked_for_once() -> None:
    assert [
        len(page) for page in paginate([NewPage(), Brick(1), NewPage(), NewPage(), Brick(1), NewPage()])
    ] == [1, 1]


def test_nothing_makes_no_page() -> None:
    assert paginate([]) == []
