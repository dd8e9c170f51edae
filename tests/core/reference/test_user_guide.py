"""The user guide has a page for each screen, each with its picture, and is searched as people type."""

from PIL import Image

from nrdesk.core.reference import user_guide
from nrdesk.ui.shell.routes import ROUTES

ALONE = {"welcome", "training", "trainer", "portfolio"}
"""Screens shown without a document."""
WINDOWS = {"consolidation", "merging"}
"""Windows over a screen: the guide tells of them without a picture."""
LIGHT = 3_000_000
"""Bytes that all the pictures may take together in the installer."""


def test_every_screen_has_one_page_and_no_page_is_of_nothing() -> None:
    keys = [page.key for part in user_guide.parts() for page in part.pages]
    assert len(keys) == len(set(keys))
    assert set(keys) == ALONE | WINDOWS | {route.key for route in ROUTES}


def test_every_page_tells_what_to_do_there() -> None:
    for page in user_guide.by_key().values():
        assert page.goal.endswith("."), page.key
        assert len(page.steps) >= 2, page.key
        assert all(line.endswith((".", "?")) for line in (*page.steps, *page.know, *page.keys)), page.key
        assert "'" not in "".join((page.title, page.goal, *page.steps, *page.know)), page.key


def test_every_page_has_a_picture_of_its_screen_and_they_are_light() -> None:
    paths = [user_guide.picture(key) for key in user_guide.by_key() if key not in WINDOWS]
    sizes = set()
    for path in paths:
        with Image.open(path) as image:
            sizes.add(image.size)
    assert len(sizes) == 1
    assert sum(path.stat().st_size for path in paths) < LIGHT


def test_words_are_found_without_accents_whatever_their_order() -> None:
    assert [page.key for page in user_guide.search("critique CHAINE")] == ["plan"]
    assert user_guide.search("") == list(user_guide.by_key().values())
    assert user_guide.search("xyzzy") == []
