"""ЭлементDOM."""

from __future__ import annotations

from runtime.enterprise.declare import getter, method, onec_type, setter
from runtime.errors import BadArgument, OnecError
from stdlib.enterprise.collections.map import Map
from stdlib.enterprise.xml.characters import check_name, check_text, split_name
from stdlib.enterprise.xml.dom.dom_attribute import DOMAttribute
from stdlib.enterprise.xml.dom.dom_container import DOMContainer
from stdlib.enterprise.xml.dom.dom_element_list import DOMElementList
from stdlib.enterprise.xml.dom.dom_node_type import DOMNodeType
from stdlib.enterprise.xml.dom.names import checked_name
from stdlib.enterprise.xml.xml_namespace_context import XMLNS_URI

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stdlib.enterprise.xml.dom.dom_document import DOMDocument

_NAMES = "URIПространстваИмен, ЛокальноеИмя"
_ENGLISH = "NamespaceURI, LocalName"


@onec_type("ЭлементDOM", "DOMElement", presentation="Элемент DOM")
class DOMElement(DOMContainer):
    """Элемент документа: имя, атрибуты, содержимое."""

    __slots__ = ("attributes", "local", "qname", "short", "uri")

    kind = DOMNodeType.element

    def __init__(self, home: DOMDocument, qname: str, short: str, local: str, uri: str | None) -> None:
        # Not by way of the bases: documents have many elements, and three calls cost more than the rest.
        self.home = home
        self.parent = self.preceding = self.following = self.user_data = None
        self.first = self.last = self.known_children = None
        self.count = 0
        self.qname, self.short, self.local, self.uri = qname, short, local, uri
        self.attributes: dict[str, DOMAttribute] = {}

    def rename(self, qname: str, short: str, local: str, uri: str | None) -> None:
        """Change the name."""
        self.qname, self.short, self.local, self.uri = qname, short, local, uri or ""
        self.home.version += 1

    def accept(self, attribute: DOMAttribute) -> DOMAttribute | None:
        """Take an attribute that nobody owns; what it replaces."""
        old = self.attributes.get(attribute.qname)
        if attribute.uri is not None and (old is None or old.uri != attribute.uri):
            # The same name under another prefix.
            old = self.get_attribute_node(attribute.uri, attribute.local)
        if old is not None:
            self.release(old)
        self.attributes[attribute.qname] = attribute
        attribute.owner = self
        if attribute.identifies:
            self.home.identified(attribute)
        return old

    def release(self, attribute: DOMAttribute) -> None:
        """Let an attribute of this element go."""
        del self.attributes[attribute.qname]
        attribute.owner = None

    @setter("Префикс")
    def set_prefix(self, prefix: str) -> None:
        qname = check_name(f"{prefix}:{self.local}") if prefix else self.local
        self.rename(*_renamed(qname, self.uri))

    @getter("ИмяЭлемента", "TagName", "Строка")
    def tag_name(self) -> str:
        """Имя с префиксом."""
        return self.qname

    @method(f"ЕстьАтрибут({_NAMES}): Булево", f"HasAttribute({_ENGLISH})")
    @method("ЕстьАтрибут(Имя, [ЛокальноеИмя]): Булево", "HasAttribute(Name, [LocalName])")
    def has_attribute(self, name: str, local: str | None = None) -> bool:
        """Есть ли атрибут с этим именем или с этими пространством имён и локальным именем."""
        return self.get_attribute_node(name, local) is not None

    @method(f"ПолучитьАтрибут({_NAMES}): Строка, Неопределено", f"GetAttribute({_ENGLISH})")
    @method("ПолучитьАтрибут(Имя, [ЛокальноеИмя]): Строка, Неопределено", "GetAttribute(Name, [LocalName])")
    def get_attribute(self, name: str, local: str | None = None) -> str | None:
        """Значение атрибута; Неопределено, если его нет."""
        found = self.get_attribute_node(name, local)
        return found.content if found is not None else None

    @method(f"ПолучитьУзелАтрибута({_NAMES}): АтрибутDOM, Неопределено", f"GetAttributeNode({_ENGLISH})")
    @method(
        "ПолучитьУзелАтрибута(Имя, [ЛокальноеИмя]): АтрибутDOM, Неопределено", "GetAttributeNode(Name, [LocalName])"
    )
    def get_attribute_node(self, name: str, local: str | None = None) -> DOMAttribute | None:
        """Атрибут; Неопределено, если его нет."""
        if local is None:
            return self.attributes.get(name)
        uri = name or None
        return next((each for each in self.attributes.values() if each.local == local and each.uri == uri), None)

    @method("УстановитьАтрибут(URIПространстваИмен, ПолноеИмя, Значение)", "SetAttribute(NamespaceURI, Name, Value)")
    @method("УстановитьАтрибут(Имя, Значение, [ЗначениеСПространством])", "SetAttribute(Name, Value, [QualifiedValue])")
    def set_attribute(self, name: str, value: str, qualified: str | None = None) -> None:
        """Задаёт значение атрибута, добавляя его, если надо."""
        if qualified is None:
            self._set(None, name, value)
        else:
            self._set(name, value, qualified)

    def _set(self, uri: str | None, name: str, value: str) -> None:
        known = self.get_attribute_node(name) if uri is None else self.get_attribute_node(uri, split_name(name)[1])
        if known is not None:
            known.assign(value)
            return
        made = self.home.create_attribute(name if uri is None else uri, None if uri is None else name)
        made.content = check_text(value)
        self.accept(made)

    @method("УстановитьУзелАтрибута(НовыйАтрибут): АтрибутDOM, Неопределено", "SetAttributeNode(NewAttribute)")
    def set_attribute_node(self, attribute: DOMAttribute) -> DOMAttribute | None:
        """Добавляет атрибут; возвращает тот, который он заменил."""
        if attribute.home is not self.home:
            raise OnecError("Узел принадлежит другому документу", hint="Перенесите его: Документ.ИмпортироватьУзел")
        if attribute.owner is self:
            return None
        if attribute.owner is not None:
            raise OnecError("Атрибут принадлежит другому элементу", hint="Возьмите копию: Атрибут.КлонироватьУзел")
        return self.accept(attribute)

    @method(f"УдалитьАтрибут({_NAMES})", f"RemoveAttribute({_ENGLISH})")
    @method("УдалитьАтрибут(Имя, [ЛокальноеИмя])", "RemoveAttribute(Name, [LocalName])")
    def remove_attribute(self, name: str, local: str | None = None) -> None:
        """Удаляет атрибут, если он есть."""
        known = self.get_attribute_node(name, local)
        if known is not None:
            self.release(known)

    @method("УдалитьУзелАтрибута(Атрибут): АтрибутDOM", "RemoveAttributeNode(Attribute)")
    def remove_attribute_node(self, attribute: DOMAttribute) -> DOMAttribute:
        """Удаляет этот атрибут и возвращает его."""
        if attribute.owner is not self:
            raise OnecError("Атрибут не принадлежит элементу")
        self.release(attribute)
        return attribute

    @method(f"УстановитьАтрибутИдентификатор({_NAMES}, ЭтоИД)", f"SetIdAttribute({_ENGLISH}, IsId)")
    @method(
        "УстановитьАтрибутИдентификатор(Имя, ЭтоИД, [ЭтоИДАтрибута])", "SetIdAttribute(Name, IsId, [IsIdAttribute])"
    )
    def set_id_attribute(self, name: str, is_id: object, qualified: bool | None = None) -> None:
        """Отмечает, что значение атрибута – идентификатор элемента."""
        local = is_id if isinstance(is_id, str) and qualified is not None else None
        known = self.get_attribute_node(name, local)
        if known is None:
            raise OnecError(f"Атрибут не найден ({local or name})")
        self.set_id_attribute_node(known, bool(is_id) if qualified is None else qualified)

    @method("УстановитьУзелАтрибутаИдентификатора(Атрибут, ЭтоИД)", "SetIdAttributeNode(Attribute, IsId)")
    def set_id_attribute_node(self, attribute: DOMAttribute, is_id: bool) -> None:
        """Отмечает, что значение этого атрибута – идентификатор элемента."""
        if attribute.owner is not self:
            raise OnecError("Атрибут не принадлежит элементу")
        attribute.identifies = is_id
        if is_id:
            self.home.identified(attribute)

    @method(f"ПолучитьЭлементыПоИмени({_NAMES}): СписокЭлементовDOM", f"GetElementByTagName({_ENGLISH})")
    @method(f"ПолучитьЭлементыПоИмени({_NAMES}): СписокЭлементовDOM", f"GetElementsByTagName({_ENGLISH})")
    @method(
        "ПолучитьЭлементыПоИмени([Имя], [ЛокальноеИмя]): СписокЭлементовDOM", "GetElementByTagName([Name], [LocalName])"
    )
    def get_elements_by_tag_name(self, name: str = "*", local: str | None = None) -> DOMElementList:
        """Элементы внутри этого, на любой глубине, с этим именем; «*» – с любым."""
        return DOMElementList(self, name) if local is None else DOMElementList(self, uri=name, local=local)

    @method("ПолучитьСоответствияПространствИмен(): Соответствие", "NamespaceMappings()")
    def namespace_mappings(self) -> Map:
        """Пространства имён, которые элемент объявляет: по префиксам."""
        made = Map()
        for attribute in self.attributes.values():
            if attribute.uri == XMLNS_URI:
                made["" if attribute.qname == "xmlns" else attribute.local] = attribute.content
        return made

    @method(
        "УстановитьСоответствиеПространстваИмен(URIПространстваИмен): АтрибутDOM", "SetNamespaceMapping(NamespaceURI)"
    )
    @method(
        "УстановитьСоответствиеПространстваИмен(Префикс, [URIПространстваИмен], [Согласовать]): АтрибутDOM",
        "SetNamespaceMapping(Prefix, [NamespaceURI], [Reconcile])",
    )
    def set_namespace_mapping(self, prefix: str, uri: object = None, reconcile: bool = False) -> DOMAttribute | None:
        """Объявляет пространство имён с префиксом; с одним URI – пространство имён по умолчанию."""
        if not isinstance(uri, str):
            prefix, uri = "", prefix
        if prefix in ("xml", "xmlns") or uri == XMLNS_URI:
            raise BadArgument(1)
        qname = f"xmlns:{prefix}" if prefix else "xmlns"
        self._set(XMLNS_URI, check_name(qname), uri)
        return self.attributes.get(qname)

    @method("ОтменитьСоответствиеПространстваИмен(URIПространстваИмен)", "UnsetNamespaceMapping(NamespaceURI)")
    def unset_namespace_mapping(self, uri: str) -> None:
        """Удаляет объявления этого пространства имён."""
        for attribute in list(self.attributes.values()):
            if attribute.uri == XMLNS_URI and attribute.content == uri:
                self.release(attribute)


def _renamed(qname: str, uri: str | None) -> tuple[str, str, str, str | None]:
    return (qname, *checked_name(uri, qname))
