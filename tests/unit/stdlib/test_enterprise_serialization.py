"""Internal strings: texts of the platform, hostile texts, size and depth."""

from __future__ import annotations

import time
from typing import Any

import pytest

from runtime.errors import OnecError
from stdlib.enterprise.collections.array import Array
from stdlib.enterprise.collections.structure import Structure
from stdlib.enterprise.collections.value_table import ValueTable
from stdlib.enterprise.serialization.internal_strings import value_from_string_internal, value_to_string_internal

ARRAY = "51e7a0d2-530b-11d4-b98a-008048da3034"
TABLE = "acf6192e-81ca-46ef-93a6-5a6968b78663"


def test_an_array_is_written_as_on_the_platform() -> None:
    text = value_to_string_internal(Array.of([1, "а"]))
    assert text == f'{{"#",{ARRAY},\n{{2,\n{{"N",1}},\n{{"S","а"}}\n}}\n}}'


def test_blanks_and_line_breaks_between_elements_do_not_matter() -> None:
    text = f'\ufeff {{"#" , {ARRAY} ,\r\n {{ 2 , {{ "N" , 1 }} ,\r\n{{ "S" , " а\r\n" }} }} }} \r\n'
    assert list(value_from_string_internal(text)) == [1, " а\r\n"]


def test_a_table_of_the_platform_is_read() -> None:
    columns = '{2,{0,"Имя",{"Pattern"},"",0},{1,"Цена",{"Pattern",{"N",10,2,1}},"Цена, руб.",12}}'
    rows = '{1,2,{2,0,2,{"S","а"},{"N",1.5},0},{2,1,2,{"S","б"},{"U"},0}}'
    table = value_from_string_internal(f'{{"#",{TABLE},{{9,{columns},{{2,2,0,0,1,1,{rows},1,1}},{{0,0}}}}}}')
    assert isinstance(table, ValueTable)
    assert [row[0] for row in table] == ["а", "б"]
    assert [column.title() for column in table.columns()] == ["Имя", "Цена, руб."]


@pytest.mark.parametrize(
    "text",
    [
        "", "{", "}", "{}", "{}}", "1", '"a"', '{"S"}', '{"S",a}', '{"S","a}', '{"S","a",}', '{"N",x}', '{"N","1"}',
        '{"N",}', '{,}', '{"B",2}', '{"D",2024}', '{"D",20241301000000}', '{"T",x}', '{"#",x}', '{"#",x,y}', '{"Z",1}',
        '{"U",1}', '{"N",1}{"N",1}', '{"N",1} x', '{"N" 1}', '{"#",' + ARRAY + "}", '{"#",' + ARRAY + ",1}",
        '{"#",' + ARRAY + ",{}}", '{"#",' + ARRAY + ",{1}}", '{"#",' + ARRAY + ",{1,2}}",
        '{"#",' + ARRAY + ',{99999999999999,{"N",1}}}', '{"#",' + ARRAY + ',{-1}}', '{"#","' + ARRAY + '",{0}}',
        '{"#",4238019d-7e49-4fc9-91db-b6b951d5cf8e,{1,{{"N",1},{"N",1}}}}',
        '{"#",4238019d-7e49-4fc9-91db-b6b951d5cf8e,{1,{{"S","не имя"},{"N",1}}}}',
        '{"#",4238019d-7e49-4fc9-91db-b6b951d5cf8e,{1,{{"S","а"}}}}',
        '{"#",4238019d-7e49-4fc9-91db-b6b951d5cf8e,{2,{{"S","а"},{"N",1}},{{"S","А"},{"N",1}}}}',
        '{"#",' + TABLE + ",{9}}", '{"#",' + TABLE + ",{9,{0},{2}}}",
        '{"#",' + TABLE + ',{9,{1,{0,"1",{"Pattern"},"",0}},{2,{1,0}}}}',
        '{"#",' + TABLE + ',{9,{2,{0,"а",{"Pattern"},"",0},{1,"А",{"Pattern"},"",0}},{2,{1,0}}}}',
        '{"#",87126200-3e98-44e0-b931-ccb1d7edc497,{1,{#base64:A}}}',
        '{"#",fc01b5df-97fe-449b-83d4-218a090e681e,xyz}',
        '{"#",f5c65050-3bbb-11d5-b988-0050bae0a95d,{"Pattern",{"S",x,1}}}',
        '{"#",f5c65050-3bbb-11d5-b988-0050bae0a95d,{1}}',
        '{"N",' + "9" * 5000 + "}", "\x00", '{"S","' + '"' * 1001,
    ],
)  # fmt: skip
def test_what_is_no_internal_string_is_refused(text: str) -> None:
    with pytest.raises(OnecError, match="Недопустимое значение параметра"):
        value_from_string_internal(text)


def test_depth_costs_no_stack() -> None:
    value: Any = Array()
    for _ in range(15_000):
        value = Array.of([Structure("а", value)])
    text = value_to_string_internal(value)
    assert value_to_string_internal(value_from_string_internal(text)) == text
    with pytest.raises(OnecError):
        value_from_string_internal("{" * 1_000_000)


def test_large_values_are_written_and_read_in_seconds() -> None:
    started = time.process_time()
    text = value_to_string_internal(Array.of(f"строка {i}" for i in range(100_000)))
    assert len(value_from_string_internal(text)) == 100_000
    assert time.process_time() - started < 10


def test_many_columns_and_many_names_are_not_quadratic() -> None:
    columns = ",".join(f'{{{i},"К{i}",{{"Pattern"}},"",0}}' for i in range(20_000))
    row = ",".join(['{"U"}'] * 20_000)
    started = time.process_time()
    table = value_from_string_internal(
        f'{{"#",{TABLE},{{9,{{20000,{columns}}},{{2,{{1,1,{{2,0,20000,{row},0}}}}}},{{0,0}}}}}}'
    )
    assert len(table.columns()) == 20_000
    pairs = ",".join(f'{{{{"S","а{i}"}},{{"N",1}}}}' for i in range(20_000))
    value_from_string_internal(f'{{"#",4238019d-7e49-4fc9-91db-b6b951d5cf8e,{{20000,{pairs}}}}}')
    value_from_string_internal('{"S","' + '""' * 1_000_000 + '"}')
    assert time.process_time() - started < 10
