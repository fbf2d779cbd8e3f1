"""ДокументDOM."""

from __future__ import annotations

from runtime.enterprise.declare import constructor, field, getter, method, onec_type, setter
from runtime.errors import BadArgument, OnecError
from stdlib.enterprise.xml.characters import check_name, check_text
from stdlib.enterprise.xml.dom.copies import copy, move
from stdlib.enterprise.xml.dom.dom_attribute import DOMAttribute
from stdlib.enterprise.xml.dom.dom_cdata_section import DOMCDATASection
from stdlib.enterprise.xml.dom.dom_comment import DOMComment
from stdlib.enterprise.xml.dom.dom_container import DOMContainer
from stdlib.enterprise.xml.dom.dom_document_config import DOMDocumentConfig
from stdlib.enterprise.xml.dom.dom_document_fragment import DOMDocumentFragment
from stdlib.enterprise.xml.dom.dom_document_type import DOMDocumentType
from stdlib.enterprise.xml.dom.dom_element import DOMElement
from stdlib.enterprise.xml.dom.dom_element_list import DOMElementList
from stdlib.enterprise.xml.dom.dom_entity_reference import DOMEntityReference
from stdlib.enterprise.xml.dom.dom_namespace_resolver import DOMNamespaceResolver
from stdlib.enterprise.xml.dom.dom_node import DOMNode
from stdlib.enterprise.xml.dom.dom_node_filter import DOMNodeFilter
from stdlib.enterprise.xml.dom.dom_node_iterator import DOMNodeIterator
from stdlib.enterprise.xml.dom.dom_node_type import DOMNodeType
from stdlib.enterprise.xml.dom.dom_processing_instruction import DOMProcessingInstruction
from stdlib.enterprise.xml.dom.dom_text import DOMText
from stdlib.enterprise.xml.dom.dom_tree_walker import DOMTreeWalker
from stdlib.enterprise.xml.dom.names import checked_name
from stdlib.enterprise.xml.dom.xpath_expression import XPathExpression
from stdlib.enterprise.xml.dom.xpath_result import XPathResult

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stdlib.enterprise.xml.dom.dom_xpath_result_type import DOMXPathResultType

_ALLOWED = frozenset(
    {DOMNodeType.element, DOMNodeType.comment, DOMNodeType.processing_instruction, DOMNodeType.document_type}
)


