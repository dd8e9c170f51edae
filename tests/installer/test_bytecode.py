"""What is shipped as .pyc: no docstring, assertions kept."""

import marshal

from installer.windows.bytecode import compiled


def _run(source: str, name: str = "nrdesk/x.py") -> dict[str, object]:
    space: dict[str, object] = {"__name__": "x"}
    exec(marshal.loads(compiled(source.encode(), name)[16:]), space)
    return space


def test_docstrings_go_and_assertions_stay() -> None:
    space = _run(
        '"""Module."""\nfrom __future__ import annotations\n\ndef f(x):\n    """Say."""\n    assert x\n'
    )
    assert space["f"].__doc__ is None  # type: ignore[attr-defined]
    try:
        space["f"](0)  # type: ignore[operator]
    except AssertionError:
        return
    raise RuntimeError("the assertion went too")


def test_a_body_of_docstring_alone_still_compiles() -> None:
    assert "C" in _run('class C:\n    """Nothing else."""\n')


def test_numpy_keeps_what_it_reads() -> None:
    space = _run('def f():\n    """Say."""\n', "numpy/f.py")
    assert space["f"].__doc__ == "Say."  # type: ignore[attr-defined]


def test_the_same_source_makes_the_same_file() -> None:
    source = b"x = {1, 2, 'a'}\n"
    assert compiled(source, "x.py") == compiled(source, "x.py")
