"""JSON that programs cannot show: hostile texts, depth, size, and both ways of reading side by side."""

from __future__ import annotations

import json
import time
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from runtime.errors import OnecError
from runtime.host import Host, using
from stdlib.enterprise.collections.array import Array
from stdlib.enterprise.collections.map import Map
from stdlib.enterprise.collections.structure import Structure
from stdlib.enterprise.json.json_line_break import JSONLineBreak
from stdlib.enterprise.json.json_reader import JSONReader
from stdlib.enterprise.json.json_writer import JSONWriter
from stdlib.enterprise.json.json_writer_settings import JSONWriterSettings
from stdlib.enterprise.json.read_json import read_json, read_json_value
from stdlib.enterprise.json.write_json import write_json, write_json_value

SLOWLY = "/* a comment takes the slow way */"


def reader_of(text: str) -> JSONReader:
    reader = JSONReader()
    reader.set_string(text)
    return reader


def plainly(value: Any) -> Any:
    """A value as Python's own library would read it."""
    if isinstance(value, Array):
        return [plainly(item) for item in value]
    if isinstance(value, Map):
        return {name: plainly(item) for name, item in value.items()}
    if isinstance(value, Structure):
        return dict(zip(value.__onec_names__(), map(plainly, value._values()), strict=True))
    return value


@pytest.mark.parametrize("way", ["", SLOWLY])
@pytest.mark.parametrize("as_map", [False, True])
@pytest.mark.parametrize(
    "text",
    [
        '{"a": [1, [2, [3, {"b": []}]], {}], "c": null, "d": true, "e": "x\\n\\u0436"}',
        "[[], [[]], [[], [[]]]]",
        '"\\ud83d\\ude00 \\\\ud83d"',
        '{"a": {"a": {"a": [false]}}, "b": [{"a": 1}, {"a": 2}]}',
        " \n[ 1 ,\t2 ]\r\n",
        "0",
        "-0",
    ],
)
def test_both_ways_read_what_json_says(text: str, as_map: bool, way: str) -> None:
    assert plainly(read_json(reader_of(way + text), as_map)) == json.loads(text)


@pytest.mark.parametrize("way", ["", SLOWLY])
@pytest.mark.parametrize(
    ("text", "number"),
    [("1.10", Decimal("1.1")), ("2.0", 2), ("-1.5e2", -150), ("1E-2", Decimal("0.01")), ("0e99999999999", 0)],
)
def test_numbers_are_exact_and_whole_ones_are_whole(text: str, number: Any, way: str) -> None:
    value = read_json(reader_of(way + text))
    assert value == number and type(value) is type(number)


@pytest.mark.parametrize("way", ["", SLOWLY])
@pytest.mark.parametrize(
    "text",
    [
        "", " ", "-", "+1", "01", "1.", ".5", "1e", "0x10", "NaN", "Infinity", "-Infinity", "tru", "True", "nul", "'a'",
        '"a', '"\\x"', '"\\u12"', "[", "[1", "[1,", "[1,]", "[,1]", "[1 2]", "[1;2]", "]", "{", '{"a"', '{"a":',
        "{1:2}", '{"a":1,}', '{"a" 1}', '{"a":1 "b":2}', "{,}", "[}", '{"a":1]', "{a:1}", '{"a"}', '{"a"::1}', "/",
        "/* x", "\ufeff", "1e9999999999999999999999", "9" * 5000, "1." + "1" * 5000, "\\", "nullx", "1x",
    ],
)  # fmt: skip
def test_a_wrong_text_is_an_error_of_the_script(text: str, way: str) -> None:
    with pytest.raises(OnecError):
        read_json(reader_of(way + text))


@pytest.mark.parametrize("text", ['{"a":1}}', "[1] 2", '"a" "b"', "1,"])
def test_what_follows_the_value_is_an_error_of_the_next_step(text: str) -> None:
    reader = reader_of(text)
    read_json(reader)
    with pytest.raises(OnecError):
        reader.read()


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    assert list(read_json(reader_of("\ufeff[1]"))) == [1]


def test_half_of_a_character_becomes_a_mark_that_can_be_written() -> None:
    for text in ('"\\ud800"', '"a\\udc00b"', '"\\\\\\ud83d"', '["\\ud83d\\ud83d\\ude00"]', '"\\\\ud83d\\ude00"'):
        value = read_json(reader_of(text))
        "".join(value).encode("utf-8")


