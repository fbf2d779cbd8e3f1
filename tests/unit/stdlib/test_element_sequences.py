"""Последовательность does only what is asked for; long collections take no quadratic time."""

from __future__ import annotations

from time import process_time
from typing import TYPE_CHECKING, Any

import pytest

from runtime.element.exceptions import IllegalStateException
from runtime.element.members import call
from stdlib.element.collections.array import Array
from stdlib.element.collections.sequence import Sequence
from stdlib.element.collections.set import Set

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

MANY = 50_000
LONG = 3.0
"""Seconds: far above what these take, far below what they would take if each element were compared with each."""


class Counting:
    """A source that tells how many elements were taken."""

    def __init__(self) -> None:
        self.taken = 0

    def __iter__(self) -> Iterator[int]:
        while True:
            self.taken += 1
            yield self.taken


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("Преобразовать", [lambda x: x]),
        ("Фильтровать", [lambda x: True]),
        ("ПреобразоватьЛинейно", [lambda x: Array.of([x])]),
        ("Уникальные", []),
        ("УникальныеПо", [lambda x: x]),
        ("ПропуститьНеопределено", []),
        ("Объединить", [Array.of([0])]),
        ("Сортировать", []),
        ("СортироватьПо", [lambda x: x]),
    ],
)
def test_a_transformation_takes_nothing_by_itself(name: str, arguments: list[Any]) -> None:
    source = Counting()
    call(Sequence(source), name, *arguments)
    assert source.taken == 0


@pytest.mark.parametrize(
    ("name", "arguments", "taken"),
    [
        ("Первый", [], 1),
        ("ПервыйИлиНеопределено", [], 1),
        ("Пусто", [], 1),
        ("ЕстьСоответствия", [lambda x: x == 5], 5),
        ("ВсеСоответствуют", [lambda x: x < 3], 3),
        ("НетСоответствий", [lambda x: x == 2], 2),
    ],
)
def test_an_answer_takes_no_more_than_it_needs(name: str, arguments: list[Any], taken: int) -> None:
    source = Counting()
    call(call(Sequence(source), "Преобразовать", lambda x: x), name, *arguments)
    assert source.taken == taken


def test_distinct_elements_come_one_by_one() -> None:
    source = Counting()
    assert call(call(Sequence(source), "УникальныеПо", lambda x: x % 2), "ЕстьСоответствия", lambda x: x == 2)
    assert source.taken == 2


def test_a_sequence_is_closed_when_its_walk_begins() -> None:
    sequence = Sequence([1, 2])
    walk = iter(sequence)
    with pytest.raises(IllegalStateException):
        iter(sequence)
    assert list(walk) == [1, 2]


def test_a_chain_of_transformations_is_walked_in_one_pass() -> None:
    order: list[str] = []
    sequence = Sequence([1, 2])

    def noting(step: str) -> Callable[[int], int]:
        def note(number: int) -> int:
            order.append(f"{step}{number}")
            return number

        return note

    for step in "аб":
        sequence = call(sequence, "Преобразовать", noting(step))
    call(sequence, "ВМассив")
    assert order == ["а1", "б1", "а2", "б2"]


@pytest.mark.parametrize(
    ("name", "makes"),
    [("СодержитВсе", list), ("УдалитьВсе", list), ("УдалитьКроме", list)],
)
def test_long_arrays_are_compared_in_linear_time(name: str, makes: Any) -> None:
    array, other = Array.of(makes(range(MANY))), Array.of(makes(range(MANY, 0, -1)))
    began = process_time()
    call(array, name, other)
    assert process_time() - began < LONG


@pytest.mark.parametrize("name", ["Объединение", "Пересечение", "Разность", "СимметрическаяРазность"])
def test_large_sets_are_combined_in_linear_time(name: str) -> None:
    one, other = Set.of(range(MANY)), Set.of(range(MANY // 2, MANY * 2))
    began = process_time()
    result = call(one, name, other)
    assert process_time() - began < LONG
    assert len(result)
