"""A coverage-guided search for texts that break the Element compiler or its checker: `make fuzz-element`.

Rows of words are put into a method, where most of the grammar is.
"""

from __future__ import annotations

import atheris

with atheris.instrument_imports(include=["interpreter.element", "interpreter.lalr", "interpreter.emit"]):
    from breaking import Search

    from interpreter.element import front
    from interpreter.element.keywords import KEYWORDS

_SIGNS = "( ) [ ] { } , . ; : :: ? ?. ?? = == != < > <= >= + - * / % ** += -= *= /= ! & | @ -> # ' \" \n //".split(" ")
_NAMES = "А Б В Точка Цвет Беда ПРЕДЕЛ Ф Число Строка Булево Объект Массив Соответствие Консоль Корень Исключение Null"
_PIECES = [
    "1", "1.5", "5с", '"т"', '"%А ${Б|7.2}"', "'[а-я]+'", "Дата{2020-01-01}", "Дата{}", "Тип<Число>", "<Число>[", "[]",
    "{:}", "Массив<Число>", "Соответствие<Строка, Число>", "(А: Число) ->", "А ->", "() ->", "метод(А) ->", ".Икс",
    ".Добавить(", ".Преобразовать(", ".Красный", "это", "как", "\nметод Ф(А: Число, Б: Строка = \"\"): Число\n",
    "\nструктура Точка\n пер Икс: Число\n", "\nперечисление Цвет\n Красный умолчание, Синий\n", "\nконст ПРЕДЕЛ = ",
    "\nисключение Беда\n обз пер Код: Число\n", "\nметод Скрипт()\n", "\n@Устарело(\"а\")\n", "пер А = ",
    "знч Б: Число? = ", "возврат ", "если А == 1\n", "иначе если ", "для В из ", "поймать Ош: Исключение\n",
]  # fmt: skip
WORDS = [*KEYWORDS, *_SIGNS, *_NAMES.split(), *_PIECES]

if __name__ == "__main__":
    Search("element", "sbsl", front.compile, WORDS).run(atheris)
