"""Закрываемое."""

from __future__ import annotations

from runtime.element.declare import method, onec_type
from runtime.element.objects import ElementObject


@onec_type("Закрываемое", "Closeable")
class Closeable(ElementObject):
    """Базовый тип ресурсов, которые нужно закрывать; для них предназначен оператор исп."""

    __slots__ = ()

    def release(self) -> None:
        """Free the resource; called again it does nothing."""
        raise NotImplementedError

    @method("Закрыть()", "Close()")
    def close(self) -> None:
        """Освобождает ресурс. Повторный вызов ничего не делает."""
        self.release()
