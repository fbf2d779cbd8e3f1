"""Entries typed by a person."""

from __future__ import annotations

import sys
from importlib.metadata import version
from threading import Thread
from typing import TYPE_CHECKING

from prompt_toolkit import PromptSession
from prompt_toolkit.auto_suggest import AutoSuggestFromHistory
from prompt_toolkit.enums import SEARCH_BUFFER
from prompt_toolkit.filters import Always
from prompt_toolkit.layout.controls import BufferControl
from prompt_toolkit.layout.processors import BeforeInput, TabsProcessor
from prompt_toolkit.output.plain_text import PlainTextOutput
from prompt_toolkit.utils import is_dumb_terminal

from interpreter.repl.completion import NameCompleter
from interpreter.repl.dialogue import Dialogue
from interpreter.repl.highlight import STYLE, EntryLexer
from interpreter.repl.history import open_history
from interpreter.repl.keys import bindings
from interpreter.repl.leaving import Leaving

if TYPE_CHECKING:
    from prompt_toolkit.formatted_text import AnyFormattedText
    from prompt_toolkit.history import History
    from prompt_toolkit.input import Input
    from prompt_toolkit.output import Output


class LineGivenUp(Exception):
    """Ctrl-C while typing. KeyboardInterrupt itself would tear prompt_toolkit's event loop down on its way."""


def converse(dialogue: Dialogue) -> int:
    """Greet, then do entry after entry; the exit code."""
    dialogue.host.write(greeting(dialogue) + "\n")
    dialogue.host.flush()
    # prompt_toolkit knows dumb terminals, yet sends them a few escape sequences.
    output = PlainTextOutput(sys.stdout) if is_dumb_terminal() else None
    prompt = make_prompt(dialogue, open_history(), output=output)
    # The person needs longer to type than the library to load.
    Thread(target=dialogue.warm_up, daemon=True).start()
    try:
        while True:
            step(dialogue, prompt)
    except Leaving as leaving:
        return leaving.code


def step(dialogue: Dialogue, prompt: PromptSession[str]) -> None:
    """Read one entry and do it. Raises Leaving."""
    try:
        dialogue.enter(prompt.prompt())
    except (LineGivenUp, KeyboardInterrupt):
        # The line, or the code that was running; what it had done stays.
        return
    except EOFError:
        raise Leaving from None


def greeting(dialogue: Dialogue) -> str:
    return (
        f"1cs {version('1cs')}, язык {dialogue.room.title}. Введите код и нажмите Enter.\n"
        f"Справка: ?   о типе или функции: ?{dialogue.room.sample}   команды: !помощь   выход: Ctrl-D"
    )


def make_prompt(
    dialogue: Dialogue, history: History, *, input: Input | None = None, output: Output | None = None
) -> PromptSession[str]:
    """A prompt that reads entries of the dialogue; `input` and `output` other than the terminal are for tests."""
    prompt: PromptSession[str] = PromptSession(
        lambda: [("class:prompt", dialogue.room.prompt)],
        multiline=True,
        prompt_continuation=_continuation,
        lexer=EntryLexer(dialogue),
        style=STYLE,
        include_default_pygments_style=False,
        completer=NameCompleter(dialogue),
        complete_while_typing=True,
        auto_suggest=AutoSuggestFromHistory(),
        history=history,
        key_bindings=bindings(dialogue),
        input_processors=[TabsProcessor(char1=" ", char2=" ")],
        search_ignore_case=True,
        enable_open_in_editor=True,
        tempfile_suffix=".1cs",
        input=input,
        output=output,
        interrupt_exception=LineGivenUp,
    )
    # Asked of the prompt, the search by beginning would switch the menu of names off; the buffer has both.
    prompt.default_buffer.enable_history_search = Always()
    # A terminal that does not tell where its cursor is needs no remark.
    prompt.app.renderer.cpr_not_supported_callback = None
    for control in prompt.layout.find_all_controls():
        if isinstance(control, BufferControl) and control.buffer.name == SEARCH_BUFFER:
            control.input_processors = [BeforeInput("Поиск: ", style="class:prompt")]
    return prompt


def _continuation(width: int, line: int, wrapped: int) -> AnyFormattedText:
    """Dots under the prompt; nothing where a long line merely goes on."""
    return [("class:continuation", " " * width if wrapped else "… ".rjust(width))]
