"""What is wrong with a pattern, in Russian."""

from __future__ import annotations

from stdlib.element.patterns.dialect import WrongPattern


def reason_of(error: Exception) -> str:
    """Of what reading a pattern raised, as the end of a sentence. Positions are not told: they are Python's."""
    text = str(error)
    if isinstance(error, WrongPattern):
        return text
    return next((told for part, told in _REASONS if part in text), "такой записи нет")


# By parts of what CPython says.
_REASONS = (
    ("unterminated character set", "квадратная скобка не закрыта"),
    ("unterminated subpattern", "круглая скобка не закрыта"),
    ("unterminated comment", "комментарий не закрыт"),
    ("unterminated name", "имя группы не закрыто"),
    ("nothing to repeat", "перед знаком повторения нечего повторять"),
    ("multiple repeat", "два знака повторения стоят подряд"),
    ("min repeat greater", "наименьшее количество повторений больше наибольшего"),
    ("repetition number", "слишком большое количество повторений"),
    ("bad escape (end", "обратная косая черта стоит последней"),
    ("incomplete escape", "после обратной косой черты не хватает знаков"),
    ("missing -, :", "после флагов не хватает двоеточия или скобки"),
    ("missing :", "после флагов не хватает двоеточия"),
    ("unbalanced", "лишняя круглая скобка"),
    ("bad escape", "такого обозначения с обратной косой чертой нет"),
    ("character range", "границы в квадратных скобках идут от большей к меньшей"),
    ("redefinition of group name", "имя группы повторяется"),
    ("character name", "символа с таким именем нет"),
    ("missing group name", "имя группы не указано"),
    ("bad character in group name", "имя группы недопустимо"),
    ("unknown group name", "группы с таким именем нет"),
    ("invalid group reference", "группы с таким номером нет"),
    ("cannot refer to an open group", "ссылка на группу стоит внутри этой группы"),
    ("cannot refer to group defined in the same lookbehind", "ссылка стоит там же, где определена группа"),
    ("look-behind requires fixed-width", "у проверки «стоит перед» должна быть постоянная длина"),
    ("unknown extension", "такого обозначения после «(?» нет"),
    ("unexpected end of pattern", "образец обрывается"),
    ("global flags", "флаги должны стоять в начале образца"),
    ("flag", "такого флага нет"),
    ("too many groups", "слишком много групп"),
    ("conditional backref", "у условия больше двух ветвей"),
)
