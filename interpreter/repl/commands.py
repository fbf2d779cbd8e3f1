"""Entries that begin with `!`: what they are called and what they do."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from interpreter.cli.running import read, tell
from interpreter.repl.display import short
from interpreter.repl.leaving import Leaving
from interpreter.repl.names import other_layouts
from interpreter.repl.room import LANGUAGES
from runtime.spelling import nearest

if TYPE_CHECKING:
    from collections.abc import Callable

    from interpreter.repl.dialogue import Dialogue


@dataclass(frozen=True, slots=True)
class Command:
    """`names`: the Russian one, then twins of it; `act` gets what follows the name, returns whether it succeeded."""

    names: tuple[str, ...]
    argument: str
    summary: str
    act: Callable[[Dialogue, str], bool]

    @property
    def title(self) -> str:
        return f"!{self.names[0]} {self.argument}".rstrip()


def obey(dialogue: Dialogue, text: str) -> bool:
    """Obey the command written after `!`; False when it failed, which has been told."""
    name, _, argument = text.strip().partition(" ")
    command = find(name)
    if command is None:
        known = [each for command in COMMANDS for each in command.names]
        near = nearest(name, known)
        hint = f"Возможно, вы имели в виду «!{near}»?" if near else "Список команд: !помощь"
        tell(f"Нет команды «!{name}»", f"    {hint}")
        return False
    return command.act(dialogue, argument.strip())


def find(name: str) -> Command | None:
    """The command of this name or of the only one that begins so, whatever the keyboard layout."""
    for variant in (name, *other_layouts(name)):
        key = variant.casefold()
        matching = [each for each in COMMANDS if any(known.startswith(key) for known in each.names)] if key else []
        exact = [each for each in matching if key in each.names]
        if exact or len(matching) == 1:
            return (exact or matching)[0]
    return None


def summary() -> str:
    """A line for each command."""
    width = max(len(command.title) for command in COMMANDS)
    return "\n".join(f"  {each.title:<{width}}  {each.summary} (!{each.names[1]})" for each in COMMANDS)


def _help(dialogue: Dialogue, argument: str) -> bool:
    from interpreter.repl.help import answer

    return answer(dialogue, argument)


def _run(dialogue: Dialogue, argument: str) -> bool:
    path = argument.strip("\"'")
    if not path:
        tell("Укажите файл: !запустить письмо.1cs")
        return False
    data = read(path)
    if data is None:
        return False
    dialogue.session_of(_language_of(dialogue, path, data)).run_bytes(path, data)
    return True


def _language_of(dialogue: Dialogue, path: str, data: bytes) -> str:
    from interpreter.detection import BY_EXTENSION, detect
    from interpreter.source import Source, decode

    if not path.lower().endswith((*BY_EXTENSION, ".1cs")):
        return dialogue.room.language
    return detect(Source(path, decode(data)))


def _reset(dialogue: Dialogue, argument: str) -> bool:
    dialogue.reset()
    dialogue.host.write("Переменные и методы забыты\n")
    return True


def _mail(dialogue: Dialogue, argument: str) -> bool:
    from interpreter.cli import mail

    dialogue.host.flush()
    if not argument:
        return mail.list_letters() == 0
    if not argument.isdigit():
        tell(f"Это не номер письма: {argument}", "    Список писем: !почта")
        return False
    return mail.show(int(argument)) == 0


def _language(dialogue: Dialogue, argument: str) -> bool:
    wanted = argument.casefold()
    if wanted:
        known = {**{name: name for name in LANGUAGES}, "элемент": "element", "предприятие": "enterprise"}
        if wanted not in known:
            tell(f"Нет языка «{argument}»", "    Есть: enterprise (предприятие) и element (элемент)")
            return False
        dialogue.switch(known[wanted])
    else:
        dialogue.switch("element" if dialogue.room.language == "enterprise" else "enterprise")
    dialogue.host.write(f"Язык: {dialogue.room.title}\n")
    return True


def _time(dialogue: Dialogue, argument: str) -> bool:
    if not argument:
        tell("Укажите выражение: !время Функция()")
        return False
    start = time.perf_counter()
    done = dialogue.run(argument)
    elapsed = time.perf_counter() - start
    dialogue.host.write(f"Время: {_duration(elapsed)}\n")
    return done


def _duration(seconds: float) -> str:
    number, unit = (seconds, "с") if seconds >= 1 else (seconds * 1000, "мс")
    return f"{number:.2f} {unit}".replace(".", ",")


def _names(dialogue: Dialogue, argument: str) -> bool:
    if not dialogue.session.names():
        dialogue.host.write("Пока ничего не объявлено\n")
    for name in sorted(dict.fromkeys(dialogue.session.names()), key=str.casefold):
        value = dialogue.value_of(name)
        dialogue.host.write(f"{name} = {short(dialogue.room, value)}\n" if value is not None else f"{name}\n")
    return True


def _leave(dialogue: Dialogue, argument: str) -> bool:
    raise Leaving


COMMANDS = (
    Command(("помощь", "help", "справка"), "[ИМЯ]", "эта справка или справка об имени", _help),
    Command(("запустить", "run", "загрузить", "load"), "ФАЙЛ", "выполнить файл, его переменные останутся", _run),
    Command(("имена", "names", "who"), "", "переменные и методы, которые уже есть", _names),
    Command(("сброс", "reset"), "", "забыть все переменные и методы", _reset),
    Command(("время", "time"), "ВЫРАЖЕНИЕ", "выполнить и показать, сколько времени ушло", _time),
    Command(("почта", "mail"), "[НОМЕР]", "письма встроенного почтового сервера", _mail),
    Command(("язык", "lang", "language"), "[element|enterprise]", "сменить язык", _language),
    Command(("выход", "exit", "quit"), "", "закончить диалог", _leave),
)
