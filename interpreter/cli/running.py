"""`1cs run`: a file, with the context that it assumes, to an exit code."""

from __future__ import annotations

import os
import sys

from interpreter.cache import Cache
from interpreter.cli.host import ConsoleHost, OutputClosed, discard_output, prepare_streams
from interpreter.folders import cache_folder
from interpreter.session import Session
from runtime.errors import ScriptExit
from runtime.host import Host

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from interpreter.diagnostics import Style

DONE, FAILED, USAGE, REFUSED, BUG, INTERRUPTED = 0, 1, 2, 65, 70, 130
"""Exit codes: 65 and 70 are EX_DATAERR and EX_SOFTWARE of sysexits; a script's own code is returned as it is."""
CONTEXT_SUFFIX = ".context.1cs"
STDIN = "-"
"""The name of a script that is read from stdin."""


def run_file(
    path: str,
    arguments: Sequence[str] = (),
    *,
    language: str | None = None,
    context: str | None = None,
    errors: Style = "full",
    cache: bool = True,
    locale: str = Host.locale,
    sandbox: str | None = None,
) -> int:
    """Run a file after its context: the one given, else `<name>.context.1cs` beside it when there is one."""
    context = context or (context_beside(path) if path != STDIN else None)
    texts = []
    for name in (context, path):
        if name is not None:
            data = read(name)
            if data is None:
                return USAGE
            texts.append(("<ввод>" if name == STDIN else name, data))
    cache = cache and path != STDIN
    return run_texts(texts, arguments, language=language, errors=errors, cache=cache, locale=locale, sandbox=sandbox)


def context_beside(path: str) -> str | None:
    """`<name>.context.1cs` beside a script, when there is one."""
    beside = os.path.splitext(path)[0] + CONTEXT_SUFFIX
    return beside if beside != path and os.path.isfile(beside) else None


def read(path: str) -> bytes | None:
    """A file's bytes, or those of stdin for «-»; None, after telling why, when it cannot be read."""
    try:
        if path == STDIN:
            return sys.stdin.buffer.read() if sys.stdin is not None else b""
        with open(path, "rb") as file:
            return file.read()
    except FileNotFoundError:
        tell(f"Файл не найден: {path}", *_meant(path))
    except IsADirectoryError:
        tell(f"Это папка, а не файл сценария: {path}")
    except OSError as error:
        from interpreter.cli.reasons import reason_of

        tell(f"Не удалось прочитать файл {path}: {reason_of(error)}")
    return None


def _meant(path: str) -> list[str]:
    """A hint when the missing file's name looks like a command, or like a file beside it."""
    from interpreter.cli.start import COMMANDS
    from runtime.spelling import nearest

    folder, name = os.path.split(path)
    try:
        known = os.listdir(folder or ".")
    except OSError:
        known = []
    command = nearest(name, COMMANDS) if not folder and "." not in name else None
    near = f"1cs {command}" if command else _nearest_file(name, known)
    return [f"    Возможно, вы имели в виду «{near}»?"] if near else []


def _nearest_file(name: str, known: list[str]) -> str | None:
    """The script whose name without the extension is most like this one's: extensions are alike in all."""
    from runtime.spelling import nearest

    stems: dict[str, str] = {}
    for each in sorted(known):
        stems.setdefault(os.path.splitext(each)[0], each)
    near = nearest(os.path.splitext(name)[0], stems, cutoff=0.75)
    return stems[near] if near else None


def run_texts(
    texts: Sequence[tuple[str, bytes]],
    arguments: Sequence[str],
    *,
    language: str | None = None,
    errors: Style = "full",
    cache: bool = True,
    locale: str = Host.locale,
    sandbox: str | None = None,
    is_typed: bool = False,
) -> int:
    """Run texts one after another in one scope; the exit code. `is_typed`: the last one is the code of `-e`."""
    prepare_streams()
    host = ConsoleHost(tuple(arguments), locale=locale, sandbox=sandbox)
    session = Session(language=language, host=host, cache=Cache(cache_folder()) if cache else None)
    code, name = DONE, ""
    try:
        try:
            for number, (name, data) in enumerate(texts, 1):
                is_last = number == len(texts)
                session.run_bytes(name, data, is_context=not is_last, is_last=is_last, is_typed=is_typed and is_last)
        except BaseException as error:
            code = failure(error, host, errors, name)
        session.close()
        host.flush()
    except OutputClosed as closed:
        discard_output()
        if closed.reason:
            tell(f"Не удалось записать вывод: {closed.reason}")
            code = FAILED
    arrived = host.close()
    if arrived:
        tell(arrived)
    return code


def failure(error: BaseException, host: ConsoleHost, errors: Style, name: str) -> int:
    """Tell about what ended a script; its exit code. Re-raises OutputClosed and what is no Exception of Python."""
    if isinstance(error, ScriptExit):
        return error.code
    if isinstance(error, OutputClosed):
        raise error
    host.flush()
    if isinstance(error, KeyboardInterrupt):
        tell("Прервано")
        return INTERRUPTED
    if isinstance(error, UnicodeDecodeError):
        tell(f"Кодировка файла не распознана: {name}", "Сохраните его в UTF-8 (или windows-1251)")
        return REFUSED
    from interpreter.diagnostics import Refused, draw

    if isinstance(error, Refused):
        tell(*(draw(diagnostic, errors) for diagnostic in error.diagnostics))
        return REFUSED
    from interpreter.backtrace import report
    from runtime.native import script_error

    if isinstance(error, Exception) and script_error(error) is None:
        return _own_failure(error)
    from runtime.element.entry import BadCommandLine

    tell(report(error, errors))
    return USAGE if isinstance(error, BadCommandLine) else FAILED


def _own_failure(error: Exception) -> int:
    """What is not the script's mistake: memory that ran out before it began, else a bug of ours with its traceback."""
    if isinstance(error, MemoryError):
        tell("Недостаточно памяти")
        return FAILED
    import traceback

    tell("".join(traceback.format_exception(error)).rstrip(), "Внутренняя ошибка 1cs: сценарий ни при чём")
    return BUG


def tell(*lines: str) -> None:
    """Lines on stderr, if there is one."""
    if sys.stderr is None:
        return
    sys.stderr.write("".join(line + "\n" for line in lines))
    sys.stderr.flush()
