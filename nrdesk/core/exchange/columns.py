"""Which column of a file is which field: by the name of its title, never by its place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from nrdesk.core.exchange.neutral import LINE, REASON
from nrdesk.core.exchange.source import Source
from nrdesk.core.inventory.fields import FIELDS
from nrdesk.core.reference import interchange
from nrdesk.core.written.words import listed, normal, quoted

BRAND_MODEL = "brand_model"
"""A column that says brand and model together: "Dell OptiPlex 3020"."""
AGE = "age"
"""A column that says for how many years the appliance has been there."""

TARGETS: tuple[tuple[str, str], ...] = (
    *((field.name, field.label) for field in FIELDS),
    (BRAND_MODEL, "Marque et modèle ensemble"),
    (AGE, "Âge en années"),
)
"""What a column can be matched with: (name, French label)."""

_JOINT_TITLES = {
    BRAND_MODEL: listed(
        """
        marque modele, marque et modele, modele marque, marque modele reference, fabricant modele,
        brand model, make model
        """
    ),
    AGE: listed("age, age ans, age en annees, anciennete, anciennete ans, age years"),
}
_PERSONAL = frozenset(
    listed(
        """
        utilisateur, utilisateurs, utilisateur connecte, nom utilisateur, nom de l utilisateur,
        usager, agent, nom de l agent, affecte a, attribue a, beneficiaire, detenteur, possesseur,
        personne, prenom, nom prenom, nom et prenom, contact, login, identifiant de connexion,
        email, e mail, mail, courriel, adresse mail, telephone utilisateur, user, users, username,
        user name, assigned to, owner, last logged user, lastloggeduser
        """
    )
)
_ADDED_BY_US = frozenset((normal(LINE), normal(REASON)))
_REPEATS = {BRAND_MODEL: "model", AGE: "purchased"}
"""Target -> the field that says the same more clearly; a file is read for one of them."""
_FINANCIAL = "informations financieres et administratives "
"""What GLPI writes before the titles of its financial tab."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the file and what becomes of it."""

    index: int
    header: str
    key: str
    """Title as it is remembered: normalised, and numbered when the file repeats it."""
    field: str
    """Name of a target (see `TARGETS`), empty when the column is ignored."""
    why: str
    """Why it is ignored, in French; empty otherwise."""


@dataclass(frozen=True, slots=True)
class ColumnMapping:
    """What each column of a file is."""

    columns: tuple[Column, ...]

    @property
    def by_field(self) -> dict[str, int]:
        """Place of the column of each field that has one."""
        return {column.field: column.index for column in self.columns if column.field}

    @property
    def signature(self) -> str:
        """What recognises a file of the same kind: its normalised titles."""
        return signature([column.header for column in self.columns])

    def to_remember(self) -> dict[str, str]:
        """Return normalised title -> field, empty for an ignored column."""
        return {column.key: column.field for column in self.columns}

    def corrected(self, index: int, field: str) -> ColumnMapping:
        """Return the mapping with a column given to another field ("" to ignore it).

        The column that had this field is ignored: a field comes from one column.
        """
        rivals = {
            field,
            _REPEATS.get(field),
            *(joint for joint, clearer in _REPEATS.items() if clearer == field),
        }

        def change(column: Column) -> Column:
            if column.index == index:
                return replace(column, field=field, why="" if field else "ignorée à votre demande")
            if column.field and column.field in rivals:
                return replace(column, field="", why="remplacée par une autre colonne")
            return column

        return ColumnMapping(tuple(map(change, self.columns)))


@cache
def _targets() -> Mapping[str, tuple[str, int]]:
    """Return title -> (target, rank): the lower the rank, the surer."""
    titles = {
        (title, field.name): rank
        for field in FIELDS
        for rank, title in enumerate((normal(field.label), *field.synonyms))
    }
    titles |= {(title, target): 0 for target, known in _JOINT_TITLES.items() for title in known}
    return {
        title: (target, rank) for (title, target), rank in sorted(titles.items(), key=lambda item: -item[1])
    }


def known_title(header: str) -> tuple[str, int] | None:
    """Return the (target, rank) that a column title means, or None."""
    title = normal(header)
    return _targets().get(title) or _targets().get(title.removeprefix(_FINANCIAL))


def is_known(header: str) -> bool:
    """Return whether a text is a column title of inventories, be it of a column to ignore."""
    return normal(header) in _PERSONAL or known_title(header) is not None


def recognise_columns(source: Source, remembered: Mapping[str, str] | None = None) -> ColumnMapping:
    """Return what each column of a file is.

    Args:
        source: the file read.
        remembered: what the user decided for the same titles (see `apply.remembered`); it prevails.
    """
    columns = [
        _recognised(index, header, key)
        for index, (header, key) in enumerate(zip(source.headers, keys(source.headers), strict=True))
    ]
    if {column.field for column in columns}.isdisjoint({"brand"}) and interchange.recognised(source.headers):
        # A format without a column for the brand has it before the model.
        columns = [
            replace(column, field=BRAND_MODEL) if column.field == "model" else column for column in columns
        ]
    if remembered:
        columns = [_as_remembered(column, remembered) for column in columns]
    return ColumnMapping(tuple(_one_column_each(columns)))


def keys(headers: Sequence[str]) -> list[str]:
    """Return the normalised titles, numbered from their second occurrence."""
    seen: Counter[str] = Counter()
    names = []
    for header in headers:
        name = normal(header)
        seen[name] += 1
        names.append(name if seen[name] == 1 else f"{name} {seen[name]}")
    return names


def signature(headers: Sequence[str]) -> str:
    """Return what recognises the files that have these titles; the columns that nrdesk adds do not count."""
    return "|".join(key for key in keys(headers) if key not in _ADDED_BY_US)


def _recognised(index: int, header: str, key: str) -> Column:
    """Return a column as its title alone says."""
    title = normal(header)
    if title in _PERSONAL:
        return Column(index, header, key, "", "donnée personnelle")
    if title in _ADDED_BY_US:
        return Column(index, header, key, "", "ajoutée par nrdesk au fichier des rejets")
    if known := known_title(header):
        return Column(index, header, key, known[0], "")
    return Column(index, header, key, "", "titre inconnu" if title else "colonne sans titre")


def _as_remembered(column: Column, remembered: Mapping[str, str]) -> Column:
    """Return a column as the user decided last time."""
    field = remembered.get(column.key)
    if field is None or field == column.field or (field and field not in dict(TARGETS)):
        return column
    return replace(column, field=field, why="" if field else "ignorée à votre demande")


def _one_column_each(columns: list[Column]) -> list[Column]:
    """Return the columns, only the surest of those of a same field being kept."""
    best: dict[str, Column] = {}
    for column in columns:
        rival = best.get(column.field)
        if column.field and (rival is None or _rank(column) < _rank(rival)):
            best[column.field] = column
    for joint, clearer in _REPEATS.items():
        if clearer in best:
            best.pop(joint, None)
    return [
        column
        if not column.field or best.get(column.field) is column
        else replace(column, field="", why=f"déjà dit par la colonne {_instead(column.field, best)}")
        for column in columns
    ]


def _rank(column: Column) -> int:
    """Return how sure a column is of its field; those that the user chose come first."""
    known = known_title(column.header)
    return known[1] if known and known[0] == column.field else -1


def _instead(field: str, best: Mapping[str, Column]) -> str:
    """Return the title of the column that says a field in place of another."""
    return quoted(best[field if field in best else _REPEATS[field]].header)
