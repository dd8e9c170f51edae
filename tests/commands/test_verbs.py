"""The verbs as a whole: each is declared once, in its module, and costs nothing to the others."""

import subprocess
import sys

import pytest

from nrdesk import cli
from nrdesk.commands import verbs

HEAVY = ("nrdesk.core.model", "nrdesk.core.document", "sqlalchemy", "PySide6")


def test_every_verb_is_found_once_and_explained(capsys):
    known = verbs()
    names = [verb.name for verb in known]
    assert names == sorted(set(names))
    assert {"empreinte", "exporter", "fusionner", "importer"} <= set(names)
    parser = cli.build_parser()
    for verb in known:
        assert verb.help.endswith(".")
        with pytest.raises(SystemExit) as left:
            parser.parse_args([verb.name, "--aide"])
        assert left.value.code == 0
        assert verb.help.split()[0] in capsys.readouterr().out


def test_the_version_is_told_without_the_records():
    code = (
        "import sys; from nrdesk import cli; cli.build_parser(); "
        f"print([name for name in {HEAVY} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
