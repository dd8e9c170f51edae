"""The closed lists of the inventory: chosen by label, stored by identifier."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache

from nrdesk.core.formatting import NBSP
from nrdesk.core.inventory import categories
from nrdesk.core.reference import factors
from nrdesk.core.written.values import Unreadable, is_nothing
from nrdesk.core.written.words import normal, plain_line, quoted


@cache
def _category_labels() -> dict[str, str]:
    """Return identifier -> label."""
    return {category.id: category.label for category in factors.categories().values()}


@cache
def _profile_labels() -> dict[str, str]:
    """Return identifier -> label."""
    return {profile.id: profile.label for profile in factors.load().profiles.values()}


def _identified(labels: Mapping[str, str], text: str) -> str | None:
    """Return the identifier whose label, or whose self, is written."""
    if text in labels:
        return text
    words = normal(text)
    return next((id for id, label in labels.items() if normal(label) == words), None)


def category_labels() -> tuple[str, ...]:
    """Return the categories to choose from, in the order of the reference file."""
    return tuple(_category_labels().values())


def category_label(id: str | None) -> str:
    """Return what a category is called; an identifier that is no longer listed is shown as it is."""
    return _category_labels().get(id, id) if id else ""


@lru_cache(maxsize=5_000)
def named_category(text: str) -> str | None:
    """Return the category whose very label or identifier is written."""
    return _identified(_category_labels(), plain_line(text))


@lru_cache(maxsize=5_000)
def category(text: str) -> str | None:
    """Return the category that a text names, by its label, its identifier or its usual words.

    Raises:
        Unreadable: no category is recognised.
    """
    text = plain_line(text)
    if is_nothing(text):
        return None
    if found := named_category(text) or categories.recognise(text):
        return found
    raise Unreadable(f"{quoted(text)} n’est pas une catégorie connue{NBSP}: choisissez-la dans la liste")


def usage_profile_labels() -> tuple[str, ...]:
    """Return the usage profiles to choose from."""
    return tuple(_profile_labels().values())


def usage_profile_label(id: str | None) -> str:
    """Return what a usage profile is called; an identifier that is no longer listed is shown as it is."""
    return _profile_labels().get(id, id) if id else ""


def usage_profile(text: str) -> str | None:
    """Return the usage profile that a text names.

    Raises:
        Unreadable: it is not in the list.
    """
    text = plain_line(text)
    if is_nothing(text):
        return None
    if found := _identified(_profile_labels(), text):
        return found
    raise Unreadable(f"{quoted(text)} n’est pas un profil d’usage{NBSP}: choisissez-le dans la liste")
