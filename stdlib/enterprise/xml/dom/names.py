"""Qualified names of nodes."""

from __future__ import annotations

from runtime.errors import OnecError
from stdlib.enterprise.xml.characters import check_name, split_name
from stdlib.enterprise.xml.xml_namespace_context import XML_URI, XMLNS_URI


def checked_name(uri: str | None, qname: str) -> tuple[str, str, str | None]:
    """Prefix, local name and namespace; OnecError when they do not go together."""
    prefix, local = split_name(check_name(qname))
    uri = uri or None
    declares = qname == "xmlns" or prefix == "xmlns"
    if (prefix and uri is None) or (prefix == "xml" and uri != XML_URI) or declares != (uri == XMLNS_URI):
        raise OnecError(f"Имя {qname} не подходит к пространству имён '{uri or ''}'")
    return prefix, local, uri
