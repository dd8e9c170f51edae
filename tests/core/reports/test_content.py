"""The content tree refuses what could not be rendered, and neutralises dangerous links."""

import pytest

from nrdesk.core.reports.content import ChartSpec, Column, Run, Series, Table, bullets, link, runs


@pytest.mark.parametrize(
    "href",
    ["https://exemple.fr/é?a=b&c=«d»", "http://exemple.fr", "mailto:mairie@exemple.fr", "HTTPS://EXEMPLE.FR"],
)
def test_a_link_to_the_web_or_a_mailbox_is_kept(href: str) -> None:
    assert link("ici", href).href == href


@pytest.mark.parametrize(
    "href",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " https://exemple.fr",
        "java\nscript:alert(1)",
        "file:///etc/passwd",
        "data:text/html,x",
        "//exemple.fr",
        "exemple.fr",
        "https:",
        "http://[",
        "\x00",
        "https://exemple.fr/\ud800",
    ],
)
def test_any_other_link_becomes_plain_text(href: str) -> None:
    assert link("ici", href) == Run("ici")


def test_a_row_has_one_cell_per_column() -> None:
    with pytest.raises(ValueError, match="2 cells for 1 columns"):
        Table("Légende", (Column("a"),), (("1", "2"),))
    with pytest.raises(ValueError, match="0 cells for 1 columns"):
        Table("Légende", (Column("a"),), (), total=())


def test_a_series_has_one_value_per_label() -> None:
    with pytest.raises(ValueError, match="one value per label"):
        ChartSpec("bars", ("a", "b"), (Series("s", (1.0,)),), "kg")
    with pytest.raises(ValueError, match="one per label"):
        ChartSpec("bars", ("a",), (Series("s", (1.0,)),), "kg", totals=("1", "2"))


def test_items_of_a_list_are_texts_or_runs() -> None:
    assert bullets("a", Run("b"), ("c", Run("d"))).items == (runs("a"), (Run("b"),), runs("c", Run("d")))
