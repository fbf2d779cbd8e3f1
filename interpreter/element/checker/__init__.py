"""Static checks of Element: fills `interpreter.element.checked.CheckedModule`, which the compiler reads.

`check(tree, source, catalog, known=...) -> CheckedModule` raises Refused with every error found; see checked.py for
what must be told. Types are those of `interpreter.element.types`.
"""
