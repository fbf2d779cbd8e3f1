"""`?` and `?Имя`: how to use the dialogue, and the reference card of a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from interpreter.cli.doc import doc
from interpreter.repl.commands import summary

if TYPE_CHECKING:
    from interpreter.repl.dialogue import Dialogue

_TEXT = """Введите код и нажмите Enter: значение выражения будет показано,
переменные и методы останутся до выхода.

  Enter        выполнить; если блок, скобка или строка не закрыты — продолжить на новой строке
  Alt-Enter    новая строка в любом случае
  Tab          подсказка имён, и при чужой раскладке: cjj, → Сообщить
  ↑ ↓          прежние вводы с тем же началом; Ctrl-↑ Ctrl-↓ — целиком через один
  →            принять серую подсказку
  Ctrl-R       поиск в прежних вводах
  Ctrl-C       очистить ввод или прервать выполнение
  Ctrl-D       выход

  ?Имя, Имя?   справка о типе, функции, члене типа (Тип.Член) или переменной
{commands}"""


def answer(dialogue: Dialogue, name: str) -> bool:
    """Show the reference of a name, or the help when there is none; False when nothing has that name."""
    if not name:
        dialogue.host.write(_TEXT.format(commands=summary()) + "\n")
        return True
    dialogue.host.flush()
    typed = _typed(dialogue, name)
    if declared := dialogue.session.declaration(typed.partition(".")[0].removesuffix("()")):
        dialogue.host.write(declared + "\n")
        return True
    return doc(typed, language=dialogue.room.language) == 0


def _typed(dialogue: Dialogue, name: str) -> str:
    """A variable's name gives way to that of its value's type."""
    first, dot, rest = name.partition(".")
    value = dialogue.value_of(first)
    info = dialogue.room.type_of(value) if value is not None else None
    return info.ru + dot + rest if info else name
