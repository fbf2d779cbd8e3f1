"""ОбработкаОшибок."""

from __future__ import annotations

from runtime.enterprise.declare import OnecObject, global_property, method, onec_type
from stdlib.enterprise.errors.category import category_of
from stdlib.enterprise.errors.error_info import ErrorInfo

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stdlib.enterprise.errors.error_category import ErrorCategory


@onec_type("МенеджерОбработкиОшибок", "ErrorProcessingManager", presentation="Менеджер обработки ошибок")
class ErrorProcessingManager(OnecObject):
    """Представления и категории ошибок."""

    __slots__ = ()

    @method("КраткоеПредставлениеОшибки(ИнформацияОбОшибке): Строка", "BriefErrorDescription(ErrorInfo)")
    def brief_error_description(self, info: ErrorInfo) -> str:
        """Текст ошибки и её причин."""
        return info.brief()

    @method("ПодробноеПредставлениеОшибки(ИнформацияОбОшибке): Строка", "DetailErrorDescription(ErrorInfo)")
    def detail_error_description(self, info: ErrorInfo) -> str:
        """Текст ошибки и её причин с местом в модуле и исходной строкой."""
        return info.detailed()

    @method("СообщениеОбОшибкеДляПользователя(ИнформацияОбОшибке): Строка", "ErrorMessageForUser(ErrorInfo)")
    def error_message_for_user(self, info: ErrorInfo) -> str:
        """Сообщение, которое можно показать пользователю."""
        return info.brief()

    @method("ПредставлениеОшибкиДляПользователя(ИнформацияОбОшибке): Строка", "ErrorDescriptionForUser(ErrorInfo)")
    def error_description_for_user(self, info: ErrorInfo) -> str:
        """Представление ошибки, которое можно показать пользователю."""
        return info.brief()

    @method("КатегорияОшибкиДляПользователя(ИнформацияОбОшибке): КатегорияОшибки", "ErrorCategoryForUser(ErrorInfo)")
    def error_category_for_user(self, info: ErrorInfo) -> ErrorCategory:
        """Категория, к которой относится ошибка."""
        return category_of(info.error)


@global_property("ОбработкаОшибок", "ErrorProcessing", "МенеджерОбработкиОшибок")
def error_processing() -> ErrorProcessingManager:
    """Представления и категории ошибок."""
    return _MANAGER


_MANAGER = ErrorProcessingManager()
