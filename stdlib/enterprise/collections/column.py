"""What the columns of tables and of trees have in common."""

from __future__ import annotations

from runtime.enterprise.declare import OnecObject, getter, setter
from runtime.names import fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Self

    from stdlib.enterprise.collections.column_collection import ColumnCollection
    from stdlib.enterprise.collections.shapes import Guard
    from stdlib.enterprise.values.type_description import TypeDescription


class Column(OnecObject):
    """A column; its declared heirs only give it a 1C name."""

    __slots__ = ("_name", "_owner", "_title", "_value_type", "_width", "key", "watched")

    def __init__(
        self,
        owner: ColumnCollection,
        name: str,
        title: str,
        value_type: TypeDescription | None = None,
        width: int = 0,
    ) -> None:
        self._owner, self._title = owner, title
        self._value_type, self._width = value_type, width
        self.watched = False
        self.renamed(name)

    @getter("Имя", "Name", "Строка")
    def name(self) -> str:
        """Имя, под которым значение колонки доступно в строке."""
        return self._name

    @setter("Имя")
    def set_name(self, name: str) -> None:
        self._owner.rename(self, name)

    @getter("Заголовок", "Title", "Строка")
    def title(self) -> str:
        """Заголовок при показе; если не задан – имя колонки."""
        return self._title or self._name

    @setter("Заголовок")
    def set_title(self, title: str) -> None:
        self._title = title

    @getter("Ширина", "Width", "Число")
    def width(self) -> int:
        """Ширина в символах при показе; здесь только хранится."""
        return self._width

    @setter("Ширина")
    def set_width(self, width: int) -> None:
        self._width = width

    @getter("ТипЗначения", "ValueType", "ОписаниеТипов")
    def value_type(self) -> TypeDescription:
        """Какие значения хранит колонка; пустое описание, если любые. Чужие значения к нему приводятся."""
        if self._value_type is None:
            from stdlib.enterprise.values.type_description import TypeDescription

            self._value_type = TypeDescription()
        return self._value_type

    def copy_for(self, owner: ColumnCollection) -> Self:
        """The same column for another collection."""
        return self.__class__(owner, self._name, self._title, self._value_type, self._width)

    def renamed(self, name: str) -> None:
        """Take a name that the collection has checked."""
        self._name, self.key = name, fold(name)

    def initial(self) -> object:
        """What a new row holds here."""
        kind = self._value_type
        return kind.adjust_value(None) if kind is not None else None

    def guard(self) -> Guard | None:
        """What stands between a script and the cells of this column."""
        kind = self._value_type if self._value_type is not None and self._value_type.limits() else None
        return (kind, self.watched) if kind is not None or self.watched else None
