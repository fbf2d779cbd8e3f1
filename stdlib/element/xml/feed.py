"""Bytes of a document → its nodes, piece by piece. Nothing outside the document is ever read.

Expat refuses entities that grow a document out of proportion; external ones are refused here.
"""

from __future__ import annotations

from runtime.errors import OnecError
from stdlib.element.xml.xml_node_kind import XmlNodeKind as Kind

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

_PIECE = 1 << 16
_URI_END = "\n"
"""Stands between the parts of names as expat tells them; no namespace contains a line break."""


class Node:
    """`uri`, `prefix`, `name` of an element or instruction; `attributes` by qualified name."""

    __slots__ = ("attributes", "column", "kind", "line", "name", "namespaces", "prefix", "uri", "value")

    def __init__(self, kind: Any, value: str, parts: tuple[str, str, str], place: tuple[int, int]) -> None:
        self.kind, self.value = kind, value
        self.uri, self.name, self.prefix = parts
        self.line, self.column = place
        self.attributes: dict[str, str] = {}
        self.namespaces: dict[tuple[str, str], str] = {}
        """Values of attributes by namespace and local name."""

    @property
    def qualified(self) -> str:
        return f"{self.prefix}:{self.name}" if self.prefix else self.name


class Feed:
    __slots__ = (
        "_found", "_in_cdata", "_open", "_parser", "_piece", "_pieces", "_place", "_problem", "_read", "_ready"
    )  # fmt: skip

    def __init__(self, read: Callable[[int], bytes], encoding: str | None) -> None:
        from pyexpat import ParserCreate

        self._read, self._piece = read, _PIECE
        self._ready: list[Node] = []
        self._found: list[Node] = []
        self._pieces: list[str] = []
        self._place = (1, 1)
        self._problem: OnecError | None = None
        self._open: list[tuple[str, str, str]] = []
        self._in_cdata = False
        parser: Any = ParserCreate(encoding, _URI_END)
        self._parser: Any = parser
        parser.namespace_prefixes = parser.ordered_attributes = parser.buffer_text = True
        parser.StartElementHandler, parser.EndElementHandler = self._start, self._end
        parser.CharacterDataHandler = self._text
        parser.CommentHandler, parser.ProcessingInstructionHandler = self._comment, self._instruction
        parser.StartCdataSectionHandler, parser.EndCdataSectionHandler = self._start_cdata, self._end_cdata
        parser.ExternalEntityRefHandler = parser.SkippedEntityHandler = self._refuse

    def next(self) -> Node | None:
        """The next node; None at the end. ИсключениеЧтенияXml where the document is malformed."""
        while not self._ready:
            if self._problem is not None:
                problem, self._problem = self._problem, None
                raise problem
            if self._parser is None:
                return None
            self._parse_piece()
        return self._ready.pop()

    def close(self) -> None:
        """Let the parser go; it holds references to this object."""
        self._parser = self._problem = None
        self._ready.clear()

    def _parse_piece(self) -> None:
        from pyexpat import ExpatError

        data = self._read(self._piece)
        try:
            self._parser.Parse(data, not data)
        except ExpatError as error:
            from stdlib.xml.reasons import reason_of

            name = self._open[-1][1] if self._open else ""
            # What stands before the mistake is told first.
            self._problem = _failure(reason_of(error, name), error.lineno, error.offset + 1)
        except (LookupError, ValueError):
            # Python has no such encoding, or has it for no parser.
            self._problem = _failure("Кодировка документа не поддерживается", self._parser.CurrentLineNumber, 1)
        except OnecError as error:
            self._problem = error
        if self._problem is not None:
            self._parser = None
        if not data:
            self._parser = None
        found = self._found
        if not found:
            # One long tag: expat reads it anew with every piece, so the pieces grow.
            self._piece *= 2
        found.reverse()
        self._ready[:] = found
        found.clear()

    def _here(self) -> tuple[int, int]:
        return self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber + 1

    def _put(self, kind: Any, value: str, parts: tuple[str, str, str] = ("", "", "")) -> Node:
        self._flush()
        node = Node(kind, value, parts, self._here())
        self._found.append(node)
        return node

    def _text(self, text: str) -> None:
        if not self._pieces:
            self._place = self._here()
        self._pieces.append(text)

    def _flush(self) -> None:
        if self._pieces:
            kind = Kind.CDATA if self._in_cdata else Kind.TEXT
            self._found.append(Node(kind, "".join(self._pieces), ("", "", ""), self._place))
            self._pieces.clear()

    def _start(self, name: str, attributes: list[str]) -> None:
        parts = _parts(name)
        node = self._put(Kind.START, "", parts)
        self._open.append(parts)
        for index in range(0, len(attributes), 2):
            uri, local, prefix = _parts(attributes[index])
            node.attributes[f"{prefix}:{local}" if prefix else local] = attributes[index + 1]
            node.namespaces[uri, local] = attributes[index + 1]

    def _end(self, name: str) -> None:
        self._put(Kind.END, "", self._open.pop())

    def _comment(self, text: str) -> None:
        self._put(Kind.COMMENT, text)

    def _instruction(self, target: str, text: str) -> None:
        self._put(Kind.INSTRUCTION, text, ("", target, ""))

    def _start_cdata(self) -> None:
        self._flush()
        self._in_cdata = True

    def _end_cdata(self) -> None:
        self._flush()
        self._in_cdata = False

    def _refuse(self, *reference: object) -> int:
        line, column = self._here()
        raise _failure("Внешние сущности не поддерживаются", line, column)


def _parts(name: str) -> tuple[str, str, str]:
    """Namespace, local name, prefix of what expat calls `uri⏎local⏎prefix`."""
    pieces = name.split(_URI_END)
    if len(pieces) == 1:
        return "", name, ""
    return pieces[0], pieces[1], pieces[2] if len(pieces) == 3 else ""


def _failure(reason: str, line: int, column: int) -> OnecError:
    from stdlib.element.exceptions import XmlReaderException

    return XmlReaderException(f"{reason}: строка {line}, столбец {column}")
