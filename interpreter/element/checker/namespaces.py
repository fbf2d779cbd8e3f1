"""Name spaces: `Стд::Коллекции::Массив`, `импорт Стд::Коллекции`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from interpreter.element.checker.required_files import advice_to_require
from runtime.spelling import hint

if TYPE_CHECKING:
    from collections.abc import Sequence

    from interpreter.element import nodes
    from interpreter.element.checker.context import Context

_ROOTS = ("Стд", "Std")


def check_imports(context: Context, imports: Sequence[nodes.Import]) -> None:
    """The names of the library are there without an import; there is nothing else to import in a script."""
    seen: set[str] = set()
    for one in imports:
        name = "::".join(part.text for part in one.path)
        if name in seen:
            context.reports.warning(one.span, f"Пространство имён «{name}» уже импортировано")
        elif knows_namespace(context, one.path, whole=True):
            context.reports.warning(one.span, "Импорт не нужен: имена библиотеки доступны и без него")
        seen.add(name)


def is_of_required_file(context: Context, path: Sequence[nodes.Name]) -> bool:
    """`Файл::Имя`, `Файл.Тип`: what other files declare is not looked into before the run."""
    return len(path) > 1 and path[0].text in context.program.known.modules


def knows_namespace(context: Context, path: Sequence[nodes.Name], *, whole: bool = False) -> bool:
    """Whether the name space of a name, or this one, exists; told of when not.

    Of name spaces below Стд only the root is judged: not all of their Russian names are known.
    """
    if (len(path) == 1 and not whole) or path[0].text in _ROOTS:
        return True
    advice = advice_to_require(context, path[0].text) or hint(path[0].text, [*_ROOTS, *context.program.known.modules])
    context.reports.error(path[0].span, f"Пространство имён «{path[0].text}» не найдено", advice)
    return False


def refuse_qualified(context: Context, path: Sequence[nodes.Name]) -> None:
    space = "::".join(part.text for part in path[:-1])
    catalog = context.library.catalog
    name = path[-1]
    advice = next(
        (told for kind in ("type", "function", "property") if (told := catalog.hint_for(kind, name.text))), ""
    )
    context.reports.error(name.span, f"В пространстве имён «{space}» нет имени «{name.text}»", advice)
