"""Templates and texts in several languages."""

from __future__ import annotations

from runtime.enterprise.declare import function
from runtime.enterprise.presentation import text_of
from runtime.errors import OnecError
from runtime.host import current

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_FORMS: dict[str, tuple[str, tuple[int, ...]]] = {}
_FORMS_LIMIT = 500
_MOST = 10


@function("СтрШаблон(Шаблон, Значения...): Строка", "StrTemplate(Template, Values...)")
def str_template(template: str, *values: Any) -> str:
    """Шаблон, в котором вместо %1…%10 (или %(1)) стоят значения; %% – знак процента."""
    form, order = _FORMS.get(template) or form_of(template)
    count = len(values)
    needed = max(order, default=-1) + 1
    if count > needed:
        raise OnecError("Очень много параметров", hint=f"В шаблоне нет %{count}")
    if count < needed:
        raise OnecError("Недостаточно фактических параметров", hint=f"Для %{needed} нет значения")
    texts = [value if value.__class__ is str else text_of(value) for value in values]
    return form % tuple([texts[index] for index in order])


def form_of(template: str) -> tuple[str, tuple[int, ...]]:
    """The template as Python's `%` takes it, and which values (from 0) it takes."""
    text, *rest = template.split("%")
    pieces = [text]
    order = []
    index = 0
    while index < len(rest):
        after = rest[index]
        index += 1
        number, tail = _number(after)
        if number:
            pieces += ["%s", tail]
            order.append(number - 1)
        elif not after and index < len(rest):
            pieces += ["%%", rest[index]]
            index += 1
        else:
            pieces += ["%%", after]
    if len(_FORMS) >= _FORMS_LIMIT:
        _FORMS.clear()
    made = _FORMS[template] = "".join(pieces), tuple(order)
    return made


def _number(after: str) -> tuple[int, str]:
    """The number that follows a percent sign (0 when none does) and what stands behind it."""
    if after.startswith("("):
        inside, bracket, tail = after[1:].partition(")")
        return (int(inside), tail) if bracket and inside in _NUMBERS else (0, after)
    for width in (2, 1):
        if after[:width] in _NUMBERS:
            return int(after[:width]), after[width:]
    return 0, after


_NUMBERS = frozenset(str(number) for number in range(1, _MOST + 1))


@function("НСтр(ИсходнаяСтрока, [КодЯзыка]): Строка", "NStr(SourceString, [LanguageCode])")
def nstr(source: str, language: str = "") -> str:
    """Текст на языке из строки вида "ru='Да'; en='Yes'"; если языка нет – первый из имеющихся."""
    texts = _texts(source)
    if not language:
        language = current().locale.partition("_")[0]
    return texts.get(language.strip().lower(), next(iter(texts.values()), "")) if texts else source


def _texts(source: str) -> dict[str, str]:
    texts: dict[str, str] = {}
    position = 0
    while (equals := source.find("=", position)) >= 0:
        code = source[position:equals].strip(" \t\r\n;").lower()
        if not code.isalnum():
            break
        text, position = _quoted(source, equals + 1)
        texts.setdefault(code, text)
    return texts


def _quoted(source: str, start: int) -> tuple[str, int]:
    """The text that begins here, quotes taken off, and where it ends."""
    body = source[start:].lstrip()
    start = len(source) - len(body)
    quote = body[:1]
    if quote not in ("'", '"'):
        end = source.find(";", start)
        end = len(source) if end < 0 else end
        return source[start:end].rstrip(), end
    made = ""
    position = start + 1
    while True:
        end = source.find(quote, position)
        if end < 0:
            return made + source[position:], len(source)
        made += source[position:end]
        if source[end + 1 : end + 2] != quote:
            return made, end + 1
        made += quote
        position = end + 2
