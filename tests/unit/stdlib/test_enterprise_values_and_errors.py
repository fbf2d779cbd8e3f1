"""Output, conversions, filling of properties, identifiers and what is known of errors."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest

from runtime.dialect import bound
from runtime.enterprise.date import EMPTY_DATE, Date
from runtime.enterprise.null import NULL
from runtime.enterprise.types import BOOLEAN, DATE, NUMBER, STRING, type_of
from runtime.errors import BadArgument, CallFailed, OnecError, ScriptExit
from runtime.host import Host, using
from stdlib.enterprise import output
from stdlib.enterprise.collections.array import Array
from stdlib.enterprise.collections.structure import Structure
from stdlib.enterprise.collections.value_list import ValueList
from stdlib.enterprise.errors import current
from stdlib.enterprise.errors.error_category import ErrorCategory
from stdlib.enterprise.errors.error_info import ErrorInfo
from stdlib.enterprise.errors.error_processing_manager import error_processing
from stdlib.enterprise.message_status import MessageStatus
from stdlib.enterprise.values import conversion, fill_properties, filled, types, xml
from stdlib.enterprise.values.unique_identifier import UUID

NBSP = "\u00a0"
fill = bound(fill_properties.fill_property_values)


class _Recorder(Host):
    arguments = ("один", "два")

    def __init__(self) -> None:
        self.written: list[str] = []

    def write(self, text: str) -> None:
        self.written.append(text)


@pytest.fixture
def recorder() -> Iterator[_Recorder]:
    host = _Recorder()
    with using(host):
        yield host


def test_messages_are_lines_of_output(recorder: _Recorder) -> None:
    say = bound(output.message)
    say("привет")
    say(1000)
    say(None)
    say(Array(), MessageStatus.important)
    assert recorder.written == ["привет\n", f"1{NBSP}000\n", "\n", "Массив\n"]


def test_arguments_of_the_command_line_are_an_array(recorder: _Recorder) -> None:
    assert list(bound(output.command_line_arguments)()) == ["один", "два"]


def test_a_script_may_end_with_a_code() -> None:
    with pytest.raises(ScriptExit) as caught:
        bound(output.exit_script)("3")
    assert caught.value.code == 3


@pytest.mark.parametrize(
    ("function", "arguments", "expected"),
    [
        (conversion.string, (1000,), f"1{NBSP}000"),
        (conversion.number, (f"1{NBSP}000,5",), Decimal("1000.5")),
        (conversion.number, (True,), 1),
        (conversion.boolean, ("Нет",), False),
        (conversion.boolean, (5,), True),
        (conversion.date, ("20240115",), Date(2024, 1, 15)),
        (conversion.date, ("20240115103000",), Date(2024, 1, 15, 10, 30)),
        (conversion.date, ("15.01.2024 9:05:03",), Date(2024, 1, 15, 9, 5, 3)),
        (conversion.date, (2024, 1, 15), Date(2024, 1, 15)),
        (conversion.date, (2024, 1, 15, 10, 30, 5), Date(2024, 1, 15, 10, 30, 5)),
        (conversion.date, (1, 1, 1), EMPTY_DATE),
        (types.type_by_name, ("число",), NUMBER),
        (types.type_of_value, ("",), STRING),
        (xml.xml_string, (Decimal("1000.5"),), "1000.5"),
        (xml.xml_string, (1000000,), "1000000"),
        (xml.xml_string, (True,), "true"),
        (xml.xml_string, (Date(2024, 1, 15, 10, 30),), "2024-01-15T10:30:00"),
        (xml.xml_string, (None,), ""),
        (xml.xml_value, (NUMBER, "-1.5"), Decimal("-1.5")),
        (xml.xml_value, (BOOLEAN, "1"), True),
        (xml.xml_value, (DATE, "2024-01-15T10:30:00"), Date(2024, 1, 15, 10, 30)),
        (xml.xml_value, (STRING, " а "), " а "),
        (filled.value_is_filled, (" \n",), False),
        (filled.value_is_filled, (".",), True),
        (filled.value_is_filled, (0,), False),
        (filled.value_is_filled, (Decimal("0.1"),), True),
        (filled.value_is_filled, (False,), True),
        (filled.value_is_filled, (EMPTY_DATE,), False),
        (filled.value_is_filled, (None,), False),
        (filled.value_is_filled, (NULL,), False),
        (filled.value_is_filled, (Array(),), False),
        (filled.value_is_filled, (Array.of([0]),), True),
        (filled.value_is_filled, (Structure("А"),), True),
        (filled.value_is_filled, (UUID("00000000-0000-0000-0000-000000000000"),), False),
    ],
)
def test_a_function_of_values_gives_what_is_expected(function: Any, arguments: tuple[Any, ...], expected: Any) -> None:
    result = bound(function)(*arguments)
    assert (result, type(result)) == (expected, type(expected))


@pytest.mark.parametrize(
    ("function", "arguments", "message"),
    [
        (conversion.number, ("а",), "к типу Число"),
        (conversion.number, (None,), "к типу Число"),
        (conversion.boolean, ("Yes",), "к типу Булево"),
        (conversion.date, ("вчера",), "к типу Дата"),
        (conversion.date, (2024, 13, 1), "Неправильное значение даты"),
        (xml.xml_value, (NUMBER, "1,5"), "к типу Число"),
        (xml.xml_string, (Array(),), "Несоответствие типов"),
        (filled.value_is_filled, (ErrorInfo(),), "Недопустимое значение параметра"),
    ],
)
def test_what_cannot_be_converted_is_an_error(function: Any, arguments: tuple[Any, ...], message: str) -> None:
    with pytest.raises(OnecError, match=message):
        bound(function)(*arguments)


def test_common_properties_are_copied() -> None:
    target, source = Structure("А, Б", 1, 2), Structure("Б, В", 20, 30)
    fill(target, source)
    assert [getattr(target, ".а"), getattr(target, ".б")] == [1, 20]


def test_excluded_properties_are_not_copied() -> None:
    target = Structure("А, Б", 1, 2)
    fill(target, Structure("А, Б", 10, 20), None, "а")
    assert [getattr(target, ".а"), getattr(target, ".б")] == [1, 20]


def test_an_empty_list_of_properties_copies_nothing() -> None:
    target = Structure("А", 1)
    fill(target, Structure("А", 10), "")
    assert getattr(target, ".а") == 1


@pytest.mark.parametrize(("names", "copied"), [("Нет, А, Б", [10, 20]), ("А, Б, Нет", [1, 2])])
def test_a_list_is_worked_off_from_its_end(names: str, copied: list[int]) -> None:
    target = Structure("А, Б", 1, 2)
    with pytest.raises(OnecError):
        fill(target, Structure("А, Б", 10, 20), names)
    assert [getattr(target, ".а"), getattr(target, ".б")] == copied


def test_a_listed_property_must_be_on_both_sides() -> None:
    with pytest.raises(OnecError, match="Поле объекта не обнаружено"):
        fill(Structure("А", 1), Structure("Б", 2), "Б")


def test_the_list_of_properties_is_a_string() -> None:
    with pytest.raises(OnecError):
        fill(Structure("А", 1), Structure("А", 2), Array())


def test_properties_of_library_objects_are_copied_too() -> None:
    item = ValueList().add(5)
    fill(item, Structure("Значение, Представление", 7, "семь"))
    assert (item.value(), item.presentation) == (7, "семь")
    fill(Array(), Structure("А", 1))


def test_identifiers_compare_by_value() -> None:
    text = "0F8FAD5B-D9CB-469F-A165-70867728950E"
    one = getattr(UUID, "новый()")(text)
    assert bound(conversion.string)(one) == text.lower()
    assert one == UUID(text) and hash(one) == hash(UUID(text))
    assert getattr(UUID, "новый()")() != one
    assert type_of(one).presentation == "Уникальный идентификатор"


@pytest.mark.parametrize("text", ["", "1234", "zf8fad5b-d9cb-469f-a165-70867728950e"])
def test_a_wrong_identifier_is_an_error(text: str) -> None:
    with pytest.raises(CallFailed, match="УникальныйИдентификатор"):
        getattr(UUID, "новый()")(text)


def test_nothing_is_known_outside_of_handlers() -> None:
    assert bound(current.error_description)() == ""
    info = bound(current.error_info)()
    assert (getattr(info, ".описание"), getattr(info, ".номерстроки"), getattr(info, ".причина")) == ("", 0, None)


def _script() -> dict[str, Any]:
    """The globals of a compiled module, so that frames count as the script's."""
    import linecache

    name = "модуль.1cs"
    linecache.cache[name] = (0, None, ["А = 1;\n", "\tУпасть();\n"], name)
    scope: dict[str, Any] = {"1c.file": name, "OnecError": OnecError, "CallFailed": CallFailed}
    exec(compile("def fail(error):\n raise error", name, "exec"), scope)
    return scope


