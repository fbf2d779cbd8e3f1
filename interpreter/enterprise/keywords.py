"""The reserved words of the Enterprise language in both spellings, and the kinds of token they make."""

from __future__ import annotations

from runtime.names import fold

_TABLE = """
VAR Перем Var
PROCEDURE Процедура Procedure
ENDPROCEDURE КонецПроцедуры EndProcedure
FUNCTION Функция Function
ENDFUNCTION КонецФункции EndFunction
EXPORT Экспорт Export
VAL Знач Val
IF Если If
THEN Тогда Then
ELSIF ИначеЕсли ElsIf
ELSE Иначе Else
ENDIF КонецЕсли EndIf
WHILE Пока While
FOR Для For
EACH Каждого Each
IN Из In
TO По To
DO Цикл Do
ENDDO КонецЦикла EndDo
TRY Попытка Try
EXCEPT Исключение Except
ENDTRY КонецПопытки EndTry
RETURN Возврат Return
RAISE ВызватьИсключение Raise
BREAK Прервать Break
CONTINUE Продолжить Continue
GOTO Перейти Goto
EXECUTE Выполнить Execute
ADDHANDLER ДобавитьОбработчик AddHandler
REMOVEHANDLER УдалитьОбработчик RemoveHandler
NEW Новый New
AND И And
OR Или Or
NOT Не Not
TRUE Истина True
FALSE Ложь False
UNDEFINED Неопределено Undefined
NULL Null Null
ASYNC Асинх Async
AWAIT Ждать Await
"""

_ROWS = [row.split() for row in _TABLE.split("\n") if row]

SPELLINGS: dict[str, tuple[str, str]] = {kind: (ru, en) for kind, ru, en in _ROWS}
"""Kind → its Russian and its English spelling."""

KINDS: dict[str, str] = {fold(word): kind for kind, *words in _ROWS for word in words}
"""Folded word → kind."""

CLOSERS: dict[str, tuple[str, ...]] = {
    "IF": ("ENDIF",),
    "WHILE": ("ENDDO",),
    "FOR": ("ENDDO",),
    "TRY": ("ENDTRY",),
    "PROCEDURE": ("ENDPROCEDURE",),
    "FUNCTION": ("ENDFUNCTION",),
    "LPAR": ("RPAR",),
    "LSQB": ("RSQB",),
}
"""What opens a construction → what closes it."""

BLOCKS = frozenset({"IF", "WHILE", "FOR", "TRY"})
BLOCK_ENDS = frozenset({"ENDIF", "ENDDO", "ENDTRY"})
BLOCK_MIDDLES = frozenset({"THEN", "ELSIF", "ELSE", "DO", "EXCEPT"})
METHOD_STARTS = frozenset({"PROCEDURE", "FUNCTION", "ASYNC", "ANNOTATION"})
METHOD_ENDS = frozenset({"ENDPROCEDURE", "ENDFUNCTION"})
STATEMENT_STARTS = frozenset(
    "VAR IF WHILE FOR TRY RETURN RAISE BREAK CONTINUE GOTO EXECUTE ADDHANDLER REMOVEHANDLER AWAIT NAME TILDE".split()
)
