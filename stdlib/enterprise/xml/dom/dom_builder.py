"""ПостроительDOM."""

from __future__ import annotations

from runtime.enterprise.declare import OnecObject, constructor, getter, method, onec_type
from runtime.errors import BadArgument, OnecError
from stdlib.enterprise.xml.dom.building import TreeBuilder
from stdlib.enterprise.xml.dom.dom_builder_action import DOMBuilderAction
from stdlib.enterprise.xml.dom.dom_builder_config import DOMBuilderConfig
from stdlib.enterprise.xml.dom.dom_container import DOMContainer
from stdlib.enterprise.xml.dom.dom_document import DOMDocument
from stdlib.enterprise.xml.dom.dom_document_fragment import DOMDocumentFragment
from stdlib.enterprise.xml.xml_reader import XMLReader

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stdlib.enterprise.xml.dom.dom_node import DOMNode


@onec_type("ПостроительDOM", "DOMBuilder", presentation="Построитель DOM")
class DOMBuilder(OnecObject):
    """Строит ДокументDOM из того, что читает ЧтениеXML."""

    __slots__ = ("_config",)

    @constructor("()", "()")
    def __init__(self) -> None:
        self._config = DOMBuilderConfig()

    @getter("КонфигурацияDOM", "DOMConfig", "КонфигурацияПостроителяDOM")
    def dom_config(self) -> DOMBuilderConfig:
        """Параметры построения: читать ли комментарии, секции CDATA, пробелы."""
        return self._config

    @method("Прочитать(ИсточникДанныхXML): ДокументDOM", "Read(XMLDataSource)")
    def read(self, reader: XMLReader) -> DOMDocument:
        """Читает документ; если чтение стоит на начале элемента – этот элемент, и чтение встаёт за ним."""
        document = DOMDocument()
        TreeBuilder(reader, document, self._config).build()
        document.standalone, document.xml_version = reader.standalone(), reader.xml_version()
        document.declared_encoding, document.source_encoding = reader.xml_encoding(), reader.input_encoding()
        document.document_uri = reader.base_uri()
        return document

    @method(
        "ПрочитатьВКонтексте(ИсточникДанныхXML, УзелКонтекстаDOM, Действие): УзелDOM",
        "ReadWithContext(XMLDataSource, DOMContextNode, Action)",
    )
    def read_with_context(self, reader: XMLReader, node: DOMNode, action: DOMBuilderAction) -> DOMNode | None:
        """Читает документ или элемент и помещает узлы в дерево относительно узла; возвращает первый из них."""
        fragment = DOMDocumentFragment(node.home)
        TreeBuilder(reader, fragment, self._config).build()
        for child in fragment.children():
            if child.kind not in fragment.allowed:
                fragment.unlink(child)
        first = fragment.first
        parent = node.parent
        if action in (DOMBuilderAction.append_as_children, DOMBuilderAction.replace_children):
            if not isinstance(node, DOMContainer):
                raise BadArgument(2, "У узла этого вида не бывает дочерних узлов")
            if action is DOMBuilderAction.replace_children:
                while node.last is not None:
                    node.unlink(node.last)
            node.add(fragment, None)
        elif parent is None:
            raise OnecError("У узла нет родителя")
        elif action is DOMBuilderAction.insert_before:
            parent.add(fragment, node)
        elif action is DOMBuilderAction.insert_after:
            parent.add(fragment, node.following)
        else:
            parent.replace_child(fragment, node)
        return first
