"""Bytes of a document → its nodes, piece by piece: as much is in memory as one piece of the source tells.

Expat parses. Namespaces are resolved here: scripts see declarations as attributes and get Russian errors. Nothing
outside the document is ever fetched, and expat refuses entities that grow a document out of proportion.
"""

from __future__ import annotations

from runtime.errors import OnecError
from stdlib.enterprise.xml.malformed import malformed, reason_of
from stdlib.enterprise.xml.namespaces import Namespaces
from stdlib.enterprise.xml.node import NO_ATTRIBUTES, Declaration, DocumentType, Node
from stdlib.enterprise.xml.xml_node_type import XMLNodeType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

_BLANKS = " \t\r\n"
_PIECE = 1 << 16
_START, _END = XMLNodeType.start_element, XMLNodeType.end_element
_TEXT, _WHITESPACE, _CDATA = XMLNodeType.text, XMLNodeType.whitespace, XMLNodeType.cdata_section
_COMMENT, _INSTRUCTION = XMLNodeType.comment, XMLNodeType.processing_instruction


class Events:
    """The nodes of a document in order. `encoding` overrides what the document says of itself."""

    __slots__ = (
        "_cdata_as_text",
        "_found",
        "_in_cdata",
        "_namespaces",
        "_open",
        "_parser",
        "_piece",
        "_pieces",
        "_problem",
        "_read",
        "_ready",
        "_space",
        "declared_encoding",
        "document_type",
        "standalone",
        "version",
    )

    def __init__(
        self, read: Callable[[int], bytes], encoding: str | None, *, cdata_as_text: bool, preserve: bool
    ) -> None:
        """`preserve`: blanks between elements are kept where the document says nothing of them."""
        from pyexpat import ParserCreate

        self._read, self._piece = read, _PIECE
        self._cdata_as_text = cdata_as_text
        self._ready: list[Node] = []
        self._found: list[Node] = []
        self._pieces: list[str] = []
        self._problem: tuple[str, int, int] | None = None
        self._open: list[tuple[str, str, str]] = []
        self._namespaces = Namespaces()
        self._space: list[tuple[int, bool]] = [(0, preserve)]
        self._in_cdata = False
        self.document_type: DocumentType | None = None
        self.version, self.declared_encoding, self.standalone = "1.0", "", False
        parser = ParserCreate(encoding)
        self._parser: object | None = parser
        parser.ordered_attributes = parser.specified_attributes = parser.buffer_text = True
        parser.buffer_size = _PIECE
        parser.StartElementHandler, parser.EndElementHandler = self._start, self._end
        parser.CharacterDataHandler = self._pieces.append
        parser.CommentHandler, parser.ProcessingInstructionHandler = self._comment, self._instruction
        parser.StartCdataSectionHandler, parser.EndCdataSectionHandler = self._start_cdata, self._end_cdata
        parser.XmlDeclHandler, parser.SkippedEntityHandler = self._declaration, self._skipped
        parser.StartDoctypeDeclHandler, parser.EndDoctypeDeclHandler = self._start_type, self._end_type
        parser.AttlistDeclHandler, parser.NotationDeclHandler = self._attribute_type, self._notation
        parser.EntityDeclHandler = self._entity
        parser.ExternalEntityRefHandler = self._external

    def next(self) -> Node | None:
        """The next node; None at the end. Raises OnecError where the document is malformed."""
        ready = self._ready
        while not ready:
            if self._problem is not None:
                raise malformed(*self._problem)
            if self._parser is None:
                return None
            self._parse_piece()
        return ready.pop()

    def close(self) -> None:
        """Let the parser go; it holds references to this object."""
        self._parser = None
        self._ready.clear()

    def _parse_piece(self) -> None:
        from pyexpat import ExpatError, XMLParserType

        parser = self._parser
        assert isinstance(parser, XMLParserType)
        data = self._read(self._piece)
        try:
            parser.Parse(data, not data)
        except ExpatError as error:
            open_element = self._qualified(self._open[-1]) if self._open else ""
            self._problem = (reason_of(error, open_element), error.lineno, error.offset + 1)
            self._parser = None
        except (LookupError, ValueError):
            self._problem = ("Кодировка документа не поддерживается", parser.CurrentLineNumber, 1)
            self._parser = None
        except OnecError:
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

    @staticmethod
    def _qualified(parts: tuple[str, str, str]) -> str:
        prefix, local, _ = parts
        return f"{prefix}:{local}" if prefix else local

    def _flush(self) -> None:
        text = "".join(self._pieces)
        self._pieces.clear()
        if not text.strip(_BLANKS):
            self._found.append(Node(_WHITESPACE, value=text, extra=self._space[-1][1]))
        else:
            self._found.append(Node(_TEXT, value=text))

    def _start(self, name: str, attributes: list[str]) -> None:
        if self._pieces:
            self._flush()
        specified = len(attributes) >> 1
        if self.document_type is not None:
            attributes = self._with_defaults(name, attributes)
        try:
            self._enter(name, attributes, specified)
        except OnecError as error:
            # The parser goes on to the end of its piece before it gives the error back.
            parser: Any = self._parser
            self._problem = (error.message, parser.CurrentLineNumber, parser.CurrentColumnNumber + 1)
            raise

    def _enter(self, name: str, attributes: list[str], specified: int) -> None:
        if attributes:
            declared, uris = self._namespaces.enter(attributes)
            if uris is not None and "xml:space" in uris:
                value = attributes[attributes[::2].index("xml:space") * 2 + 1]
                self._space.append((len(self._open) + 1, value == "preserve"))
        else:
            declared = uris = None
            attributes = NO_ATTRIBUTES
        namespaces = self._namespaces
        parts = namespaces.known.get(name) or namespaces.resolve(name)
        self._open.append(parts)
        namespaces.declared.append(declared)
        self._found.append(Node(_START, name, "", parts, attributes, uris, declared, specified))

    def _with_defaults(self, name: str, attributes: list[str]) -> list[str]:
        """Default values are added here and not by expat, which does not tell them apart."""
        assert self.document_type is not None
        defaults = self.document_type.defaults.get(name)
        if not defaults:
            return attributes
        given = set(attributes[::2])
        return attributes + [part for pair in defaults if pair[0] not in given for part in pair]

    def _end(self, name: str) -> None:
        if self._pieces:
            self._flush()
        parts = self._open.pop()
        self._namespaces.leave()
        if self._space[-1][0] > len(self._open):
            self._space.pop()
        self._found.append(Node(_END, name, "", parts))

    def _comment(self, text: str) -> None:
        self._flush_before()
        if not self._in_type():
            self._found.append(Node(_COMMENT, value=text))

    def _instruction(self, target: str, text: str) -> None:
        self._flush_before()
        if not self._in_type():
            self._found.append(Node(_INSTRUCTION, target, text))

    def _flush_before(self) -> None:
        if self._pieces:
            self._flush()

    def _in_type(self) -> bool:
        return self.document_type is not None and not self.document_type.complete

    def _start_cdata(self) -> None:
        if not self._cdata_as_text:
            self._flush_before()
            self._in_cdata = True

    def _end_cdata(self) -> None:
        if self._in_cdata:
            self._in_cdata = False
            self._found.append(Node(_CDATA, value="".join(self._pieces)))
            self._pieces.clear()

    def _declaration(self, version: str, encoding: str | None, standalone: int) -> None:
        self.version, self.declared_encoding, self.standalone = version, encoding or "", standalone == 1
        self._found.append(Node(XMLNodeType.xml_declaration, "xml"))

    def _skipped(self, name: str, is_parameter: bool) -> None:
        if not is_parameter:
            self._reference(name)

    def _external(self, context: str, base: str | None, system: str | None, public: str | None) -> int:
        """An external entity stays a reference. The context names all entities that are open, in no order."""
        known = self.document_type.declarations if self.document_type is not None else []
        self._reference(next((each.name for each in known if each.system == (system or "")), ""))
        return 1

    def _reference(self, name: str) -> None:
        self._flush_before()
        self._found.append(Node(XMLNodeType.entity_reference, name))

    def _start_type(self, name: str, system: str | None, public: str | None, has_subset: int) -> None:
        self.document_type = DocumentType(name, public or "", system or "")

    def _end_type(self) -> None:
        kind = self.document_type
        assert kind is not None
        kind.complete = True
        self._found.append(Node(XMLNodeType.document_type_definition, kind.name, extra=kind))

    def _attribute_type(self, element: str, attribute: str, kind: str, default: str | None, required: int) -> None:
        document_type = self.document_type
        # The first declaration counts.
        if document_type is None or (element, attribute) in document_type.types:
            return
        document_type.types[element, attribute] = kind
        if default is not None:
            document_type.defaults.setdefault(element, []).append((attribute, default))

    def _notation(self, name: str, base: str | None, system: str | None, public: str | None) -> None:
        if self.document_type is not None:
            declaration = Declaration(XMLNodeType.notation, name, public or "", system or "")
            self.document_type.declarations.append(declaration)

    def _entity(
        self,
        name: str,
        is_parameter: bool,
        value: str | None,
        base: str | None,
        system: str | None,
        public: str | None,
        notation: str | None,
    ) -> None:
        if self.document_type is not None and not is_parameter:
            kind = XMLNodeType.entity
            declaration = Declaration(kind, name, public or "", system or "", notation or "", value or "")
            self.document_type.declarations.append(declaration)
