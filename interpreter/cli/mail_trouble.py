"""`1cs mail fault` and `1cs mail log`: faults on demand, and what programs and the server said to each other."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from interpreter.cli.accounts import mail_folder
from interpreter.cli.visible import visible_line, visible_text
from interpreter.cli.words import counted
from sandbox.api import SandboxApi
from sandbox.fault import FaultError

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator

    from sandbox.faults import OrderedFault
    from sandbox.transcript import Said
    from sandbox.wire_log import ConnectionSummary

_WHO = {"client": "К", "server": "С", "note": "*"}


def faults(options: Namespace) -> int:
    """Order a fault, remove faults, or list what there is; a running server obeys at once."""
    with SandboxApi.open(mail_folder()) as api:
        if options.clear:
            print(f"Убрано: {counted(api.clear_faults(), 'сбой', 'сбоя', 'сбоев')}")
        elif options.remove is not None:
            if not api.remove_fault(options.remove):
                print(f"Нет сбоя с номером {options.remove}; список сбоев: 1cs mail fault", file=sys.stderr)
                return 2
            print(f"Сбой {options.remove} убран")
        elif options.words:
            return _order(api, " ".join(options.words))
        else:
            print("\n".join(_listed(api)))
    return 0


def _order(api: SandboxApi, line: str) -> int:
    try:
        number = api.add_fault(api.presets().get(line.casefold(), line))
    except FaultError as error:
        print(f"{error}\n    Готовые сбои и примеры: 1cs mail fault", file=sys.stderr)
        return 2
    print(f"Сбой {number} будет, пока его не уберут: 1cs mail fault --remove {number}")
    return 0


def _listed(api: SandboxApi) -> Iterator[str]:
    ordered = api.faults()
    yield "Сбои:" if ordered else "Сбоев нет."
    yield from (_fault(each) for each in ordered)
    yield "\nГотовые (1cs mail fault НАЗВАНИЕ):"
    yield from (f"  {name:<28} {line}" for name, line in api.presets().items())


def _fault(ordered: OrderedFault) -> str:
    state = "исчерпан" if ordered.is_over else f"случился: {ordered.happened}"
    return f"{ordered.number:>4}  {visible_line(ordered.fault.line())}  ({state})"


def log(options: Namespace) -> int:
    """List conversations, the newest first, or show one by its place in that list."""
    with SandboxApi.open(mail_folder()) as api:
        if options.clear:
            api.clear_log()
            print("Разговоры забыты")
            return 0
        found = api.connections()
        if options.place is None:
            lines = [_connection(place, each) for place, each in enumerate(found, 1)]
            print("\n".join(lines) if lines else "Программы ещё не подключались.")
            return 0
        if not 1 <= options.place <= len(found):
            print(f"Нет разговора {options.place}; список разговоров: 1cs mail log", file=sys.stderr)
            return 2
        print("\n".join(map(_said, api.conversation(found[options.place - 1].number))))
    return 0


def _connection(place: int, each: ConnectionSummary) -> str:
    protocol = f"{each.protocol.upper()}{' TLS' if each.tls else ''}"
    state = f"{(each.ended - each.started).total_seconds():.1f} с".replace(".", ",") if each.ended else "идёт"
    return f"{place:>4}  {each.started:%d.%m.%Y %H:%M:%S}  {protocol:<8}  {visible_line(each.user) or '—'}  ({state})"


def _said(piece: Said) -> str:
    text = visible_text(piece.text).replace("\n", "\n" + " " * 13)
    return f"{piece.seconds:>9.3f} {_WHO.get(piece.who, '?')} {text}"
