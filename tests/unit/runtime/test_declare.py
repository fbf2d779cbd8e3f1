"""Declarations that contradict themselves are refused when they are imported."""

from __future__ import annotations

from typing import Any

import pytest

from runtime.declare import constructor, field, getter, method, setter, static
from runtime.dialect import NEW, Dialect, bound
from runtime.enterprise.convert import check_of
from runtime.enums import EnumValue, item
from runtime.errors import NoSuchMember, OnecError
from runtime.names import fold
from runtime.objects import OnecObject, missing
from runtime.typeinfo import declared


@pytest.fixture
def dialect() -> Dialect:
    return Dialect("проба", fold, check_of)


def make(dialect: Dialect) -> Any:
    class Letter(OnecObject):
        """Письмо."""

        __slots__ = ("_body", "_size", "_topic")
        topic = field("Тема", "Topic", "str", "")
        body = field("Тело", "Body")
        size = field("Размер", "Size", "int", 0, writable=False)

        @constructor("([Тема])", "(Topic)")
        def __init__(self, topic: str = "") -> None:
            self.topic = topic

        @method("Добавить(Что, [Сколько])", "Add(What, Count)")
        def add(self, what: str, count: int = 1) -> str:
            return what * count

        @static("Пустое()", "Empty()")
        def empty() -> str:  # type: ignore[misc]
            return "пусто"

        @getter("Длина", "Length")
        def length(self) -> int:
            return len(self.topic)

        @setter("Длина")
        def set_length(self, value: int) -> None:
            self.topic = self.topic[:value]

    return dialect.onec_type("Письмо", "Letter")(Letter)


def test_members_are_attributes_under_both_names(dialect: Dialect) -> None:
    letter = getattr(make(dialect), NEW)("тема")
    assert getattr(letter, ".тема") == getattr(letter, ".topic") == "тема"
    assert getattr(letter, "добавить()")("а", 3) == getattr(letter, "add()")("а", 3) == "ааа"
    assert getattr(letter, "пустое()")() == "пусто"
    setattr(letter, ".длина", "2")
    assert (getattr(letter, ".тема"), getattr(letter, ".length")) == ("те", 2)


def test_members_that_are_not_there(dialect: Dialect) -> None:
    letter = getattr(make(dialect), NEW)()
    for name in (".тепа", "тема()", ".добавить", "no_such_python_name"):
        with pytest.raises(AttributeError):
            getattr(letter, name)
    near, called, uncalled = (missing(letter, name) for name in (".тепа", "тема()", ".добавить"))
    assert isinstance(near, NoSuchMember) and str(near) == "Поле объекта не обнаружено (тепа)"
    assert near.hint == "Возможно, вы имели в виду «Тема»?"
    assert isinstance(called, NoSuchMember) and called.hint == "Это свойство: скобки после него не нужны"
    assert isinstance(uncalled, NoSuchMember) and uncalled.hint == "Это метод: после него нужны скобки ()"
    assert isinstance(missing(letter, "no_such_python_name"), AttributeError)


def test_what_cannot_be_written(dialect: Dialect) -> None:
    letter = getattr(make(dialect), NEW)()
    with pytest.raises(OnecError, match=r"Поле объекта недоступно для записи \(Размер\)"):
        setattr(letter, ".размер", 5)
    with pytest.raises(AttributeError):
        setattr(letter, ".новое", 5)
    with pytest.raises(OnecError, match="Несоответствие типов"):
        setattr(letter, ".длина", object())


def test_the_constructor_is_the_type_s_alone(dialect: Dialect) -> None:
    cls = make(dialect)
    letter = getattr(cls, NEW)()
    for _ in range(2):
        with pytest.raises(NoSuchMember):
            getattr(letter, NEW)


@pytest.mark.parametrize(
    "line",
    [
        ("Найти()", "Find()"),
        ("Найти(А, Б, В)", "Find(A, B, C)"),
        ("Найти(А, Б)", "Find(A, B)"),
        ("Найти([А], Б)", "Find(A, B)"),
        ("Найти(А, [Б], В...)", "Find(A, B, C)"),
    ],
)
def test_a_line_must_fit_its_function(line: tuple[str, str]) -> None:
    with pytest.raises(TypeError, match="does not fit"):

        @method(*line)
        def find(self: object, a: str, b: str = "") -> None: ...


