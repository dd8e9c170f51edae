"""`nrdesk anonymiser`: a copy to show or to train with."""

import json

from nrdesk.cli import main
from nrdesk.core.document import Document


def test_a_copy_is_written(capsys, tmp_path):
    source, copy = tmp_path / "demo.nrdesk", tmp_path / "copie.nrdesk"
    main(["demo", str(source)])
    capsys.readouterr()
    assert main(["anonymiser", str(source), str(copy), "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["collectivite"].startswith("Commune anonyme")
    with Document.open(copy) as document:
        assert document.authority.name == answer["collectivite"]
    assert main(["anonymiser", str(source), str(copy)]) == 1
    assert "existe déjà" in capsys.readouterr().err
