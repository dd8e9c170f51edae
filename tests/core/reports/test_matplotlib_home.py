"""matplotlib keeps its files with ours, and reads none of the fonts of the computer."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from matplotlib import font_manager

from nrdesk.core import paths
from nrdesk.core.reports import matplotlib_home


def test_the_list_is_of_the_version_that_is_installed() -> None:
    assert f"fontlist-v{font_manager.FontManager.__version__}.json" == matplotlib_home.LIST


@pytest.mark.slow
def test_the_first_chart_reads_no_font_of_the_computer(home: Path) -> None:
    code = (
        "from nrdesk.core.reports import charts; from matplotlib import font_manager as f; "
        "charts._add_fonts(); print(*sorted({font.name for font in f.fontManager.ttflist}), sep=';')"
    )
    environment = {name: value for name, value in os.environ.items() if name != matplotlib_home.VARIABLE}
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, timeout=120, check=True
    )
    assert done.stdout.strip() == "DejaVu Sans;Source Sans 3"
    assert [path.name for path in (home / "cache" / "matplotlib").iterdir()] == [matplotlib_home.LIST]


def test_a_folder_that_refuses_is_left_alone(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(matplotlib_home.VARIABLE, raising=False)
    home.write_text("a file where the folder should be")
    matplotlib_home.settle()
    assert matplotlib_home.VARIABLE not in os.environ


def test_a_folder_that_was_chosen_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(matplotlib_home.VARIABLE, str(tmp_path))
    matplotlib_home.settle()
    assert os.environ[matplotlib_home.VARIABLE] == str(tmp_path)
    assert not paths.cache_folder().exists()
