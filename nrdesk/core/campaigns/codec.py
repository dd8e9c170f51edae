"""Dataclasses as JSON and back, exactly: what was frozen is read again to the last bit.

Nothing but the types of the fields says how. A dataclass is an object; a mapping is an object when its keys
are texts and a list of pairs otherwise; a tuple is a list; a choice is its text. Floats are written by
`repr`, which Python reads back to the same number; infinities and NaN are refused.

A field that is not known is passed over, since a later version may have written it; a field that is missing
takes its default. Anything else that does not fit is refused with the path to it.
"""

from __future__ import annotations

import dataclasses
import json
import math
import types
import typing
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any, TypeVar, cast

T = TypeVar("T")


class UnreadableError(ValueError):
    """The JSON is not what the type says; the message is the path to what does not fit."""


def dumps(value: object) -> str:
    """Return a dataclass as JSON.

    Raises:
        TypeError: a field holds what its type does not say, or a type that has no JSON here.
        ValueError: a number is not finite.
    """
    return json.dumps(_encoded(type(value), value), ensure_ascii=False, allow_nan=False)


def loads(kind: type[T], text: str) -> T:
    """Return the dataclass of a kind from its JSON.

    Raises:
        UnreadableError: it is no JSON, or not that of this kind.
    """
    try:
        data = json.loads(text)
        return cast(T, _decoded(kind, data, kind.__name__))
    except UnreadableError:
        raise
    except (ValueError, RecursionError) as error:
        raise UnreadableError(kind.__name__) from error


_FIELDS: dict[type[Any], tuple[tuple[dataclasses.Field[Any], Any], ...]] = {}
"""Fields of the dataclasses met so far, with their types: reading them costs more than using them."""


def _fields(kind: type[Any]) -> tuple[tuple[dataclasses.Field[Any], Any], ...]:
    if kind not in _FIELDS:
        hints = typing.get_type_hints(kind)
        _FIELDS[kind] = tuple((field, hints[field.name]) for field in dataclasses.fields(kind))
    return _FIELDS[kind]


def _as_object(key: Any) -> bool:  # noqa: ANN401 -- a type hint is any object
    return isinstance(key, type) and issubclass(key, str)


def _encoded(hint: Any, value: Any) -> Any:  # noqa: ANN401
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin is types.UnionType:
        return None if value is None else _encoded(_required(arguments), value)
    if origin is Mapping:
        pairs = [(_encoded(arguments[0], key), _encoded(arguments[1], each)) for key, each in value.items()]
        return dict(pairs) if _as_object(arguments[0]) else pairs
    if origin is tuple:
        return [_encoded(kind, each) for kind, each in zip(_kinds(arguments, len(value)), value, strict=True)]
    if dataclasses.is_dataclass(hint):
        return {
            field.name: _encoded(kind, getattr(value, field.name))
            for field, kind in _fields(cast(type[Any], hint))
        }
    if hint is float and type(value) is int:
        return float(value)
    if not isinstance(value, hint):
        raise TypeError(f"{value!r} is not {hint!r}")
    return str(value) if isinstance(value, StrEnum) else value


def _decoded(hint: Any, data: Any, path: str) -> Any:  # noqa: ANN401
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin is types.UnionType:
        return None if data is None else _decoded(_required(arguments), data, path)
    if origin is Mapping:
        return _mapping(arguments[0], arguments[1], data, path)
    if origin is tuple:
        _check(isinstance(data, list), path)
        kinds = _kinds(arguments, len(data))
        _check(len(kinds) == len(data), path)
        return tuple(_decoded(kinds[i], each, f"{path}[{i}]") for i, each in enumerate(data))
    if dataclasses.is_dataclass(hint):
        return _record(cast(type[Any], hint), data, path)
    return _plain(hint, data, path)


def _required(arguments: tuple[Any, ...]) -> Any:  # noqa: ANN401
    """Return the type of an optional value that is there."""
    (kind,) = (each for each in arguments if each is not types.NoneType)
    return kind


def _kinds(arguments: tuple[Any, ...], length: int) -> tuple[Any, ...]:
    """Return the type of each element of a tuple."""
    return (arguments[0],) * length if arguments[1:] == (...,) else arguments


def _mapping(key: Any, kind: Any, data: Any, path: str) -> Mapping[Any, Any]:  # noqa: ANN401
    if _as_object(key):
        _check(isinstance(data, dict), path)
        pairs = list(data.items())
    else:
        _check(isinstance(data, list) and all(isinstance(p, list) and len(p) == 2 for p in data), path)
        pairs = data
    return {_decoded(key, name, path): _decoded(kind, each, f"{path}.{name}") for name, each in pairs}


def _record(kind: type[Any], data: Any, path: str) -> object:  # noqa: ANN401
    _check(isinstance(data, dict), path)
    values = {}
    for field, hint in _fields(kind):
        where = f"{path}.{field.name}"
        if field.name in data:
            values[field.name] = _decoded(hint, data[field.name], where)
        else:
            absent = dataclasses.MISSING
            _check(field.default is not absent or field.default_factory is not absent, where)
    return kind(**values)


def _plain(kind: Any, data: Any, path: str) -> object:  # noqa: ANN401
    readers: Mapping[Any, Callable[[Any], object]] = {float: float, int: int, str: str, bool: bool}
    if kind is float and type(data) is int:
        data = float(data)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        _check(data in list(kind), path)
        return kind(data)
    _check(kind in readers and type(data) is kind, path)
    _check(kind is not float or math.isfinite(data), path)
    return data


def _check(fits: bool, path: str) -> None:
    if not fits:
        raise UnreadableError(path)