def test_an_error_is_described_with_its_place() -> None:
    try:
        _script()["fail"](OnecError("Беда"))
    except OnecError:
        assert bound(current.error_description)() == "{модуль.1cs(2)}: Беда"
        info = bound(current.error_info)()
    assert (getattr(info, ".имямодуля"), getattr(info, ".номерстроки")) == ("модуль.1cs", 2)
    assert getattr(info, ".исходнаястрока") == "Упасть();"
    assert bound(current.brief_error_description)(info) == "Беда"
    assert bound(current.detail_error_description)(info) == "{модуль.1cs(2)}: Беда\n\tУпасть();"


def test_causes_follow_on_lines_of_their_own() -> None:
    info = ErrorInfo(OnecError("Отправка не удалась", cause=OnecError("Нет сети")))
    assert bound(current.brief_error_description)(info) == "Отправка не удалась\nНет сети"
    assert bound(current.detail_error_description)(info) == "Отправка не удалась\nпо причине:\nНет сети"
    assert getattr(getattr(info, ".причина"), ".описание") == "Нет сети"


def test_a_cause_that_the_text_tells_is_not_repeated() -> None:
    error = CallFailed("метода контекста (Лев)", BadArgument(1))
    assert ErrorInfo(error).brief() == error.message


def test_errors_have_categories() -> None:
    manager = bound(error_processing)()
    category_of = getattr(manager, "категорияошибкидляпользователя()")
    file_error = OnecError("Нет файла")
    file_error.__cause__ = FileNotFoundError()
    network_error = OnecError("Нет сети")
    network_error.__cause__ = ConnectionRefusedError()
    wrapped = CallFailed("метода контекста (Подключиться)", network_error)
    assert category_of(ErrorInfo(file_error)) is ErrorCategory.local_file_access_error
    assert category_of(ErrorInfo(wrapped)) is ErrorCategory.network_error
    assert category_of(ErrorInfo(BadArgument(1))) is ErrorCategory.script_runtime_error
    try:
        _script()["fail"](OnecError("Беда"))
    except OnecError as error:
        assert category_of(ErrorInfo(error)) is ErrorCategory.exception_raised_from_script


def test_a_category_may_be_looked_for_among_causes() -> None:
    cause = OnecError("Нет сети")
    cause.__cause__ = TimeoutError()
    info = ErrorInfo(OnecError("Не вышло", cause=cause))
    belongs = getattr(info, "являетсяошибкойкатегории()")
    assert belongs(ErrorCategory.network_error) is True
    assert belongs(ErrorCategory.network_error, False) is False
    assert belongs(ErrorCategory.all_errors, False) is True


def test_details_of_a_raised_error_are_kept() -> None:
    error = OnecError("Беда")
    error.__dict__.update(category=ErrorCategory.network_error, code="E1", additional="подробности")
    info = ErrorInfo(error)
    assert (getattr(info, ".код"), getattr(info, ".дополнительнаяинформация")) == ("E1", "подробности")
    assert getattr(info, "iserrorofcategory()")(ErrorCategory.network_error) is True
