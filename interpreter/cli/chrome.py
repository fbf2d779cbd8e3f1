"""argparse that speaks Russian."""

from __future__ import annotations

import argparse

_TEXTS = {
    "usage: ": "Вызов: ",
    "options": "параметры",
    "positional arguments": "что указать",
    "subcommands": "команды",
    "show this help message and exit": "показать эту справку",
    "show program's version number and exit": "показать версию",
    "%(prog)s: error: %(message)s\n": "%(prog)s: %(message)s\n",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s: %(message)s",
    "invalid choice: %(value)r (choose from %(choices)s)": "нет значения %(value)r; есть: %(choices)s",
    "invalid %(type)s value: %(value)r": "недопустимое значение %(value)r",
    "unrecognized arguments: %s": "лишнее: %s",
    "the following arguments are required: %s": "не указано: %s",
    "expected one argument": "нужно значение",
    "expected at least one argument": "нужно хотя бы одно значение",
    "expected at most one argument": "нужно не больше одного значения",
    "not allowed with argument %s": "несовместимо с %s",
    "one of the arguments %s is required": "нужно указать одно из: %s",
    "ignored explicit argument %r": "значение %r здесь не нужно",
    "ambiguous option: %(option)s could match %(matches)s": "неясно, что значит %(option)s: %(matches)s",
}


def speak_russian() -> None:
    """Replace the translator of argparse for this process; texts that have no translation stay as they are."""
    vars(argparse)["_"] = lambda text: _TEXTS.get(text, text)


def number(text: str) -> int:
    """An argument that counts something; argparse tells the mistake."""
    value = int(text)
    if value < 0:
        raise ValueError(text)
    return value


def port(text: str) -> int:
    """An argument that is a port, 0 for any free one; argparse tells the mistake."""
    value = int(text)
    if not 0 <= value < 65536:
        raise ValueError(text)
    return value


def locale(text: str) -> str:
    """An argument that is the code of a locale whose habits are known; argparse tells the mistake."""
    from runtime.enterprise.locale import locale_named

    if locale_named(text) is None:
        raise ValueError(text)
    return text
