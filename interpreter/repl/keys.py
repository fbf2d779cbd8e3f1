"""What keys do in an entry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prompt_toolkit.application.current import get_app
from prompt_toolkit.document import Document
from prompt_toolkit.enums import DEFAULT_BUFFER
from prompt_toolkit.filters import Condition, has_focus, has_selection
from prompt_toolkit.key_binding import KeyBindings

from interpreter.repl.indent import STEP, next_indent, settled

if TYPE_CHECKING:
    from prompt_toolkit.buffer import Buffer
    from prompt_toolkit.key_binding import KeyPressEvent

    from interpreter.repl.dialogue import Dialogue


@Condition
def _in_margin() -> bool:
    """Is there nothing but blanks before the cursor?"""
    return not get_app().current_buffer.document.current_line_before_cursor.strip()


def bindings(dialogue: Dialogue) -> KeyBindings:
    keys = KeyBindings()
    typing = has_focus(DEFAULT_BUFFER)

    @keys.add("enter", filter=typing & ~has_selection)
    def _(event: KeyPressEvent) -> None:
        buffer = event.current_buffer
        if buffer.complete_state and buffer.complete_state.current_completion:
            buffer.complete_state = None
        elif _ends_here(dialogue, buffer):
            _draw_back(dialogue, buffer)
            buffer.validate_and_handle()
        else:
            _break_line(dialogue, buffer)

    @keys.add("escape", "enter", filter=typing)
    def _(event: KeyPressEvent) -> None:
        _break_line(dialogue, event.current_buffer)

    @keys.add("tab", filter=typing & _in_margin)
    def _(event: KeyPressEvent) -> None:
        event.current_buffer.insert_text(STEP)

    @keys.add("backspace", filter=typing & _in_margin & ~has_selection)
    def _(event: KeyPressEvent) -> None:
        blanks = event.current_buffer.document.current_line_before_cursor
        whole_step = blanks.endswith(STEP) and len(blanks) % len(STEP) == 0
        event.current_buffer.delete_before_cursor(len(STEP) if whole_step else 1)

    @keys.add("c-up", filter=typing)
    @keys.add("pageup", filter=typing)
    def _(event: KeyPressEvent) -> None:
        event.current_buffer.history_backward()

    @keys.add("c-down", filter=typing)
    @keys.add("pagedown", filter=typing)
    def _(event: KeyPressEvent) -> None:
        event.current_buffer.history_forward()

    return keys


def _ends_here(dialogue: Dialogue, buffer: Buffer) -> bool:
    """Does Enter end the entry? Above its last line it parts lines."""
    if buffer.document.text_after_cursor.strip() and "\n" in buffer.text:
        return False
    return not dialogue.is_incomplete(buffer.text)


def _draw_back(dialogue: Dialogue, buffer: Buffer) -> None:
    """Put a closing word where the line that it closes begins."""
    before = settled(dialogue.room, buffer.document.text_before_cursor)
    text = before + buffer.document.text_after_cursor
    if text != buffer.text:
        buffer.document = Document(text, len(before))


def _break_line(dialogue: Dialogue, buffer: Buffer) -> None:
    _draw_back(dialogue, buffer)
    buffer.insert_text("\n" + next_indent(dialogue.room, buffer.document.text_before_cursor))
