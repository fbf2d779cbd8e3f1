"""The text of a document from its parts: tags, indentation, declarations of namespaces."""

from __future__ import annotations

from runtime.errors import OnecError
from stdlib.enterprise.xml.characters import check_name, escape_value, split_name
from stdlib.enterprise.xml.prefixes import Prefixes
from stdlib.enterprise.xml.xml_namespace_context import XMLNS_URI

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stdlib.enterprise.xml.sinks import ByteSink, TextSink


class OpenElement:
    """An element without its end tag. `uri` is None when the name was given with its prefix, which nobody resolves."""

    __slots__ = ("attributes", "declared", "has_children", "has_text", "name", "uri")

    def __init__(self, name: str, uri: str | None) -> None:
        self.name, self.uri = name, uri
        self.attributes: dict[tuple[str, str | None], str] = {}
        self.declared: dict[str, str] = {}
        self.has_children = self.has_text = False


class Tags:
    """Writes to a sink. Start tags stay open as long as attributes and namespaces may come."""

    __slots__ = ("_in_tag", "_sink", "indent_attributes", "indent_chars", "open", "prefixes", "started")

    def __init__(self, sink: TextSink | ByteSink, indent_chars: str, *, indent_attributes: bool) -> None:
        self._sink, self.indent_chars, self.indent_attributes = sink, indent_chars, indent_attributes
        self.open: list[OpenElement] = []
        self.prefixes = Prefixes()
        self._in_tag = self.started = False

    def start(self, name: str, uri: str | None, *, indent: bool) -> None:
        """Begin an element."""
        check_name(name)
        self.before_child(indent=indent)
        self.open.append(OpenElement(name, uri))
        self._in_tag = True

    def before_child(self, *, indent: bool) -> None:
        """What stands between the parts of an element."""
        if self._in_tag:
            self._finish_tag(">")
        if not self.open:
            if self.started and indent:
                self._sink.write("\n")
        else:
            parent = self.open[-1]
            parent.has_children = True
            if indent and not parent.has_text:
                self._sink.write("\n" + self.indent_chars * len(self.open))
        self.started = True

    def text(self, written: str) -> None:
        """Put a text, already escaped, into the innermost element, which is not indented any more."""
        if self._in_tag:
            self._finish_tag(">")
        if self.open and written:
            self.open[-1].has_text = True
        self.started = True
        self._sink.write(written)

    def child(self, written: str, *, indent: bool) -> None:
        """Put something that stands in its own line: a comment, an instruction."""
        self.before_child(indent=indent)
        self._sink.write(written)

    def end(self, *, indent: bool) -> None:
        """End the innermost element."""
        if not self.open:
            raise OnecError("Нет открытого элемента", hint="Каждому концу элемента предшествует его начало")
        element = self.open[-1]
        if self._in_tag:
            self._finish_tag("/>")
            self.open.pop()
        else:
            self.open.pop()
            if indent and element.has_children and not element.has_text:
                self._sink.write("\n" + self.indent_chars * len(self.open))
            self._sink.write(f"</{element.name}>")
        if element.declared:
            self.prefixes.forget(element.declared)

    def attribute(self, name: str, uri: str | None, value: str) -> None:
        """Add an attribute to the tag that is open; a declaration of a namespace is one, too."""
        element = self._tag()
        prefix, local = split_name(check_name(name))
        if name == "xmlns" or prefix == "xmlns" or uri == XMLNS_URI:
            self.declare("" if name == "xmlns" else local, value)
            return
        if (name, uri) in element.attributes:
            raise OnecError(f"Атрибут {name} уже записан")
        element.attributes[name, uri] = value

    def declare(self, prefix: str, uri: str) -> None:
        """Declare a namespace in the tag that is open."""
        element = self._tag()
        if prefix:
            check_name(prefix)
        if prefix in element.declared:
            if element.declared[prefix] != uri:
                raise OnecError(f"Префикс {prefix} уже объявлен")
            return
        self.prefixes.declare(prefix, uri)
        element.declared[prefix] = uri

    def _tag(self) -> OpenElement:
        if not self._in_tag:
            raise OnecError("Атрибут можно записать только сразу после начала элемента")
        return self.open[-1]

    def declare_missing(self, prefix: str, uri: str) -> None:
        """Declare a namespace in the tag that is open, unless the prefix means it already."""
        if self.prefixes.meaning(prefix) != uri:
            self._declare_itself(self.open[-1], prefix, uri)

    def attribute_place(self) -> None:
        """OnecError unless an attribute may be written now."""
        self._tag()

    def finish(self) -> None:
        """Finish the tag that is open, if one is."""
        if self._in_tag:
            self._finish_tag(">")

    def _finish_tag(self, ending: str) -> None:
        self._in_tag = False
        element = self.open[-1]
        if element.uri is not None:
            element.name = self._element_name(element, element.uri)
        attributes = ""
        if element.attributes:
            attributes = self._attributes(element)
        if element.declared:
            attributes = self._declarations(element) + attributes
        self._sink.write(f"<{element.name}{attributes}{ending}")

    def _element_name(self, element: OpenElement, uri: str) -> str:
        local = split_name(element.name)[1]
        if not uri:
            if self.prefixes.meaning(""):
                self._declare_itself(element, "", "")
            return local
        prefix = self.prefixes.prefix_of(uri)
        if prefix is None:
            prefix = "" if "" not in element.declared else self._new_prefix(element)
            self._declare_itself(element, prefix, uri)
        return f"{prefix}:{local}" if prefix else local

    def _declare_itself(self, element: OpenElement, prefix: str, uri: str) -> None:
        if prefix in element.declared:
            raise OnecError(f"Элемент {element.name} вне пространства имён, которое сам объявляет")
        self.prefixes.declare(prefix, uri)
        element.declared[prefix] = uri

    def _new_prefix(self, element: OpenElement) -> str:
        number = 1
        while (made := f"d{len(self.open)}p{number}") in element.declared:
            number += 1
        return made

    def _attributes(self, element: OpenElement) -> str:
        return "".join(
            f'{self._gap()}{self._attribute_name(element, name, uri)}="{escape_value(value)}"'
            for (name, uri), value in element.attributes.items()
        )

    def _attribute_name(self, element: OpenElement, name: str, uri: str | None) -> str:
        if uri is None:
            return name
        local = split_name(name)[1]
        if not uri:
            return local
        prefix = self.prefixes.prefix_of(uri, of_attribute=True)
        if prefix is None:
            prefix = self._new_prefix(element)
            self._declare_itself(element, prefix, uri)
        return f"{prefix}:{local}"

    def _declarations(self, element: OpenElement) -> str:
        return "".join(
            f'{self._gap()}xmlns{":" if prefix else ""}{prefix}="{escape_value(uri)}"'
            for prefix, uri in element.declared.items()
        )

    def _gap(self) -> str:
        return "\n" + self.indent_chars * len(self.open) if self.indent_attributes else " "
