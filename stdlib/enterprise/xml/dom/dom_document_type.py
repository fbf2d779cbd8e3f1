"""ОпределениеТипаДокументаDOM."""

from __future__ import annotations

from runtime.enterprise.declare import getter, onec_type
from stdlib.enterprise.xml.dom.dom_entity import DOMEntity
from stdlib.enterprise.xml.dom.dom_entity_collection import DOMEntityCollection
from stdlib.enterprise.xml.dom.dom_node import DOMNode
from stdlib.enterprise.xml.dom.dom_node_type import DOMNodeType
from stdlib.enterprise.xml.dom.dom_notation import DOMNotation
from stdlib.enterprise.xml.dom.dom_notation_collection import DOMNotationCollection

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stdlib.enterprise.xml.dom.dom_document import DOMDocument


@onec_type("ОпределениеТипаДокументаDOM", "DOMDocumentType", presentation="Определение типа документа DOM")
class DOMDocumentType(DOMNode):
    """<!DOCTYPE …>: имя корневого элемента, идентификаторы, объявленные сущности и нотации."""

    __slots__ = ("declared", "public", "qname", "system")

    kind = DOMNodeType.document_type

    def __init__(self, home: DOMDocument, name: str, public: str = "", system: str = "") -> None:
        super().__init__(home)
        self.qname, self.public, self.system = name, public, system
        self.declared: list[DOMEntity | DOMNotation] = []

    @getter("Имя", "Name", "Строка")
    def name(self) -> str:
        """Имя корневого элемента."""
        return self.qname

    @getter("ПубличныйИдентификатор", "PublicId", "Строка")
    def public_id(self) -> str:
        """Публичный идентификатор."""
        return self.public

    @getter("СистемныйИдентификатор", "SystemId", "Строка")
    def system_id(self) -> str:
        """Системный идентификатор."""
        return self.system

    @getter("Сущности", "Entities", "КоллекцияСущностейDOM")
    def entities(self) -> DOMEntityCollection:
        """Сущности, объявленные в документе."""
        return DOMEntityCollection([each for each in self.declared if isinstance(each, DOMEntity)])

    @getter("Нотации", "Notations", "КоллекцияНотацийDOM")
    def notations(self) -> DOMNotationCollection:
        """Нотации, объявленные в документе."""
        return DOMNotationCollection([each for each in self.declared if isinstance(each, DOMNotation)])