def test_lines_above_the_nearest_one_may_take_fewer() -> None:
    @method("Найти(А)", "Find(A)")
    @method("Найти(А, [Б])", "Find(A, B)")
    def find(self: object, a: str, b: str = "") -> None: ...

    with pytest.raises(TypeError, match="does not fit"):
        method("Найти(А, Б, В)", "Find(A, B, C)")(find)


def test_a_variadic_line_needs_a_variadic_function() -> None:
    @method("Сложить(А, Прочее...)", "Add(A, Rest)")
    def add(self: object, a: int, *rest: int) -> None: ...

    with pytest.raises(TypeError, match="does not fit"):
        method("Сложить(А, Прочее)", "Add(A, Rest)")(lambda self, a, *rest: None)


def test_a_name_is_declared_once(dialect: Dialect) -> None:
    class Twice(OnecObject):
        __slots__ = ()

        @method("Имя()", "Name()")
        def one(self) -> None: ...

        @method("ИМЯ()", "Other()")
        def two(self) -> None: ...

    with pytest.raises(TypeError, match="declared twice"):
        dialect.onec_type("Дважды", "Twice")(Twice)


def test_a_property_and_a_method_may_share_a_name(dialect: Dialect) -> None:
    class Both(OnecObject):
        __slots__ = ("_one",)
        one = field("Имя", "Name")

        @method("Имя()", "Name()")
        def call(self) -> int:
            return 1

    made = dialect.onec_type("Оба", "Both")(Both)()
    setattr(made, ".имя", 5)
    assert (getattr(made, ".имя"), getattr(made, "имя()")()) == (5, 1)


def test_a_field_needs_its_slot(dialect: Dialect) -> None:
    class Bare(OnecObject):
        __slots__ = ()
        one = field("Имя", "Name")

    with pytest.raises(TypeError, match="the slot _one of Имя is missing"):
        dialect.onec_type("Голый", "Bare")(Bare)


def test_open_instances_are_refused(dialect: Dialect) -> None:
    class Open(OnecObject):
        pass

    with pytest.raises(TypeError, match="declare __slots__"):
        dialect.onec_type("Открытый", "Open")(Open)
    assert dialect.onec_type("Открытый", "Open", dynamic=True)(Open) is Open


def test_a_setter_needs_a_getter(dialect: Dialect) -> None:
    class Lonely(OnecObject):
        __slots__ = ()

        @setter("Имя")
        def set_name(self, value: str) -> None: ...

    with pytest.raises(TypeError, match="a setter without a getter"):
        dialect.onec_type("Одинокий", "Lonely")(Lonely)


def test_mixed_alphabets_are_refused(dialect: Dialect) -> None:
    with pytest.raises(TypeError, match="Latin"):
        field("Тeма", "Topic")
    with pytest.raises(TypeError, match="Latin"):
        getter("Тeма", "Topic")
    with pytest.raises(TypeError, match="Latin"):
        dialect.onec_type("Пиcьмо", "Letter")


def test_an_enumeration_is_closed(dialect: Dialect) -> None:
    class Colour(EnumValue):
        __slots__ = ()
        red = item("Красный", "Red")
        green = item("Зелёный", "Green")

    colours: Any = dialect.enumeration("Цвет", "Colour")(Colour)
    assert getattr(colours, ".красный") is getattr(colours, ".red") is colours.red
    assert (colours.red.index, colours.green.index) == (0, 1)
    with pytest.raises(OnecError, match="недоступно для записи"):
        setattr(colours, ".красный", 5)
    with pytest.raises(NoSuchMember):
        setattr(colours, ".синий", 5)
    info = declared(colours)
    assert info is not None and info.kind == "enumeration"


def test_a_function_is_checked_once_and_kept(dialect: Dialect) -> None:
    @dialect.function("Удвоить(Число)", "Double(Number)")
    def double(number: int) -> int:
        return number * 2

    assert bound(double)("4") == 8
    assert bound(double) is bound(double)


def test_members_are_inherited_from_declared_bases(dialect: Dialect) -> None:
    base = make(dialect)

    class Reply(base):  # type: ignore[misc]
        __slots__ = ()

    reply = dialect.onec_type("Ответ", "Reply")(Reply)
    info = declared(reply)
    assert info is not None
    assert info.has("method", "добавить") and info.has("property", "тема")
    assert getattr(reply("а"), "add()")("б") == "б"
