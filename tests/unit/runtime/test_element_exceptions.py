"""Исключение of Element and the resources of `исп`."""

from __future__ import annotations

from typing import Any

import pytest

from runtime.element.exceptions import (
    ElementException,
    ExecutionException,
    IllegalArgumentException,
    IllegalStateException,
    caught,
    suppressed,
)
from runtime.element.members import call, member
from runtime.element.operators import equal
from runtime.element.resources import use
from runtime.errors import OnecError
from stdlib.element.closeable import Closeable


class Resource(Closeable):
    """Writes down that it was closed."""

    __slots__ = ("events", "failure")

    def __init__(self, events: list[str], failure: OnecError | None = None) -> None:
        self.events, self.failure = events, failure

    def release(self) -> None:
        self.events.append("closed")
        if self.failure:
            raise self.failure


def made(cls: Any, *arguments: Any, **named: Any) -> Any:
    return getattr(cls, "новый()")(*arguments, **named)


def test_text_is_the_english_type_and_the_description() -> None:
    assert call(made(IllegalArgumentException, "плохо"), "ВСтроку") == "Std::IllegalArgumentException: плохо"
    assert call(made(IllegalArgumentException), "ВСтроку") == "Std::IllegalArgumentException"


def test_every_type_makes_its_own_instances() -> None:
    assert type(made(IllegalStateException)) is IllegalStateException


def test_description_and_cause_are_read_in_both_languages() -> None:
    cause = made(IllegalStateException, "из-за этого")
    error = made(IllegalArgumentException, "плохо", cause)
    assert member(error, "Описание") == member(error, "Description") == "плохо"
    assert member(error, "Причина") is cause
    assert member(cause, "Причина") is None


def test_identifiers_differ_and_stay() -> None:
    one, other = made(IllegalStateException), made(IllegalStateException)
    assert member(one, "Ид") == member(one, "Ид") != member(other, "Ид")


def test_exceptions_are_compared_by_reference() -> None:
    assert not equal(made(IllegalStateException, "x"), made(IllegalStateException, "x"))


def test_the_hierarchy_is_flat() -> None:
    assert IllegalArgumentException.__bases__ == (ElementException,)


def test_information_tells_the_cause_and_the_suppressed() -> None:
    error = made(IllegalArgumentException, "первое", made(IllegalStateException, "второе"))
    suppressed(error).append(made(IllegalStateException, "третье"))
    text = call(error, "Информация")
    assert "Причина: Std::IllegalStateException: второе" in text
    assert "Подавлено: Std::IllegalStateException: третье" in text


def test_errors_of_the_common_layers_are_caught_as_execution_exceptions() -> None:
    plain = OnecError("Чтение файлов запрещено", hint="совет")
    error = caught(plain)
    assert type(error) is ExecutionException
    assert (error.message, error.hint) == ("Чтение файлов запрещено", "совет")
    assert caught(plain) is error


def test_a_caught_exception_of_the_language_is_itself() -> None:
    error = IllegalStateException("x")
    assert caught(error) is error


def test_resources_are_closed_at_the_end_of_the_block() -> None:
    events: list[str] = []
    with use(Resource(events)) as resource:
        assert events == []
        assert isinstance(resource, Resource)
    assert events == ["closed"]


def test_an_exception_of_closing_is_suppressed_by_the_one_in_flight() -> None:
    failure = IllegalStateException("не закрылось")
    with pytest.raises(IllegalArgumentException) as raised, use(Resource([], failure)):
        raise IllegalArgumentException("главное")
    assert member(raised.value, "ПодавленныеИсключения").items == [failure]


def test_an_exception_of_closing_alone_is_thrown() -> None:
    with (
        pytest.raises(IllegalStateException, match="не закрылось"),
        use(Resource([], IllegalStateException("не закрылось"))),
    ):
        pass


def test_undefined_needs_no_closing() -> None:
    with use(None) as nothing:
        assert nothing is None


def test_only_closeable_values_are_resources() -> None:
    with pytest.raises(OnecError, match="Строка не является Закрываемое"):
        use("текст")
