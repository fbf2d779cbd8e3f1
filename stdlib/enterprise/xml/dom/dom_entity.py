"""СущностьDOM."""

from __future__ import annotations

from runtime.enterprise.declare import getter, onec_type
from stdlib.enterprise.xml.dom.dom_node import DOMNode
from stdlib.enterprise.xml.dom.dom_node_type import DOMNodeType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stdlib.enterprise.xml.dom.dom_document import DOMDocument


@onec_type("СущностьDOM", "DOMEntity", presentation="Сущность DOM")
class DOMEntity(DOMNode):
    """Сущность, объявленная в определении типа документа."""

    __slots__ = ("notation", "public", "qname", "system")

    kind = DOMNodeType.entity

    def __init__(self, home: DOMDocument, name: str, public: str, system: str, notation: str) -> None:
        super().__init__(home)
        self.qname, self.public, self.system, self.notation = name, public, system, notation

    @getter("ПубличныйИдентификатор", "PublicId", "Строка")
    def public_id(self) -> str:
        """Публичный идентификатор."""
        return self.public

    @getter("СистемныйИдентификатор", "SystemId", "Строка")
    def system_id(self) -> str:
        """Системный идентификатор."""
        return self.system

    @getter("ИмяНотации", "NotationName", "Строка")
    def notation_name(self) -> str:
        """Нотация неразбираемой сущности."""
        return self.notation
