"""What all nodes of a tree share. The nodes are the objects of the script themselves: the same node is the same value.

A tree of our own serves instead of minidom or lxml: neither keeps one object a node with all that DOM asks (lxml has
no CDATA sections and no attribute nodes), and wrappers would have to be found again at every step. Children form a
chain, so that every step and change costs the same in a node with a hundred thousand of them; nothing recurses.
"""

from __future__ import annotations

from runtime.enterprise.declare import OnecObject, dialect, getter, method, setter
from runtime.errors import OnecError
from stdlib.enterprise.xml.dom.dom_attribute_collection import DOMAttributeCollection
from stdlib.enterprise.xml.dom.dom_document_position import DOMDocumentPosition
from stdlib.enterprise.xml.dom.dom_node_list import DOMNodeList
from stdlib.enterprise.xml.dom.dom_node_type import DOMNodeType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from stdlib.enterprise.xml.dom.dom_attribute import DOMAttribute
    from stdlib.enterprise.xml.dom.dom_document import DOMDocument


class DOMNode(OnecObject):
    """Lends its members to every type of node. Names without an underscore are the structure, for this package."""

    __slots__ = ("following", "home", "parent", "preceding", "user_data")

    kind: DOMNodeType
    qname: str = ""
    local: str = ""
    short: str = ""
    """The prefix."""
    uri: str | None = None
    """The namespace; empty for names in none, None for names that were given without regard to namespaces."""
    first: DOMNode | None = None
    last: DOMNode | None = None
    count: int = 0
    attributes: dict[str, DOMAttribute] | None = None

    def __init__(self, home: DOMDocument) -> None:
        """`home` is the document that owns the node."""
        self.home = home
        self.parent: DOMNode | None = None
        self.preceding: DOMNode | None = None
        self.following: DOMNode | None = None
        self.user_data: dict[str, Any] | None = None

    def children(self) -> Iterator[DOMNode]:
        """The children; the walk allows for the removal of the current one."""
        child = self.first
        while child is not None:
            following = child.following
            yield child
            child = following

    def walk(self) -> Iterator[DOMNode]:
        """The node and everything below it, in document order."""
        node: DOMNode | None = self
        while node is not None:
            yield node
            node = node.next_in(self)

    def next_in(self, top: DOMNode) -> DOMNode | None:
        """The next node in document order below `top`."""
        if self.first is not None:
            return self.first
        node: DOMNode | None = self
        while node is not None and node is not top:
            if node.following is not None:
                return node.following
            node = node.parent
        return None

    def text(self) -> str:
        """The text inside, without comments and instructions."""
        value = self.value()
        if value is not None:
            return value
        kinds = (DOMNodeType.text, DOMNodeType.cdata_section)
        return "".join(node.value() or "" for node in self.walk() if node.kind in kinds)

    def value(self) -> str | None:
        """The value of a node of a kind that has one."""
        return None

    def assign(self, value: str) -> None:
        """Change the value; nothing happens to nodes without one."""

    def add(self, node: DOMNode, before: DOMNode | None) -> None:
        """Put a node among the children, checked."""
        raise OnecError("У узла этого вида не бывает дочерних узлов")

    def take_out(self, node: DOMNode) -> None:
        """Remove a child, checked."""
        raise _no_child()

    @getter("ИмяУзла", "NodeName", "Строка")
    def node_name(self) -> str:
        """Имя узла: имя элемента или атрибута с префиксом, у других видов постоянное, например #text."""
        return self.qname

    @getter("ЗначениеУзла", "NodeValue", "Строка, Неопределено")
    def node_value(self) -> str | None:
        """Значение узла; у элементов и документа Неопределено."""
        return self.value()

    @setter("ЗначениеУзла")
    def set_node_value(self, value: str) -> None:
        self.assign(value)

    @getter("ТипУзла", "NodeType", "ТипУзлаDOM")
    def node_type(self) -> DOMNodeType:
        """Вид узла."""
        return self.kind

    @getter("ЛокальноеИмя", "LocalName", "Строка")
    def local_name(self) -> str:
        """Имя без префикса."""
        return self.local

    @getter("Префикс", "Prefix", "Строка")
    def prefix(self) -> str:
        """Префикс имени; пустая строка, если его нет."""
        return self.short

    @setter("Префикс")
    def set_prefix(self, prefix: str) -> None:
        raise OnecError("У узла этого вида не бывает префикса")

    @getter("URIПространстваИмен", "NamespaceURI", "Строка, Неопределено")
    def namespace_uri(self) -> str | None:
        """Пространство имён узла; Неопределено, если его нет."""
        return self.uri or None

    @getter("БазовыйURI", "BaseURI", "Строка")
    def base_uri(self) -> str:
        """URI документа."""
        return str(self.home.document_uri)

    @getter("ДокументВладелец", "OwnerDocument", "ДокументDOM, Неопределено")
    def owner_document(self) -> DOMNode | None:
        """Документ, которому принадлежит узел; у самого документа Неопределено."""
        return self.home if self.home is not self else None

    @getter("РодительскийУзел", "ParentNode", "УзелDOM, Неопределено")
    def parent_node(self) -> DOMNode | None:
        """Узел, в котором находится этот."""
        return self.parent

    @getter("ПервыйДочерний", "FirstChild", "УзелDOM, Неопределено")
    def first_child(self) -> DOMNode | None:
        """Первый дочерний узел."""
        return self.first

    @getter("ПоследнийДочерний", "LastChild", "УзелDOM, Неопределено")
    def last_child(self) -> DOMNode | None:
        """Последний дочерний узел."""
        return self.last

    @getter("СледующийСоседний", "NextSibling", "УзелDOM, Неопределено")
    def next_sibling(self) -> DOMNode | None:
        """Следующий узел того же родителя."""
        return self.following

    @getter("ПредыдущийСоседний", "PreviousSibling", "УзелDOM, Неопределено")
    def previous_sibling(self) -> DOMNode | None:
        """Предыдущий узел того же родителя."""
        return self.preceding

    @getter("ДочерниеУзлы", "ChildNodes", "СписокУзловDOM")
    def child_nodes(self) -> DOMNodeList:
        """Дочерние узлы; список следует за изменениями."""
        return DOMNodeList(self)

    @getter("Атрибуты", "Attributes", "КоллекцияАтрибутовDOM, Неопределено")
    def attribute_collection(self) -> DOMAttributeCollection | None:
        """Атрибуты элемента; у других узлов Неопределено."""
        return None if self.attributes is None else DOMAttributeCollection(self)

    @getter("ТекстовоеСодержимое", "TextContent", "Строка")
    def text_content(self) -> str:
        """Весь текст внутри узла. Присваивание заменяет содержимое этим текстом."""
        return self.text()

    @setter("ТекстовоеСодержимое")
    def set_text_content(self, text: str) -> None:
        self.assign(text)

    @method("ВставитьПеред(НовыйУзел, Узел): УзелDOM", "InsertBefore(NewNode, Node)")
    def insert_before(self, node: DOMNode, before: DOMNode | None) -> DOMNode:
        """Вставляет дочерний узел перед другим; перед Неопределено – в конец. Фрагмент отдаёт свои узлы."""
        if before is not None and before.parent is not self:
            raise _no_child()
        self.add(node, before)
        return node

    @method("ДобавитьДочерний(НовыйУзел): УзелDOM", "AppendChild(NewNode)")
    def append_child(self, node: DOMNode) -> DOMNode:
        """Добавляет дочерний узел в конец; из прежнего места узел переносится."""
        self.add(node, None)
        return node

    @method("ЗаменитьДочерний(НовыйУзел, СтарыйУзел): УзелDOM", "ReplaceChild(NewNode, OldNode)")
    def replace_child(self, node: DOMNode, old: DOMNode) -> DOMNode:
        """Ставит новый узел на место старого, который и возвращает."""
        if old.parent is not self:
            raise _no_child()
        if node is not old:
            place = old.following if old.following is not node else node.following
            self.take_out(old)
            try:
                self.add(node, place)
            except OnecError:
                self.add(old, place)
                raise
        return old

    @method("УдалитьДочерний(Узел): УзелDOM", "RemoveChild(Node)")
    def remove_child(self, node: DOMNode) -> DOMNode:
        """Удаляет дочерний узел и возвращает его."""
        if node.parent is not self:
            raise _no_child()
        self.take_out(node)
        return node

    @method("ЕстьДочерниеУзлы(): Булево", "HasChildNodes()")
    def has_child_nodes(self) -> bool:
        """Есть ли дочерние узлы."""
        return self.first is not None

    @method("ЕстьАтрибуты(): Булево", "HasAttributes()")
    def has_attributes(self) -> bool:
        """Есть ли атрибуты."""
        return bool(self.attributes)

    @method("КлонироватьУзел(ГлубокоеКопирование): УзелDOM", "CloneNode(Deep)")
    def clone_node(self, deep: bool) -> DOMNode:
        """Копия узла вне дерева, с содержимым или без него; атрибуты копируются всегда."""
        from stdlib.enterprise.xml.dom.copies import copy

        return copy(self, None, deep=deep)

    @method("Нормализовать()", "Normalize()")
    def normalize(self) -> None:
        """Соединяет соседние тексты внутри узла и удаляет пустые."""
        from stdlib.enterprise.xml.dom.normalizing import join_texts

        join_texts(self)

    @method("НайтиURIПространстваИмен(Префикс): Строка, Неопределено", "LookupNamespaceURI(Prefix)")
    def lookup_namespace_uri(self, prefix: str) -> str | None:
        """Пространство имён, которое префикс обозначает на этом узле; пустой префикс – по умолчанию."""
        from stdlib.enterprise.xml.dom.scope import uri_of

        return uri_of(self, prefix)

    @method("НайтиПрефикс(URIПространстваИмен): Строка, Неопределено", "LookupPrefix(NamespaceURI)")
    def lookup_prefix(self, uri: str) -> str | None:
        """Префикс, который на этом узле обозначает пространство имён."""
        from stdlib.enterprise.xml.dom.scope import prefix_of

        return prefix_of(self, uri)

    @method("ПространствоИменПоУмолчанию(URIПространстваИмен): Булево", "IsDefaultNamespace(NamespaceURI)")
    def is_default_namespace(self, uri: str) -> bool:
        """Действует ли на этом узле такое пространство имён без префикса."""
        return (self.lookup_namespace_uri("") or "") == uri

    @method("ПолучитьПользовательскиеДанные(Ключ): Произвольный", "GetUserData(Key)")
    def get_user_data(self, key: str) -> Any:
        """Значение, которое сценарий связал с узлом."""
        return self.user_data.get(key) if self.user_data else None

    @method("УстановитьПользовательскиеДанные(Ключ, Данные)", "SetUserData(Key, Data)")
    def set_user_data(self, key: str, data: Any) -> None:
        """Связывает с узлом значение; в документ оно не записывается. Неопределено удаляет его."""
        if data is None:
            if self.user_data:
                self.user_data.pop(key, None)
            return
        if self.user_data is None:
            self.user_data = {}
        self.user_data[key] = data

    @method("СравнитьПозициюВДокументе(Узел): ПозицияВДокументеDOM", "CompareDocumentPosition(Node)")
    def compare_document_position(self, other: DOMNode) -> DOMDocumentPosition:
        """Где другой узел стоит относительно этого."""
        from stdlib.enterprise.xml.dom.comparison import position

        return position(self, other)

    @method("УзелИдентичен(Узел): Булево", "IsSameNode(Node)")
    def is_same_node(self, other: DOMNode) -> bool:
        """Тот же ли это узел."""
        return self is other

    @method("УзелРавен(Узел): Булево", "IsEqualNode(Node)")
    def is_equal_node(self, other: DOMNode) -> bool:
        """Одинаковы ли узлы: имена, значения, атрибуты и всё содержимое."""
        from stdlib.enterprise.xml.dom.comparison import equal

        return equal(self, other)


def _no_child() -> OnecError:
    return OnecError("Узел не является дочерним")


# No 1C type of its own, yet parameters are annotated by it.
dialect.classes["DOMNode"] = DOMNode
