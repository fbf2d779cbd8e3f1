"""Whatever a script gives to the library of Element, it answers or raises an exception that the script can catch."""

from __future__ import annotations

import importlib
import random
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest

from interpreter.cli.doc import catalog
from runtime.catalog import entries
from runtime.dialect import NEW, bound
from runtime.element.library import class_of
from runtime.element.members import call, member
from runtime.errors import OnecError
from runtime.host import Host, using
from runtime.typeinfo import Member, TypeInfo
from stdlib.element.byte_size import ByteSize
from stdlib.element.collections.array import Array
from stdlib.element.collections.map import Map
from stdlib.element.collections.sequence import Sequence
from stdlib.element.collections.set import Set
from stdlib.element.http.http_client import http_client
from stdlib.element.http.http_headers import HttpHeaders
from stdlib.element.http.url import Url
from stdlib.element.http.url_parameters import UrlParameters
from stdlib.element.io.data_reader import DataReader
from stdlib.element.io.data_writer import DataWriter
from stdlib.element.io.files.file import File
from stdlib.element.io.readable_stream import ReadableStream
from stdlib.element.io.string_writable_stream import StringWritableStream
from stdlib.element.io.temporary_writable_stream import TemporaryWritableStream
from stdlib.element.json.json_reader import JsonReader
from stdlib.element.json.json_writer import JsonWriter
from stdlib.element.patterns.pattern import Pattern
from stdlib.element.strings.encoding import Encoding
from stdlib.element.system.os_process import OsProcess
from stdlib.element.time.date import Date
from stdlib.element.time.date_time import DateTime
from stdlib.element.time.duration import Duration
from stdlib.element.time.instant import Instant
from stdlib.element.time.time import Time
from stdlib.element.time.time_zone import TimeZone
from stdlib.element.type import Type
from stdlib.element.uuid import Uuid
from stdlib.element.version import Version
from stdlib.element.xml.xml_reader import XmlReader
from stdlib.element.xml.xml_writer import XmlWriter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

TRIES = 6

MAKERS: tuple[Callable[[], Any], ...] = (
    *(lambda text=text: text for text in ("абв", "", "a\0b", "1.5", "5", '{"а": [1]}', "<а/>", "http://a.ru/x?y=1")),
    *(lambda text=text: text for text in ("9" * 5000, "\ud800", "http://[::1", "idna", "--5", "(", "+99999")),
    *(lambda number=number: number for number in (5, 0, -1, 70, 10**6, 10**30, Decimal("1.5"), Decimal("1e60"))),
    *(lambda number=number: number for number in (-(10**20), Decimal("1e-30"), 2**31)),
    lambda: True,
    lambda: None,
    lambda: b"ab",
    lambda: Array.of([1, 2]),
    lambda: Array.of(["а", None, True]),
    lambda: Map.of([("а", 1)]),
    lambda: Set.of([1, "а"]),
    lambda: Sequence([1, 2]),
    lambda: Date(2024, 1, 31),
    lambda: DateTime(2024, 1, 31),
    lambda: DateTime("Максимум"),
    lambda: DateTime(1, 1, 1),
    lambda: Time(1, 2),
    lambda: Duration.of(90_000),
    lambda: Instant(""),
    lambda: TimeZone("Europe/Moscow"),
    lambda: Pattern("а|(б)"),
    lambda: Uuid(),
    lambda: Version("1.2"),
    lambda: StringWritableStream(),
    lambda: TemporaryWritableStream(),
    lambda: ReadableStream.of_bytes(b"abc\n"),
    lambda: DataReader(ReadableStream.of_bytes(b"abc\ndef")),
    lambda: DataWriter(StringWritableStream()),
    lambda: File("нет/такого"),
    lambda: File("a\0"),
    lambda: JsonReader('[1, {"а": 2}]'),
    lambda: JsonWriter(StringWritableStream()),
    lambda: XmlReader("<а>т</а>"),
    lambda: XmlReader(ReadableStream.of_bytes(b"<?xml version='1.0' encoding='no'?><a/>")),
    lambda: ByteSize(5000),
    lambda: XmlWriter(StringWritableStream()),
    lambda: Url("http://a.ru/x"),
    lambda: UrlParameters(),
    lambda: HttpHeaders(),
    lambda: Type(Array, "Массив<Число>", {}),
    lambda: Encoding.UTF16,
    lambda: OsProcess("x"),
    lambda: http_client().get_request("http://127.0.0.1:1/"),
    lambda: lambda *given: given[0] if given else 1,
    lambda: lambda *given: True,
)
"""What makes a receiver or an argument, each time a new one."""

UNTRIED = frozenset({"Приостановить"})
"""A script that sleeps for a million seconds is right."""


class Nowhere(Host):
    """Neither files nor network nor programs."""


@cache
def types() -> tuple[tuple[str, TypeInfo], ...]:
    return tuple(
        (entry.link, entry.declaration)
        for entry in entries(catalog("element").types)
        if isinstance(entry.declaration, TypeInfo) and ".mail." not in entry.link
    )


def singletons() -> Iterator[Any]:
    for entry in entries(catalog("element").properties):
        if entry.kind == "global" and ".mail." not in entry.link:
            yield target_of(entry.link)()


def target_of(link: str) -> Any:
    module, _, name = link.partition(":")
    return getattr(importlib.import_module(module), name)


def arguments(chance: random.Random, of: Member) -> list[Any]:
    signature = chance.choice(of.signatures)
    limit = signature.limit
    count = signature.required + 1 if limit is None else chance.randint(signature.required, limit)
    return [chance.choice(MAKERS)() for _ in range(count)]


@pytest.mark.parametrize("seed", range(TRIES))
def test_members_answer_or_raise_what_a_script_can_catch(seed: int) -> None:
    chance = random.Random(seed)
    with using(Nowhere()):
        for make in (*MAKERS, *(lambda one=one: one for one in singletons())):
            info = class_of(make()).__onec__
            for each in info.all_members():
                if each.kind in ("method", "property") and each.ru not in UNTRIED:
                    try_member(make(), each, chance)


def try_member(value: Any, each: Member, chance: random.Random) -> None:
    try:
        if each.kind == "property":
            member(value, each.ru)
            return
        result = call(class_of(value) if each.static else value, each.ru, *arguments(chance, each))
        if isinstance(result, Sequence):
            result.to_array()
    except OnecError:
        return


@pytest.mark.parametrize("seed", range(TRIES))
def test_constructors_and_functions_answer_or_raise_what_a_script_can_catch(seed: int) -> None:
    chance = random.Random(seed)
    with using(Nowhere()):
        makers = [(getattr(info.described_by, NEW), info.constructor) for _, info in types() if info.constructor]
        functions = [(bound(target_of(e.link)), e.declaration) for e in entries(catalog("element").functions)]
        for function, declaration in [*makers, *functions] * 4:
            assert isinstance(declaration, Member)
            try:
                function(*arguments(chance, declaration))
            except OnecError:
                continue
