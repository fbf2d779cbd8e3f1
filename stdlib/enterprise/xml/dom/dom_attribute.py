"""АтрибутDOM."""

from __future__ import annotations

from runtime.enterprise.declare import getter, onec_type, setter
from stdlib.enterprise.xml.characters import check_name, check_text
from stdlib.enterprise.xml.dom.dom_node import DOMNode
from stdlib.enterprise.xml.dom.dom_node_type import DOMNodeType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stdlib.enterprise.xml.dom.dom_document import DOMDocument
    from stdlib.enterprise.xml.dom.dom_element import DOMElement


@onec_type("АтрибутDOM", "DOMAttribute", presentation="Атрибут DOM")
class DOMAttribute(DOMNode):
    """Атрибут элемента."""

    __slots__ = ("content", "default", "identifies", "local", "owner", "qname", "short", "uri")

    kind = DOMNodeType.attribute

    def __init__(
        self, home: DOMDocument, qname: str, short: str, local: str, uri: str | None, content: str = ""
    ) -> None:
        # Not by way of the base, for speed: documents have many attributes.
        self.home = home
        self.parent = self.preceding = self.following = self.user_data = None
        self.qname, self.short, self.local, self.uri = qname, short, local, uri
        self.content = content
        self.owner: DOMElement | None = None
        self.identifies = self.default = False

    def value(self) -> str | None:
        return self.content

    def assign(self, value: str) -> None:
        self.content = check_text(value)
        self.default = False
        if self.identifies:
            self.home.known_ids = None

    @setter("Префикс")
    def set_prefix(self, prefix: str) -> None:
        self.rename(check_name(f"{prefix}:{self.local}") if prefix else self.local, prefix, self.local, self.uri)

    def rename(self, qname: str, short: str, local: str, uri: str | None) -> None:
        """Change the name, in the element, too."""
        owner = self.owner
        if owner is not None:
            owner.release(self)
        self.qname, self.short, self.local, self.uri = qname, short, local, uri
        if owner is not None:
            owner.accept(self)

    @getter("Имя", "Name", "Строка")
    def name(self) -> str:
        """Имя с префиксом."""
        return self.qname

    @getter("Значение", "Value", "Строка")
    def own_value(self) -> str:
        """Значение атрибута."""
        return self.content

    @setter("Значение")
    def set_own_value(self, value: str) -> None:
        self.assign(value)

    @getter("ЭлементВладелец", "OwnerElement", "ЭлементDOM, Неопределено")
    def owner_element(self) -> DOMElement | None:
        """Элемент, которому принадлежит атрибут."""
        return self.owner

    @getter("Определен", "Specified", "Булево")
    def specified(self) -> bool:
        """Ложь, если значение взято из определения типа документа."""
        return not self.default

    @getter("ЭтоИД", "IsId", "Булево")
    def is_id(self) -> bool:
        """Ищет ли по этому атрибуту ПолучитьЭлементПоИдентификатору."""
        return self.identifies
