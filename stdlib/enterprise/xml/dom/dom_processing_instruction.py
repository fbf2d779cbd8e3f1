"""ИнструкцияОбработкиDOM."""

from __future__ import annotations

from runtime.enterprise.declare import getter, onec_type, setter
from runtime.errors import OnecError
from stdlib.enterprise.xml.characters import check_text
from stdlib.enterprise.xml.dom.dom_node import DOMNode
from stdlib.enterprise.xml.dom.dom_node_type import DOMNodeType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stdlib.enterprise.xml.dom.dom_document import DOMDocument


@onec_type("ИнструкцияОбработкиDOM", "DOMProcessingInstruction", presentation="Инструкция обработки DOM")
class DOMProcessingInstruction(DOMNode):
    """Инструкция обработки <?Цель Данные?>."""

    __slots__ = ("content", "qname")

    kind = DOMNodeType.processing_instruction

    def __init__(self, home: DOMDocument, target: str, content: str) -> None:
        super().__init__(home)
        self.qname, self.content = target, content

    def value(self) -> str | None:
        return self.content

    def assign(self, value: str) -> None:
        if "?>" in value:
            raise OnecError("В инструкции обработки не бывает «?>»")
        self.content = check_text(value)

    @getter("Цель", "Target", "Строка")
    def target(self) -> str:
        """Имя инструкции."""
        return self.qname

    @getter("Данные", "Data", "Строка")
    def data(self) -> str:
        """Текст инструкции."""
        return self.content

    @setter("Данные")
    def set_data(self, text: str) -> None:
        self.assign(text)
