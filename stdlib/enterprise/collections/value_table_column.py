"""КолонкаТаблицыЗначений."""

from __future__ import annotations

from runtime.enterprise.declare import OnecObject, field, getter, onec_type, setter

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stdlib.enterprise.collections.value_table_column_collection import ValueTableColumnCollection
    from stdlib.enterprise.values.type_description import TypeDescription


@onec_type("КолонкаТаблицыЗначений", "ValueTableColumn", presentation="Колонка таблицы значений")
class ValueTableColumn(OnecObject):
    """Колонка таблицы значений."""

    __slots__ = ("_name", "_owner", "_title", "_value_type", "_width")

    width = field("Ширина", "Width", "int", 0, "Ширина в символах при показе; здесь только хранится.", type_="Число")
    value_type = field("ТипЗначения", "ValueType", doc="Какие значения хранит колонка.", writable=False)

    def __init__(
        self,
        owner: ValueTableColumnCollection,
        name: str,
        title: str,
        value_type: TypeDescription | None = None,
        width: int = 0,
    ) -> None:
        self._owner, self._name, self._title = owner, name, title
        self._value_type, self._width = value_type, width

    @getter("Имя", "Name", "Строка")
    def name(self) -> str:
        """Имя, под которым значение колонки доступно в строке таблицы."""
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

    def copy_for(self, owner: ValueTableColumnCollection) -> ValueTableColumn:
        """The same column for another table."""
        return ValueTableColumn(owner, self._name, self._title, self._value_type, self._width)

    def renamed(self, name: str) -> None:
        """Take a name that the collection has checked."""
        self._name = name

    def initial(self) -> object:
        """What a new row holds here."""
        kind = self._value_type
        return kind.adjust_value(None) if kind is not None else None
