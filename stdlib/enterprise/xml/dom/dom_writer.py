"""ЗаписьDOM."""

from __future__ import annotations

from runtime.enterprise.declare import OnecObject, constructor, getter, method, onec_type
from stdlib.enterprise.xml.dom.dom_writer_config import DOMWriterConfig
from stdlib.enterprise.xml.dom.writing import write
from stdlib.enterprise.xml.xml_writer import XMLWriter

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stdlib.enterprise.xml.dom.dom_node import DOMNode


@onec_type("ЗаписьDOM", "DOMWriter", presentation="Запись DOM")
class DOMWriter(OnecObject):
    """Записывает узлы DOM с помощью ЗаписьXML."""

    __slots__ = ("_config",)

    @constructor("()", "()")
    def __init__(self) -> None:
        self._config = DOMWriterConfig()

    @getter("КонфигурацияDOM", "DOMConfig", "КонфигурацияЗаписиDOM")
    def dom_config(self) -> DOMWriterConfig:
        """Параметры записи: писать ли комментарии, секции CDATA, объявление XML."""
        return self._config

    @method("Записать(Узел, ПриемникДанных)", "Write(Node, DataDestination)")
    def write(self, node: DOMNode, writer: XMLWriter) -> None:
        """Записывает узел со всем содержимым; у документа – с объявлением XML, если ещё ничего не записано."""
        write(node, writer, self._config)
