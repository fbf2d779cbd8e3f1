"""Where `1cs repl` begins."""

from __future__ import annotations

import sys

from interpreter.cli.host import OutputClosed, discard_output, prepare_streams
from interpreter.cli.running import DONE, INTERRUPTED, tell
from interpreter.repl.dialogue import Dialogue


def start(language: str | None = None) -> int:
    """Converse in the terminal, or do what a pipe says; the exit code."""
    prepare_streams()
    dialogue = Dialogue(language)
    try:
        code = _converse(dialogue)
        dialogue.host.flush()
    except OutputClosed:
        discard_output()
        code = DONE
    except KeyboardInterrupt:
        code = INTERRUPTED
    if arrived := dialogue.host.close():
        tell(arrived)
    return code


def _converse(dialogue: Dialogue) -> int:
    if sys.stdin.isatty() and sys.stdout.isatty():
        from interpreter.repl.terminal import converse

        return converse(dialogue)
    from interpreter.repl.piped import obey_lines

    return obey_lines(dialogue, sys.stdin.readline)
