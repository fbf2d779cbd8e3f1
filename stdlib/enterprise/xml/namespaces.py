"""Prefixes in effect while a document is parsed."""

from __future__ import annotations

from runtime.errors import OnecError
from stdlib.enterprise.xml.xml_namespace_context import XML_URI, XMLNS_URI


class Namespaces:
    """The meaning of prefixes at the current element; `declared` has an item for each open element.

    `known` are the names resolved since the last change, so that names which repeat cost one look-up.
    """

    __slots__ = ("_uris", "declared", "known")

    def __init__(self) -> None:
        # The innermost meaning of a prefix is the last of its list.
        self._uris: dict[str, list[str]] = {"xml": [XML_URI], "xmlns": [XMLNS_URI]}
        self.declared: list[dict[str, str] | None] = []
        self.known: dict[str, tuple[str, str, str]] = {}

    def enter(self, attributes: list[str]) -> tuple[dict[str, str] | None, dict[str, str] | None]:
        """Begin an element: the namespaces that it declares, and those of its attributes with a prefix."""
        declared: dict[str, str] | None = None
        prefixed: list[str] | None = None
        for index in range(0, len(attributes), 2):
            name = attributes[index]
            if ":" in name or name == "xmlns":
                if name.startswith("xmlns") and name[5:6] in ("", ":"):
                    declared = {} if declared is None else declared
                    declared[name[6:]] = attributes[index + 1]
                prefixed = [] if prefixed is None else prefixed
                prefixed.append(name)
        if declared is not None:
            self._declare(declared)
        return declared, None if prefixed is None else self._of_attributes(prefixed, attributes)

    def _declare(self, declared: dict[str, str]) -> None:
        for prefix, uri in declared.items():
            if prefix == "xmlns" or (prefix == "xml") != (uri == XML_URI) or uri == XMLNS_URI:
                raise OnecError(f"Недопустимое объявление пространства имён xmlns:{prefix}")
            if prefix and not uri:
                raise OnecError(f"Пустой URI пространства имён у префикса {prefix}")
            self._uris.setdefault(prefix, []).append(uri)
        self.known.clear()

    def _of_attributes(self, prefixed: list[str], attributes: list[str]) -> dict[str, str]:
        uris: dict[str, str] = {}
        expanded = set()
        for name in prefixed:
            if name == "xmlns":
                uris[name] = XMLNS_URI
                continue
            _, local, uri = self.known.get(name) or self.resolve(name)
            uris[name] = uri
            if (local, uri) in expanded:
                raise OnecError(f"Атрибут {name} повторяется")
            expanded.add((local, uri))
        return uris

    def leave(self) -> None:
        """End the innermost element."""
        declared = self.declared.pop()
        if declared:
            for prefix in declared:
                self._uris[prefix].pop()
            self.known.clear()

    def resolve(self, name: str) -> tuple[str, str, str]:
        """Prefix, local name and namespace of a name; OnecError when nothing declares its prefix."""
        prefix, colon, local = name.partition(":")
        if not colon:
            prefix, local = "", name
        elif not prefix or not local or ":" in local:
            raise OnecError(f"Недопустимое имя {name}")
        uris = self._uris.get(prefix)
        if not uris and prefix:
            raise OnecError(f"Префикс {prefix} не связан с пространством имён")
        resolved = (prefix, local, uris[-1] if uris else "")
        self.known[name] = resolved
        return resolved