@onec_type("ДокументDOM", "DOMDocument", presentation="Документ DOM")
class DOMDocument(DOMContainer):
    """Документ XML в памяти, деревом узлов. Прочитанный документ даёт ПостроительDOM."""

    __slots__ = (
        "_document_uri",
        "_standalone",
        "_xml_version",
        "config",
        "declared_encoding",
        "ids",
        "known_ids",
        "source_encoding",
        "version",
    )

    kind = DOMNodeType.document
    qname = "#document"
    allowed = _ALLOWED

    document_uri = field("URIДокумента", "DocumentURI", "str", "", "Где документ находится.")
    standalone = field("Автономный", "Standalone", "bool", False, "Объявлен ли документ автономным.")
    xml_version = field("ВерсияXML", "XMLVersion", "str", "1.0", "Версия XML.")

    @constructor("([URIПространстваИмен], [Имя], [ОпределениеТипаДокумента])", "([NamespaceURI], [Name], [DocType])")
    def __init__(
        self, uri: str | None = None, name: str | None = None, document_type: DOMDocumentType | None = None
    ) -> None:
        self.version = 0
        super().__init__(self)
        self.declared_encoding = self.source_encoding = ""
        self.ids: list[DOMAttribute] = []
        self.known_ids: dict[str, list[DOMAttribute]] | None = None
        self.config: DOMDocumentConfig | None = None
        if document_type is not None:
            if document_type.parent is not None:
                raise BadArgument(3, hint="Это определение принадлежит другому документу")
            move(document_type, self)
            self.link(document_type, None)
        if name:
            self.link(self.create_element(uri or "", name), None)

    def identified(self, attribute: DOMAttribute) -> None:
        """Note an attribute that identifies its element."""
        self.ids.append(attribute)
        self.known_ids = None

    def check(self, nodes: list[DOMNode], given: DOMNode) -> None:
        super().check(nodes, given)
        root = self.document_element()
        elements = [node for node in nodes if node.kind is DOMNodeType.element and node is not root]
        if len(elements) + (root is not None) > 1 and elements:
            raise OnecError("В документе может быть только один корневой элемент")

    def assign(self, value: str) -> None:
        """A document has no value."""

    @getter("ЭлементДокумента", "DocumentElement", "ЭлементDOM, Неопределено")
    def document_element(self) -> DOMElement | None:
        """Корневой элемент."""
        return next((node for node in self.children() if isinstance(node, DOMElement)), None)

    @getter("ОпределениеТипаДокумента", "DocType", "ОпределениеТипаДокументаDOM, Неопределено")
    def doc_type(self) -> DOMDocumentType | None:
        """Определение типа документа."""
        return next((node for node in self.children() if isinstance(node, DOMDocumentType)), None)

    @getter("КодировкаXML", "XMLEncoding", "Строка")
    def xml_encoding(self) -> str:
        """Кодировка из объявления XML."""
        return self.declared_encoding

    @getter("КодировкаИсточника", "InputEncoding", "Строка")
    def input_encoding(self) -> str:
        """Кодировка, в которой документ был прочитан."""
        return self.source_encoding

    @getter("КонфигурацияDOM", "DOMConfig", "КонфигурацияДокументаDOM")
    def dom_config(self) -> DOMDocumentConfig:
        """Параметры, которым следует НормализоватьДокумент."""
        if self.config is None:
            self.config = DOMDocumentConfig()
        return self.config

    @setter("ТекстовоеСодержимое")
    def set_text_content(self, text: str) -> None:
        """Документу текст не присваивается."""

    @method(
        "СоздатьЭлемент(URIПространстваИмен, КвалифицированноеИмя): ЭлементDOM", "CreateElement(NamespaceURI, Name)"
    )
    @method(
        "СоздатьЭлемент(ИмяЭлемента, [КвалифицированноеИмя]): ЭлементDOM", "CreateElement(TagName, [QualifiedName])"
    )
    def create_element(self, name: str, qname: str | None = None) -> DOMElement:
        """Новый элемент вне дерева: с именем или с пространством имён и именем."""
        if qname is None:
            return DOMElement(self, check_name(name), "", name, None)
        prefix, local, uri = checked_name(name, qname)
        return DOMElement(self, qname, prefix, local, uri or "")

    @method("СоздатьАтрибут(URIПространстваИмен, КвалифицированноеИмя): АтрибутDOM", "CreateAttribute(URI, Name)")
    @method("СоздатьАтрибут(Имя, [КвалифицированноеИмя]): АтрибутDOM", "CreateAttribute(Name, [QualifiedName])")
    def create_attribute(self, name: str, qname: str | None = None) -> DOMAttribute:
        """Новый атрибут: с именем или с пространством имён и именем."""
        if qname is None:
            return DOMAttribute(self, check_name(name), "", name, None)
        return DOMAttribute(self, qname, *checked_name(name, qname))

    @method("СоздатьТекстовыйУзел(Текст): ТекстDOM", "CreateTextNode(Text)")
    def create_text_node(self, text: str) -> DOMText:
        """Новый текст."""
        return DOMText(self, check_text(text))

    @method("СоздатьСекциюCDATA(Данные): СекцияCDATADOM", "CreateCDATASection(Data)")
    def create_cdata_section(self, text: str) -> DOMCDATASection:
        """Новая секция CDATA."""
        return DOMCDATASection(self, check_text(text))

    @method("СоздатьКомментарий(Комментарий): КомментарийDOM", "CreateComment(Comment)")
    def create_comment(self, text: str) -> DOMComment:
        """Новый комментарий."""
        made = DOMComment(self)
        made.assign(text)
        return made

    @method(
        "СоздатьИнструкциюОбработки(Цель, Данные): ИнструкцияОбработкиDOM", "CreateProcessingInstruction(Target, Data)"
    )
    def create_processing_instruction(self, target: str, text: str) -> DOMProcessingInstruction:
        """Новая инструкция обработки."""
        if target.lower() == "xml":
            raise BadArgument(1)
        made = DOMProcessingInstruction(self, check_name(target), "")
        made.assign(text)
        return made

    @method("СоздатьСсылкуНаСущность(Имя): СсылкаНаСущностьDOM", "CreateEntityReference(Name)")
    def create_entity_reference(self, name: str) -> DOMEntityReference:
        """Новая ссылка на сущность."""
        return DOMEntityReference(self, check_name(name))

    @method("СоздатьФрагментДокумента(): ФрагментДокументаDOM", "CreateDocumentFragment()")
    def create_document_fragment(self) -> DOMDocumentFragment:
        """Новый пустой фрагмент."""
        return DOMDocumentFragment(self)

    @method("ПолучитьЭлементПоИдентификатору(Идентификатор): ЭлементDOM, Неопределено", "GetElementById(Id)")
    def get_element_by_id(self, identifier: str) -> DOMElement | None:
        """Элемент по значению атрибута-идентификатора: объявленного типом ID, xml:id или отмеченного сценарием."""
        if self.known_ids is None:
            self.known_ids = {}
            for attribute in self.ids:
                self.known_ids.setdefault(attribute.content, []).append(attribute)
        for attribute in self.known_ids.get(identifier, ()):
            if attribute.identifies and attribute.owner is not None:
                top: DOMNode = attribute.owner
                while top.parent is not None:
                    top = top.parent
                if top is self:
                    return attribute.owner
        return None

    @method("ПолучитьЭлементыПоИмени(URI, ЛокальноеИмя): СписокЭлементовDOM", "GetElementByTagName(URI, LocalName)")
    @method("ПолучитьЭлементыПоИмени(URI, ЛокальноеИмя): СписокЭлементовDOM", "GetElementsByTagName(URI, LocalName)")
    @method(
        "ПолучитьЭлементыПоИмени(Имя, [ЛокальноеИмя]): СписокЭлементовDOM", "GetElementByTagName(Name, [LocalName])"
    )
    def get_elements_by_tag_name(self, name: str, local: str | None = None) -> DOMElementList:
        """Элементы документа с этим именем; «*» – с любым."""
        return DOMElementList(self, name) if local is None else DOMElementList(self, uri=name, local=local)

    @method("ИмпортироватьУзел(Узел, Рекурсивно): УзелDOM", "ImportNode(Node, Deep)")
    def import_node(self, node: DOMNode, deep: bool) -> DOMNode:
        """Копия узла другого документа, которую можно поместить в этот."""
        if node.kind in (DOMNodeType.document, DOMNodeType.document_type):
            raise BadArgument(1)
        return copy(node, self, deep=deep)

    @method("АдаптироватьУзел(Узел): УзелDOM", "AdoptNode(Node)")
    def adopt_node(self, node: DOMNode) -> DOMNode:
        """Забирает узел у другого документа: сам узел, а не копию."""
        if node.kind in (DOMNodeType.document, DOMNodeType.document_type):
            raise BadArgument(1)
        if isinstance(node, DOMAttribute) and node.owner is not None:
            node.owner.release(node)
        if node.parent is not None:
            node.parent.take_out(node)
        move(node, self)
        return node

    @method(
        "ПереименоватьУзел(Узел, URIПространстваИмен, КвалифицированноеИмя): УзелDOM",
        "RenameNode(Node, NamespaceURI, QualifiedName)",
    )
    def rename_node(self, node: DOMElement | DOMAttribute, uri: str, qname: str) -> DOMNode:
        """Меняет имя элемента или атрибута."""
        node.rename(qname, *checked_name(uri, qname))
        return node

    @method("НормализоватьДокумент()", "NormalizeDocument()")
    def normalize_document(self) -> None:
        """Соединяет соседние тексты и убирает то, что запрещают параметры КонфигурацияDOM."""
        from stdlib.enterprise.xml.dom.normalizing import join_texts, leave_out

        leave_out(self, self.dom_config())
        join_texts(self)

    @method(
        "ВычислитьВыражениеXPath(Выражение, УзелКонтекста, Разыменователь, [ТипРезультата]): РезультатXPath",
        "EvaluateXPathExpression(Expression, ContextNode, NamespaceResolver, [ResultType])",
    )
    def evaluate_xpath_expression(
        self,
        expression: str,
        node: DOMNode,
        resolver: DOMNamespaceResolver | None,
        kind: DOMXPathResultType | None = None,
    ) -> XPathResult:
        """Вычисляет выражение XPath от узла. Разыменователь Неопределено – для выражений без префиксов."""
        return XPathExpression(expression, resolver).evaluate(node, kind)

    @method(
        "СоздатьВыражениеXPath(Выражение, РазыменованиеПространствИмен): ВыражениеXPath",
        "CreateXPathExpression(Expression, NamespaceResolver)",
    )
    def create_xpath_expression(self, expression: str, resolver: DOMNamespaceResolver | None) -> XPathExpression:
        """Разбирает выражение XPath, чтобы вычислять его много раз."""
        return XPathExpression(expression, resolver)

    @method("СоздатьРазыменовательПИ(Префикс, URI): РазыменовательПространствИменDOM", "CreateNSResolver(Prefix, URI)")
    @method(
        "СоздатьРазыменовательПИ([УзелИлиСоответствие], [URI]): РазыменовательПространствИменDOM",
        "CreateNSResolver([NodeOrMapping], [NamespaceURI])",
    )
    def create_ns_resolver(self, source: object = None, uri: str | None = None) -> DOMNamespaceResolver:
        """Что обозначают префиксы в выражениях XPath: по документу, узлу, соответствию или паре."""
        return DOMNamespaceResolver(self if source is None else source, uri)

    @method(
        "СоздатьИтераторУзлов(Узел, [Отбор], [ОбходитьСсылкиНаСущности]): ИтераторУзловDOM",
        "CreateNodeIterator(Node, [Filter], [EntityReferenceExpansion])",
    )
    def create_node_iterator(
        self, node: DOMNode, chosen: DOMNodeFilter | None = None, entities: bool = True
    ) -> DOMNodeIterator:
        """Обход узла и всего внутри него по порядку документа."""
        return DOMNodeIterator(node, chosen)

    @method(
        "СоздатьОбходДерева(Узел, [Отбор], [ОбходитьСсылкиНаСущности]): ОбходДереваDOM",
        "CreateTreeWalker(Node, [Filter], [EntityReferenceExpansion])",
    )
    def create_tree_walker(
        self, node: DOMNode, chosen: DOMNodeFilter | None = None, entities: bool = True
    ) -> DOMTreeWalker:
        """Обход узла и всего внутри него в любую сторону."""
        return DOMTreeWalker(node, chosen)
