"""What importing the import costs."""

import subprocess
import sys


def test_nothing_heavy_is_imported_before_a_file_is_read():
    heavy = ("sqlalchemy", "openpyxl", "python_calamine", "lxml", "PySide6", "defusedxml")
    code = f"import sys, nrdesk.core.exchange; print([name for name in {heavy!r} if name in sys.modules])"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
