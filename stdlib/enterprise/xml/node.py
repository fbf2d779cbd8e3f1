"""A node as the parser tells it."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stdlib.enterprise.xml.xml_node_type import XMLNodeType

NO_ATTRIBUTES: list[str] = []


class Node:
    """What ЧтениеXML stands on. `attributes` is flat: name, value, name, value…

    `uris` has the namespaces of attributes with a prefix. Attributes from number `specified` on come from the document
    type. `declared` are the namespaces that a start tag declares, by prefix.
    """

    __slots__ = (
        "attributes",
        "declared",
        "extra",
        "kind",
        "local",
        "name",
        "prefix",
        "specified",
        "uri",
        "uris",
        "value",
    )

    def __init__(
        self,
        kind: XMLNodeType,
        name: str = "",
        value: str = "",
        parts: tuple[str, str, str] | None = None,
        attributes: list[str] = NO_ATTRIBUTES,
        uris: dict[str, str] | None = None,
        declared: dict[str, str] | None = None,
        specified: int = 0,
        extra: DocumentType | Declaration | bool | None = None,
    ) -> None:
        """`parts`: prefix, local name, namespace."""
        self.kind, self.name, self.value = kind, name, value
        self.prefix, self.local, self.uri = parts if parts is not None else ("", name, "")
        self.attributes, self.uris, self.declared, self.specified = attributes, uris, declared, specified
        self.extra = extra


class Declaration:
    """A notation or an unparsed or external entity that a document type declares."""

    __slots__ = ("kind", "name", "notation", "public", "system", "value")

    def __init__(
        self, kind: XMLNodeType, name: str, public: str, system: str, notation: str = "", value: str = ""
    ) -> None:
        self.kind, self.name, self.public, self.system = kind, name, public, system
        self.notation, self.value = notation, value


class DocumentType:
    """<!DOCTYPE …>. `types` are the declared types of attributes, by element and attribute; `defaults` their values."""

    __slots__ = ("complete", "declarations", "defaults", "name", "public", "system", "types")

    def __init__(self, name: str, public: str, system: str) -> None:
        self.name, self.public, self.system = name, public, system
        self.complete = False
        self.declarations: list[Declaration] = []
        self.types: dict[tuple[str, str], str] = {}
        self.defaults: dict[str, list[tuple[str, str]]] = {}
