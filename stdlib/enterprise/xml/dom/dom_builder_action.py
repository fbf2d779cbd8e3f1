"""Перечисление ДействиеПостроителяDOM."""

from __future__ import annotations

from runtime.enterprise.declare import EnumValue, enumeration, item


@enumeration("ДействиеПостроителяDOM", "DOMBuilderAction")
class DOMBuilderAction(EnumValue):
    """Куда ПостроительDOM помещает прочитанное относительно узла контекста."""

    __slots__ = ()
    append_as_children = item("ДобавитьКакДочерние", "AppendAsChildren")
    replace_children = item("ЗаменитьДочерние", "ReplaceChildren")
    insert_before = item("ВставитьПеред", "InsertBefore")
    insert_after = item("ВставитьПосле", "InsertAfter")
    replace = item("Заменить", "Replace")
