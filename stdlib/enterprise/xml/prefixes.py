"""Prefixes in effect while a document is written."""

from __future__ import annotations

from runtime.errors import OnecError
from stdlib.enterprise.xml.xml_namespace_context import XML_URI, XMLNS_URI


class Prefixes:
    """Which prefix means which namespace, and the other way round, at the element that is being written."""

    __slots__ = ("_by_uri", "_uris")

    def __init__(self) -> None:
        # The innermost meaning of a prefix is the last of its list.
        self._uris: dict[str, list[str]] = {"xml": [XML_URI], "xmlns": [XMLNS_URI]}
        # How often each prefix was declared for a namespace, the innermost last.
        self._by_uri: dict[str, dict[str, int]] = {XML_URI: {"xml": 1}, XMLNS_URI: {"xmlns": 1}}

    def declare(self, prefix: str, uri: str) -> None:
        """Let a prefix (an empty one is the default) mean a namespace."""
        if prefix in ("xml", "xmlns") or uri in (XML_URI, XMLNS_URI) or (prefix and not uri):
            raise OnecError(f"Недопустимое соответствие пространства имён: {prefix} – {uri}")
        self._uris.setdefault(prefix, []).append(uri)
        known = self._by_uri.setdefault(uri, {})
        known[prefix] = known.pop(prefix, 0) + 1

    def forget(self, declared: dict[str, str]) -> None:
        """Undo the declarations of an element that ends."""
        for prefix, uri in reversed(declared.items()):
            self._uris[prefix].pop()
            known = self._by_uri[uri]
            if known[prefix] > 1:
                known[prefix] -= 1
            else:
                del known[prefix]

    def meaning(self, prefix: str) -> str:
        """The namespace of a prefix, empty when it has none."""
        uris = self._uris.get(prefix)
        return uris[-1] if uris else ""

    def prefix_of(self, uri: str, *, of_attribute: bool = False) -> str | None:
        """The innermost prefix of a namespace; attributes cannot have the default one."""
        for prefix in reversed(self._by_uri.get(uri, ())):
            if self._uris[prefix][-1] == uri and (prefix or not of_attribute):
                return prefix
        return None