def test_depth_costs_no_stack() -> None:
    depth = 200_000
    text = "[" * depth + "]" * depth
    value = read_json(reader_of(text), nesting=10**9)
    assert write_json_value(value) == text


@pytest.mark.parametrize("opening", ["[", '{"a":', '[{"a":'])
def test_too_deep_a_text_is_told_at_once(opening: str) -> None:
    with pytest.raises(OnecError, match="вложенность"):
        read_json(reader_of(opening * 300_000))


def test_depth_counts_containers() -> None:
    assert read_json(reader_of("[[[1]]]"), nesting=3)
    with pytest.raises(OnecError):
        read_json(reader_of("[[[1]]]"), nesting=2)
    with pytest.raises(OnecError):
        read_json(reader_of(SLOWLY + '[{"a":[1]}]'), nesting=2)


def test_a_large_text_is_read_in_seconds() -> None:
    rows = [{"Код": i, "Имя": f"Товар {i}", "Цена": i / 3, "Теги": ["а", "б"], "В": {"х": None}} for i in range(30_000)]
    text = json.dumps(rows, ensure_ascii=False)
    started = time.process_time()
    value = read_json(reader_of(text))
    assert time.process_time() - started < 5
    assert value[29_999]._read("имя") == "Товар 29999"


def test_names_that_never_repeat_are_not_quadratic() -> None:
    text = "{" + ",".join(f'"имя{i}": {i}' for i in range(50_000)) + "}"
    started = time.process_time()
    value = read_json(reader_of(text))
    many = read_json(reader_of("[" + ",".join(f'{{"имя{i}": {i}, "x{i}": 0}}' for i in range(20_000)) + "]"))
    assert time.process_time() - started < 5
    assert value._read("имя49999") == 49_999 and many[19_999]._read("имя19999") == 19_999


def test_asking_for_the_line_at_every_step_is_not_quadratic() -> None:
    reader = reader_of("[\n" + ",\n".join("1" for _ in range(100_000)) + "]")
    started = time.process_time()
    while reader.read():
        line = reader.current_line()
    assert time.process_time() - started < 10
    assert line == 100_001


def test_names_with_blanks_around_are_one_name() -> None:
    value = read_json(reader_of('[{" a": 1}, {" a": 2}, {"A": 3, "a": 4}]'))
    assert [item._read("a") for item in value] == [1, 2, 4]


def test_a_value_of_json_must_be_all_of_the_string() -> None:
    assert list(read_json_value("[1] ")) == [1]
    with pytest.raises(OnecError):
        read_json_value("[1] [2]")


@pytest.mark.parametrize("padding", ["", "  "])
@pytest.mark.parametrize("new_lines", [JSONLineBreak.none, JSONLineBreak.unix, JSONLineBreak.windows])
def test_every_way_of_writing_can_be_read(new_lines: Any, padding: str) -> None:
    value = {"a": [1, [], {}, [[1]], {"b": {"c": "x\u2028<>'/&\u007f\u0001"}}], "": None}
    source = read_json(reader_of(json.dumps(value)), True)
    for flags in ([True] * 5, [False] * 5):
        writer = JSONWriter()
        writer.set_string(JSONWriterSettings(new_lines, padding, True, None, *flags))
        write_json(writer, source)
        assert json.loads(writer.close()) == value


def test_a_writer_that_is_forgotten_closes_its_file(tmp_path: Path) -> None:
    class Free(Host):
        def allows(self, what: str, detail: str) -> bool:
            return True

    with using(Free()):
        writer = JSONWriter()
        writer.open_file(str(tmp_path / "a.json"))
        del writer
    assert (tmp_path / "a.json").read_bytes() == b""


def test_a_safe_host_refuses_files(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("1")
    with using(Host()):
        with pytest.raises(OnecError, match="Чтение файлов запрещено"):
            JSONReader().open_file(str(tmp_path / "a.json"))
        with pytest.raises(OnecError, match="Запись файлов запрещена"):
            JSONWriter().open_file(str(tmp_path / "b.json"))
    assert not (tmp_path / "b.json").exists()
