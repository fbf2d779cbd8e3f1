"""ИндексКоллекции."""

from __future__ import annotations

from runtime.enterprise.declare import OnecObject, onec_type


@onec_type("ИндексКоллекции", "CollectionIndex", presentation="Индекс коллекции")
class CollectionIndex(OnecObject):
    """Колонки, по которым часто ищут. Поиск здесь быстр и без индексов: они только запоминаются."""

    __slots__ = ("columns",)

    def __init__(self, columns: str) -> None:
        self.columns = columns
