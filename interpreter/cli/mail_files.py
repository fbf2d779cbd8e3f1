"""`1cs mail show --save`: the files of a letter put into a folder, under names that lead nowhere else."""

from __future__ import annotations

import os
import re
import sys
from typing import TYPE_CHECKING

from interpreter.cli.reasons import reason_of
from interpreter.cli.visible import visible_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from stdlib.mail.mime.read import ParsedAttachment

# What some system takes for a path, a wildcard, a stream, or shows as nothing or backwards.
_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff<>:"/\\|?*]')
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
_LONGEST = 236
"""Octets of a name in UTF-8: file systems take 255, and a number may be added."""


def save(files: Iterable[ParsedAttachment], folder: str) -> int:
    """Nothing that is there is overwritten; the exit code."""
    count = 0
    try:
        os.makedirs(folder, exist_ok=True)
        for file in files:
            print(visible_line(_write(folder, file)))
            count += 1
    except OSError as error:
        print(f"Не удалось сохранить в {folder}: {reason_of(error)}", file=sys.stderr)
        return 1
    if not count:
        print("В письме нет вложений", file=sys.stderr)
    return 0


def safe_name(name: str) -> str:
    """The name without what could lead out of a folder; never empty."""
    cleaned = _FORBIDDEN.sub("_", name).strip(" .")
    stem, suffix = os.path.splitext(cleaned)
    suffix = _cut(suffix, 60)
    shortened = _cut(stem, _LONGEST - len(suffix.encode())) + suffix
    return f"_{shortened}" if _DEVICES.fullmatch(shortened) else shortened or "file"


def _cut(text: str, octets: int) -> str:
    return text.encode()[:octets].decode("utf-8", "ignore")


def _write(folder: str, file: ParsedAttachment) -> str:
    """The path it got."""
    for name in _names(safe_name(file.name or ("letter.eml" if file.letter is not None else ""))):
        path = os.path.join(folder, name)
        try:
            with open(path, "xb") as made:
                made.write(file.data)
        except FileExistsError:
            continue
        return path
    raise AssertionError("there is always another name")


def _names(name: str) -> Iterator[str]:
    yield name
    stem, suffix = os.path.splitext(name)
    number = 2
    while True:
        yield f"{stem} ({number}){suffix}"
        number += 1
