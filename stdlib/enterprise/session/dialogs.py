"""Dialogs at the console: the platform's windows become lines of output and input."""

from __future__ import annotations

from runtime.enterprise.declare import function
from runtime.errors import OnecError
from runtime.host import current
from stdlib.enterprise.session.dialog_return_code import DialogReturnCode

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from stdlib.enterprise.collections.value_list import ValueList
    from stdlib.enterprise.session.question_dialog_mode import QuestionDialogMode

_ANSWERS = {
    "YesNo": "yes no", "YesNoCancel": "yes no cancel", "OK": "ok", "OKCancel": "ok cancel",
    "RetryCancel": "retry cancel", "AbortRetryIgnore": "abort retry ignore",
}  # fmt: skip


@function(
    "Предупреждение(ТекстПредупреждения, [Таймаут], [Заголовок])", "DoMessageBox(MessageText, [Timeout], [Title])"
)
def do_message_box(text: str, timeout: int = 0, title: str = "") -> None:
    """Показывает текст и ждёт, пока нажмут Enter."""
    current().write("".join(f"{line}\n" for line in (title, text) if line))
    current().read_line()


@function(
    "Вопрос(ТекстВопроса, Кнопки, [Таймаут], [КнопкаПоУмолчанию], [Заголовок], [КнопкаТаймаута])",
    "DoQueryBox(QueryText, Buttons, [Timeout], [DefaultButton], [Title], [TimeoutButton])",
)
def do_query_box(
    text: str,
    buttons: QuestionDialogMode | ValueList,
    timeout: int = 0,
    default: Any = None,
    title: str = "",
    timeout_button: Any = None,
) -> Any:
    """Задаёт вопрос и ждёт ответа: слова или его начала. Пустая строка выбирает кнопку по умолчанию."""
    answers = _answers(buttons)
    prompt = f"{title}\n" * bool(title) + f"{text} ({'/'.join(answers)}): "
    while (typed := current().read_line(prompt)) is not None:
        word = typed.strip().casefold()
        if not word and default is not None:
            return default
        fitting = [answer for answer in answers if word and answer.casefold().startswith(word)]
        exact = [answer for answer in fitting if answer.casefold() == word]
        if exact or len(fitting) == 1:
            return answers[(exact or fitting)[0]]
    if default is None:
        raise OnecError("На вопрос некому ответить: ввод окончен")
    return default


def _answers(buttons: QuestionDialogMode | ValueList) -> dict[str, Any]:
    """What is returned, by the text of the button."""
    from runtime.enterprise.presentation import text_of
    from stdlib.enterprise.collections.value_list import ValueList

    if isinstance(buttons, ValueList):
        # An item shows its presentation, else its value.
        return {text_of(each): each.value() for each in buttons}
    codes = [getattr(DialogReturnCode, name) for name in _ANSWERS[buttons.en].split()]
    return {code.ru: code for code in codes}
