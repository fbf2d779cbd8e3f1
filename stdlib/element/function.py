"""Функция: the type of lambdas and method references, for messages only."""

from __future__ import annotations

from types import FunctionType

from runtime.element.declare import onec_type
from runtime.element.objects import ElementObject


@onec_type("Функция", "Function", represents=FunctionType)
class Function(ElementObject):
    """Функция, переданная как значение. Уточнение реализации: тип виден только в сообщениях."""

    __slots__ = ()
