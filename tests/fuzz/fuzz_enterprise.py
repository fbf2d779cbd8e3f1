"""A coverage-guided search for texts that break the Enterprise compiler: `make fuzz-enterprise [SECONDS=3600]`.

The fuzzer's bytes are read either as a text or as a row of words of the language. Whatever comes out, compiling must
end with an artifact or with Refused, within two seconds for ten kilobytes. What was found interesting is kept in a
folder, so that the next hour begins where this one ended.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["interpreter.enterprise", "interpreter.lalr", "interpreter.emit"]):
    from interpreter.diagnostics import Refused
    from interpreter.enterprise import front
    from interpreter.enterprise.keywords import SPELLINGS
    from interpreter.modules import Module
    from interpreter.source import Source, normalise

PROGRAMS = Path(__file__).parent.parent / "programs" / "enterprise"
SECONDS_FOR_TEN_KILOBYTES = 2.0
_SIGNS = "( ) [ ] , . ; : ~ ? = <> < > <= >= + - * / % & # ' \" | \n //".split(" ")
_OTHERS = ["А", "Б", "П", "Ф", "Массив", "Структура", "Сообщить", "Вычислить", "1", "1.5", '"т"', "'20200101'", "~М"]
_DIRECTIVES = ["\n#Если", "\n#Область А\n", "\n#КонецОбласти\n", "\n#Иначе\n", "\n#КонецЕсли\n", "\n#Использовать А\n"]
WORDS = [*(name for names in SPELLINGS.values() for name in names), *_SIGNS, *_OTHERS, *_DIRECTIVES]


def text_of(data: bytes) -> str:
    """Even first bytes announce a text, odd ones a row of words, a byte each."""
    if not data or data[0] % 2 == 0:
        return data[1:].decode("utf-8", "replace")
    return " ".join(WORDS[byte % len(WORDS)] for byte in data[1:])


def compile_one(data: bytes) -> None:
    """Raises what the compiler should not have raised, or TimeoutError."""
    text = normalise(text_of(data))
    module = Module("enterprise")
    module.is_closed = True
    started = time.perf_counter()
    try:
        front.compile(Source("ф.os", text), module)
    except Refused as refused:
        assert refused.diagnostics
    spent = time.perf_counter() - started
    if spent > SECONDS_FOR_TEN_KILOBYTES * max(len(text.encode("utf-8", "replace")), 10_000) / 10_000:
        raise TimeoutError(f"{spent:.1f} s for {len(text)} characters")


def sow(folder: Path) -> None:
    """Begin with the programs of the tests."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, program in enumerate(sorted(PROGRAMS.rglob("*.1cs"))):
        (folder / f"program_{number}").write_bytes(b"\0" + program.read_bytes())


def main() -> None:
    """Arguments: a folder to keep texts in, then what libFuzzer takes (-max_total_time=3600)."""
    sow(Path(sys.argv[1]))
    # What `1cs` gives itself.
    sys.setrecursionlimit(10_000)
    atheris.Setup(sys.argv, compile_one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
