"""The text: lists in braces, `{"#",51e7…,LF{1,LF{"N",5}LF}LF}`, written and taken apart without recursion."""

from __future__ import annotations

from runtime.errors import OnecError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any

    Form = list[Any]
    """Texts as they stand in the list, further forms, and `Child`ren."""


class Child:
    """A value inside a form, whose own form is made when its turn comes."""

    __slots__ = ("value",)

    def __init__(self, value: Any) -> None:
        self.value = value


class Quoted:
    """A text that stood in quotes."""

    __slots__ = ("text",)

    def __init__(self, text: str) -> None:
        self.text = text


class Malformed(Exception):
    """The text is none of a value."""


def quoted(text: str) -> str:
    """A text in quotes, as an element of a form."""
    return '"' + text.replace('"', '""') + '"'


def write(value: Any, form_of: Callable[[Any], Form]) -> str:
    """The text of a value. Each list inside a list begins a line; OnecError when a value contains itself."""
    pieces: list[str] = ["{"]
    # The rest of each open list, which value it is of, and whether the last element was a list.
    open_: list[tuple[Iterator[Any], int, list[bool]]] = [(iter(form_of(value)), id(value), [False, True])]
    path = {id(value)}
    while open_:
        elements, owner, state = open_[-1]
        element = next(elements, None)
        if element is None:
            pieces.append("\n}" if state[0] else "}")
            path.discard(owner)
            open_.pop()
            continue
        if not state[1]:
            pieces.append(",")
        state[1] = False
        state[0] = not isinstance(element, str)
        if isinstance(element, str):
            pieces.append(element)
            continue
        pieces.append("\n{")
        inner = 0
        if isinstance(element, Child):
            inner = id(element.value)
            element = form_of(element.value)
            if len(element) > 1 and element[0] == '"#"':
                if inner in path:
                    raise OnecError("Значение содержит само себя, его нельзя записать строкой")
                path.add(inner)
            else:
                inner = 0
        open_.append((iter(element), inner, [False, True]))
    return "".join(pieces)


def read(text: str, close: Callable[[list[Any]], Any]) -> Any:
    """What `close` makes of the outermost list; it is given each list when it ends, inner ones first.

    Elements are texts, `Quoted`, and what `close` made of lists. Raises Malformed.
    """
    from re import DOTALL
    from re import compile as compile_pattern

    # One element after another; texts without quotes may be broken into lines (Base64).
    match = compile_pattern(
        r'\s*+(?:(?P<open>\{)|(?P<close>\})|(?P<comma>,)|"(?P<quoted>[^"]*+(?:""[^"]*+)*+)"|(?P<bare>[^{},"]++))',
        DOTALL,
    ).match
    place = 1 if text.startswith("\ufeff") else 0
    open_: list[list[Any]] = []
    needs_comma = False
    while found := match(text, place):
        place = found.end()
        kind = found.lastgroup
        if kind == "comma":
            if not open_ or not needs_comma:
                raise Malformed
            needs_comma = False
            continue
        if kind == "close":
            if not open_ or (open_[-1] and not needs_comma):
                raise Malformed
            made = close(open_.pop())
            if not open_:
                if text[place:].strip():
                    raise Malformed
                return made
            open_[-1].append(made)
            needs_comma = True
            continue
        if needs_comma or (kind != "open" and not open_):
            raise Malformed
        if kind == "open":
            open_.append([])
            continue
        open_[-1].append(Quoted(found[kind].replace('""', '"')) if kind == "quoted" else found["bare"].strip())
        needs_comma = True
    raise Malformed
