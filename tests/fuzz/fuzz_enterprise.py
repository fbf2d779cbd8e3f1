"""A coverage-guided search for texts that break the Enterprise compiler: `make fuzz-enterprise [SECONDS=3600]`."""

from __future__ import annotations

import atheris

with atheris.instrument_imports(include=["interpreter.enterprise", "interpreter.lalr", "interpreter.emit"]):
    from breaking import Search

    from interpreter.enterprise import front
    from interpreter.enterprise.keywords import SPELLINGS

_SIGNS = "( ) [ ] , . ; : ~ ? = <> < > <= >= + - * / % & # ' \" | \n //".split(" ")
_OTHERS = ["А", "Б", "П", "Ф", "Массив", "Структура", "Сообщить", "Вычислить", "1", "1.5", '"т"', "'20200101'", "~М"]
_DIRECTIVES = ["\n#Если", "\n#Область А\n", "\n#КонецОбласти\n", "\n#Иначе\n", "\n#КонецЕсли\n", "\n#Использовать А\n"]
WORDS = [*(name for names in SPELLINGS.values() for name in names), *_SIGNS, *_OTHERS, *_DIRECTIVES]

if __name__ == "__main__":
    Search("enterprise", "os", front.compile, WORDS).run(atheris)
