"""Reading a reference table: UTF-8 CSV, `;`, one header row; every error names the file and the line."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from nrdesk.core import paths
from nrdesk.core.errors import SurroundingsError, UserError


class Row:
    """A line of a table that knows where it stands.

    Getters strip the text; an empty cell is "" or None, never zero.
    """

    def __init__(self, cells: dict[str, str], name: str, line: int) -> None:
        self._cells = cells
        self._name = name
        self._line = line

    def error(self, reason: str) -> UserError:
        """Return the error that says where and why this line cannot be read."""
        return UserError(
            f"{self._name}, ligne {self._line} : {reason}.",
            todo="Corrigez cette ligne, puis recommencez.",
        )

    def text(self, column: str, default: str = "") -> str:
        """Return the text of a cell; `default` when it is empty or when the column is absent."""
        return self._cells.get(column, "").strip() or default

    def required(self, column: str) -> str:
        """Return the text of a cell that cannot be empty.

        Raises:
            UserError: the cell is empty.
        """
        if text := self.text(column):
            return text
        raise self.error(f"la colonne « {column} » est vide")

    def number(self, column: str) -> float | None:
        """Return the number of a cell (point or comma for decimals), None when it is empty.

        Raises:
            UserError: the cell is no finite number.
        """
        text = self.text(column)
        if not text:
            return None
        try:
            value = float(text.replace(",", "."))
        except ValueError:
            raise self.error(f"« {text} » n’est pas un nombre (colonne « {column} »)") from None
        if value != value or value in (float("inf"), float("-inf")):
            raise self.error(f"« {text} » n’est pas un nombre fini (colonne « {column} »)")
        return value

    def integer(self, column: str) -> int | None:
        """Return the whole number of a cell, None when it is empty.

        Raises:
            UserError: the cell is no whole number.
        """
        value = self.number(column)
        if value is None:
            return None
        if value != int(value):
            raise self.error(f"« {self.text(column)} » n’est pas un nombre entier (colonne « {column} »)")
        return int(value)

    def flag(self, column: str) -> bool:
        """Return a yes/no cell.

        Raises:
            UserError: the cell is neither.
        """
        text = self.text(column)
        if text not in ("yes", "no"):
            raise self.error(f"« {text} » n’est ni « yes » ni « no » (colonne « {column} »)")
        return text == "yes"

    def list(self, column: str) -> tuple[str, ...]:
        """Return the parts of a cell separated by `;` or `,`, spaces stripped."""
        return tuple(part.strip() for part in self.text(column).replace(",", ";").split(";") if part.strip())


def read(file: Path, required: tuple[str, ...] = ()) -> Iterator[Row]:
    """Yield the lines of a table, blank ones apart.

    Args:
        file: the table.
        required: columns that the header must have.

    Raises:
        UserError: the file is not readable as such a table.
    """
    return parse(read_text(file), file.name, required)


def read_text(file: Path) -> str:
    """Return the text of a table, its line ends as they are.

    Raises:
        UserError: the file cannot be read, or is not text in UTF-8.
    """
    try:
        return file.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UserError(
            f"{file.name} n’est pas un fichier texte en UTF-8.",
            todo="Enregistrez-le depuis votre tableur au format « CSV UTF-8 ».",
        ) from None
    except OSError as error:
        raise SurroundingsError(f"{file.name} ne peut pas être lu : {error.strerror}.") from error


def parse(text: str, name: str, required: tuple[str, ...] = ()) -> Iterator[Row]:
    """Yield the lines of the text of a table, blank ones apart.

    Args:
        text: the table.
        name: what errors call it: the name of its file.
        required: columns that the header must have.

    Raises:
        UserError: the text is not such a table.
    """
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=";", strict=True)
    try:
        header = [cell.strip() for cell in next(lines, [])]
        if missing := [column for column in required if column not in header]:
            raise UserError(
                f"{name} : il manque la colonne « {'», « '.join(missing)} ».",
                todo="La première ligne doit nommer les colonnes, séparées par des points-virgules.",
            )
        for cells in lines:
            if not any(cells):
                continue
            row = Row(dict(zip(header, cells, strict=False)), name, lines.line_num)
            if len(cells) != len(header):
                raise row.error(f"{len(cells)} cellules pour {len(header)} colonnes")
            yield row
    except csv.Error as error:
        raise UserError(f"{name} n’est pas un tableau lisible : {error}.") from None


def read_data(name: str, required: tuple[str, ...] = ()) -> Iterator[Row]:
    """Yield the lines of a table of `resources/data`, by its path there: "factors/factors.csv"."""
    return read(paths.data() / name, required)
