"""Compiles sources to .pyc, run by the Python that is shipped (see `compiler`).

    python.exe bytecode.py FOLDER

Each `.py` of the folder becomes a `.pyc` in its place, which is never checked against a source: nothing is
compiled, nor written, on the machine of the user. Docstrings are left out, assertions stay.
"""

import _imp
import ast
import sys
from importlib._bootstrap_external import _code_to_hash_pyc  # type: ignore[attr-defined]  # not public
from pathlib import Path

_DOCUMENTED = ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef


_DOCSTRINGS_READ = ("numpy",)
"""Packages that rewrite their own docstrings when imported, and stop without them."""


def compiled(source: bytes, name: str) -> bytes:
    """Return the content of the .pyc of a source; tracebacks call it `name`."""
    tree = ast.parse(source, name)
    for node in ast.walk(tree) if name.split("/")[0] not in _DOCSTRINGS_READ else ():
        if isinstance(node, _DOCUMENTED) and ast.get_docstring(node, clean=False) is not None:
            node.body = node.body[1:] or [ast.copy_location(ast.Pass(), node.body[0])]
    code = compile(tree, name, "exec", dont_inherit=True, optimize=0)
    return bytes(_code_to_hash_pyc(code, _imp.source_hash(0x0A0D0DF3, source), checked=False))


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    for path in sorted(folder.rglob("*.py")):
        path.with_suffix(".pyc").write_bytes(compiled(path.read_bytes(), path.relative_to(folder).as_posix()))
        path.unlink()
