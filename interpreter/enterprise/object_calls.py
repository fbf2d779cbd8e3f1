"""Calls `Объект.Метод(Переменная)` whose object may be made of a script, which gives by-reference parameters back.

Methods of the library never do. So a name that only scripts can have tells such a call; of a name that the library has,
too, it is told by the scripts that the text can see.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from interpreter.enterprise import nodes
from runtime.names import fold
from runtime.typeinfo import TypeInfo
from stdlib.enterprise.library import catalog

if TYPE_CHECKING:
    from interpreter.enterprise.scopes import ModuleScope
    from interpreter.source import Source

_NAMING = (
    "добавитьобработчик", "addhandler", "описаниеоповещения", "callbackdescription",
    "подключитьобработчик", "attachidlehandler",
)  # fmt: skip
THIS = frozenset({"этотобъект", "thisobject"})


def mentions_this(source: Source) -> bool:
    """Does the text name ЭтотОбъект, by which others may get hold of it?"""
    text = fold(source.text)
    return any(each in text for each in THIS)


def names_methods(source: Source) -> bool:
    """May the text give its methods by name to what will call them, with whatever arguments?"""
    text = fold(source.text)
    return any(each in text for each in _NAMING)


@cache
def library_methods() -> frozenset[str]:
    """Folded names of the methods that types of the library have."""
    return frozenset(
        key
        for entry in catalog().types.values()
        if isinstance(info := entry.declaration, TypeInfo)
        for kind, key in info.members
        if kind == "method"
    )


def may_hand_back(call: nodes.Call, scope: ModuleScope) -> bool:
    """May the call change the variables among its arguments?"""
    if isinstance(call.callee, nodes.Name) or not any(isinstance(each, nodes.Name) for each in call.arguments):
        return False
    return is_of_scripts(call.callee) or is_perhaps_of_scripts(call.callee, scope)


def is_of_scripts(callee: nodes.Member) -> bool:
    """Can only a script have a method of this name?"""
    return fold(callee.name.name) not in library_methods()


def is_perhaps_of_scripts(callee: nodes.Member, scope: ModuleScope) -> bool:
    """Has a script that the text can see a method of this name that gives parameters back?"""
    owner = callee.owner
    if isinstance(owner, nodes.Name) and (fold(owner.name) in scope.modules or fold(owner.name) in THIS):
        return True
    return fold(callee.name.name) in scope.by_reference
