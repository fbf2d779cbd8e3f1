"""Enterprise tree → Python `ast`.

module       a text with its methods and body
texts        what Выполнить and Вычислить are given
assembling   the Artifact of what was compiled
outlining    functions that nest too many blocks for CPython
unit         what is gathered on the way: links, constants, spellings, mistakes
members      functions of an object's text become its methods
statements   statements, loops, exceptions
appending    `Текст = Текст + …`
jumps        Прервать, Продолжить, Перейти
expressions  values, operators with inferred types
calls        calls of methods and library functions, by-reference parameters, Новый
sure_calls   library functions whose arguments need no check, templates
events       ДобавитьОбработчик, УдалитьОбработчик
argument_order  what is evaluated before a call
"""
