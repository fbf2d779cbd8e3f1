"""What the checker refuses before the run is what the run would refuse, for every pair of types and every operator."""

from __future__ import annotations

from itertools import product

import pytest

from interpreter.diagnostics import Refused
from interpreter.element.checker import check
from interpreter.element.front import catalog
from interpreter.element.parser import parse_module
from interpreter.session import Session
from interpreter.source import Source
from runtime.host import Host

VALUES = (
    "5", "2.5", '"а"', "Истина", "Дата{2020-01-02}", "Время{10:00}", "ДатаВремя{2020-01-02}",
    "Момент{2020-01-02 00:00:00 Z}", "1с", "Ууид{}", "[1]", "{1}", "{1: 2}", "Байты{00}", "Цвет.Красный",
    "новый Точка(1)", "Тип<Число>", "Версия{1.2}", "'а'", "Null",
)  # fmt: skip
TYPES = "перечисление Цвет\nКрасный\n;\nструктура Точка\nпер Икс: Число\n;\n"
PAIRS = list(product(VALUES, repeat=2))


class Listening(Host):
    def __init__(self) -> None:
        self.text = ""

    def write(self, text: str) -> None:
        self.text += text


def refused_before_the_run(operator: str) -> set[tuple[str, str]]:
    lines = [f"Взять(({left}) {operator} ({right}))" for left, right in PAIRS]
    text = "метод Ф()\n" + "\n".join(lines) + f"\n;\nметод Взять(А: Объект?)\n;\n{TYPES}"
    source = Source("т", text)
    try:
        check(parse_module(source), source, catalog())
    except Refused as refused:
        return {PAIRS[one.line - 2] for one in refused.diagnostics}
    return set()


def refused_by_the_run(operator: str) -> set[tuple[str, str]]:
    body = "\n".join(
        f"А = {left}\nБ = {right}\nпопытка\nВзять(А {operator} Б)\nКонсоль.Записать(1)\nпоймать О: Исключение\n"
        "Консоль.Записать(0)\n;"
        for left, right in PAIRS
    )
    host = Listening()
    variables = "пер А: неизвестно\nпер Б: неизвестно\n"
    text = f"метод Скрипт()\n{variables}{body}\n;\nметод Взять(А: Объект?)\n;\n{TYPES}"
    Session(language="element", host=host).run(Source("т", text))
    return {pair for pair, told in zip(PAIRS, host.text.split(), strict=True) if told == "0"}


@pytest.mark.parametrize("operator", ["+", "-", "*", "/", "%", "**", "<", "<=", ">", ">=", "==", "!="])
def test_the_checker_and_the_run_agree(operator: str) -> None:
    assert refused_before_the_run(operator) == refused_by_the_run(operator)
