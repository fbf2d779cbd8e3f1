"""Arguments are converted as annotations say; what does not fit is the platform's error."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from runtime.dialect import Dialect
from runtime.enterprise.convert import check_of
from runtime.enterprise.date import Date
from runtime.errors import BadArgument, OnecError
from runtime.names import fold
from runtime.objects import OnecObject

if TYPE_CHECKING:
    from collections.abc import Callable


dialect = Dialect("проба", fold, check_of)


@dialect.onec_type("Вещь", "Thing")
class Thing(OnecObject):
    __slots__ = ()


def checked(annotation: str, *defaults: Any) -> Callable[..., Any]:
    """A function of one parameter that returns what it was given, as scripts call it."""

    def function(value: Any) -> Any:
        return value

    function.__defaults__ = defaults or None
    function.__annotations__ = {"value": annotation}
    line = "[Что]" if defaults else "Что"
    from runtime.dialect import bound

    return bound(dialect.function(f"Проба({line})", "Try(What)")(function))


@pytest.mark.parametrize(
    ("annotation", "given", "taken"),
    [
        ("str", "а", "а"),
        ("str", 1000, "1\u00a0000"),
        ("str", True, "Да"),
        ("int", 5, 5),
        ("int", "5", 5),
        ("int", Decimal("2.9"), 2),
        ("int", True, 1),
        ("Number", Decimal("2.9"), Decimal("2.9")),
        ("Number", "2,9", Decimal("2.9")),
        ("bool", 2, True),
        ("bool", "Ложь", False),
        ("Date", "20240115", Date.literal("20240115")),
        ("int | None", None, None),
        ("int | None", "5", 5),
        ("str | int", 5, 5),
        ("str | int", "5", "5"),
        ("Thing | str", "а", "а"),
        ("object", None, None),
    ],
)
def test_values_are_converted(annotation: str, given: object, taken: object) -> None:
    result = checked(annotation)(given)
    assert result == taken
    assert type(result) is type(taken)


@pytest.mark.parametrize(
    ("annotation", "given"),
    [
        ("int", "пять"), ("int", None), ("int", Thing()), ("Number", ""), ("bool", "1"), ("Date", 5), ("str", Thing()),
        ("Thing", 5), ("Thing", None), ("int | None", "пять"), ("NotLoaded", 5), ("NotLoaded | None", Thing()),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_refused(annotation: str, given: object) -> None:
    with pytest.raises(BadArgument, match=r"Несоответствие типов \(параметр номер '1'\)"):
        checked(annotation)(given)


def test_objects_pass_as_they_are() -> None:
    thing = Thing()
    assert checked("Thing")(thing) is thing
    assert checked("Thing | None")(thing) is thing


@pytest.mark.parametrize("default", [5, 0])
def test_a_skipped_argument_gets_its_default(default: int) -> None:
    function = checked("int", default)
    assert function() == default
    assert function(None) == default
    assert function("7") == 7


def test_a_default_of_nothing_stays() -> None:
    function = checked("int | None", None)
    assert (function(), function(None), function("7")) == (None, None, 7)


def test_the_number_of_the_wrong_argument_is_told() -> None:
    def function(a: int, b: str, c: int = 1) -> None: ...

    call = dialect.checked(function, dialect.function("Проба(А, Б, [В])", "Try(A, B, C)")(function).__onec__, None)  # type: ignore[attr-defined]
    with pytest.raises(BadArgument) as bad:
        call(1, "а", "в")
    assert bad.value.number == 3


def test_every_further_argument_is_converted() -> None:
    def function(first: int, *rest: int) -> list[int]:
        return [first, *rest]

    call = dialect.checked(function, dialect.function("Проба(А, Б...)", "Try(A, B)")(function).__onec__, None)  # type: ignore[attr-defined]
    assert call("1", "2", True) == [1, 2, 1]
    with pytest.raises(BadArgument) as bad:
        call(1, 2, "в")
    assert bad.value.number == 3


@pytest.mark.parametrize("arguments", [(), (1, 2)])
def test_too_few_and_too_many_are_python_s_errors_which_the_caller_translates(arguments: tuple[int, ...]) -> None:
    with pytest.raises(TypeError, match="positional argument"):
        checked("int")(*arguments)


def test_errors_of_a_member_are_told_as_the_language_does() -> None:
    telling = Dialect(
        "проба", fold, check_of, failure=lambda member, owner: lambda error: OnecError(f"в {member.ru}: {error}")
    )

    @telling.function("Проба(А)", "Try(A)")
    def function(a: int) -> None:
        raise OnecError("ой")

    from runtime.dialect import bound

    with pytest.raises(OnecError, match="в Проба: ой"):
        bound(function)(1)
    with pytest.raises(OnecError, match="в Проба: Несоответствие типов"):
        bound(function)("а")
