"""Where `1cs repl` begins."""

from __future__ import annotations

import sys

from interpreter.cli.host import OutputClosed, discard_output, prepare_streams
from interpreter.cli.running import DONE, FAILED, INTERRUPTED, tell
from interpreter.repl.dialogue import Dialogue, DialogueHost


def start(language: str | None = None, *, sandbox: str | None = None) -> int:
    """Converse in the terminal, or do what a pipe says; the exit code. `sandbox`: as of ConsoleHost."""
    prepare_streams()
    dialogue = Dialogue(language, DialogueHost(sandbox=sandbox))
    try:
        code = _converse(dialogue, language)
        dialogue.host.flush()
    except OutputClosed as closed:
        discard_output()
        code = DONE
        if closed.reason:
            tell(f"Не удалось записать вывод: {closed.reason}")
            code = FAILED
    except KeyboardInterrupt:
        code = INTERRUPTED
    if arrived := dialogue.host.close():
        tell(arrived)
    return code


def _converse(dialogue: Dialogue, language: str | None) -> int:
    if sys.stdin.isatty() and sys.stdout.isatty():
        from interpreter.repl.terminal import converse

        return converse(dialogue)
    from interpreter.repl.piped import obey_lines, with_language

    read_line = sys.stdin.readline if language else with_language(dialogue, sys.stdin.readline)
    return obey_lines(dialogue, read_line)
