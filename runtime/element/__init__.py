"""The run-time rules of Element: what compiled code calls where the static types do not settle an operation.

declare       the decorators of stdlib/element
objects       Объект, the base of every type; Перечисление, the base of enumerations
exceptions    Исключение and the exceptions that the rules themselves raise
null          Null, the value of databases
operators     arithmetic, equality, order
numbers       what needs decimal arithmetic: literals, division, powers, texts
number_format the formats of Число.Представление()
presentation  ВСтроку() and Представление() of any value
types         это, как, !, conditions
indexing      [ ], для … из, для … по
members       properties and methods of receivers whose type is known at run time only
structures    структура, исключение, перечисление of scripts
resources     исп
control       exceptions, overloads and method references of compiled code; CPython's errors as exceptions
entry         how a script begins and what its result becomes
convert       how arguments of library calls are checked
library       the few library classes that the rules must make or recognise, loaded on first use
"""
