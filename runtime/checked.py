"""The callable that scripts get for a declared Python function: arguments converted, then the function called.

It is compiled for each function at its first use, so that a right argument costs one class test.
"""

from __future__ import annotations

from runtime.errors import OnecError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    Convert = Callable[[Any, Any], Any]
    """A wrong value and its number (from 1), or its name in `named` → what to pass instead, or an OnecError."""


class Check:
    """How one annotation is checked: values of the class `exact` pass at once, the others go through `convert`.

    So do those of a class called `also`, which need not be loaded.
    """

    __slots__ = ("also", "convert", "exact")

    def __init__(self, exact: type | None, convert: Convert, also: str = "") -> None:
        self.exact, self.convert, self.also = exact, convert, also


def compile_call(
    function: Callable[..., Any],
    annotations: dict[str, str],
    check_of: Callable[[str], Check | None],
    *,
    target: Callable[..., Any] | None = None,
    skip_self: bool,
    receiver: Check | None = None,
    failed: Callable[[OnecError], OnecError] | None = None,
    instead: Callable[..., Any] | None = None,
    named: tuple[str, ...] = (),
) -> Callable[..., Any]:
    """The checked twin of `function`; calls `target` (a class whose `__init__` is `function`) when given.

    `instead` is called in the function's place, with the same arguments.
    `receiver` checks the first parameter of a function that is called with the value itself (number 0).
    `failed` turns an OnecError raised inside into the one that the script sees. `named`: what the parameters are called
    where their numbers are not wanted; empty names have none.
    """
    code = function.__code__
    names = code.co_varnames[: code.co_argcount]
    defaults = function.__defaults__ or ()
    first_default = len(names) - len(defaults)
    scope: dict[str, Any] = {"_call": instead or target or function, "_failed": failed, "_OnecError": OnecError}
    lines = []
    if receiver:
        scope |= {"_exact": receiver.exact, "_convert": receiver.convert}
        test = f"{names[0]}.__class__ is not _exact"
        if receiver.also:
            test += f" and {names[0]}.__class__.__name__ != {receiver.also!r}"
        lines.append(f"if {test}: {names[0]} = _convert({names[0]}, 0)")
    for index, name in enumerate(names):
        if (index == 0 and skip_self) or not (check := check_of(annotations.get(name, "object"))):
            continue
        number = index if skip_self else index + 1
        default = defaults[index - first_default] if index >= first_default else None
        scope |= {f"_exact{index}": check.exact, f"_convert{index}": check.convert, f"_default{index}": default}
        test = f"{name}.__class__ is not _exact{index}" if check.exact else f"{name} is not _default{index}"
        # A skipped argument arrives as Неопределено.
        label = (named[number - 1] if number <= len(named) else "") or number
        convert = f"_convert{index}({name}, {label!r})"
        if default is not None:
            convert = f"_default{index} if {name} is None else {convert}"
        if check.also:
            test += f" and {name}.__class__.__name__ != {check.also!r}"
        if index >= first_default and default is None:
            test += f" and {name} is not None"
        lines.append(f"if {test}: {name} = {convert}")
    rest = _variadic(function)
    if rest and (check := check_of(annotations.get(rest, "object"))):
        scope["_convert_rest"] = check.convert
        lines.append(f"{rest} = [_convert_rest(v, i) for i, v in enumerate({rest}, {len(names) + (not skip_self)})]")
    header = [f"{n}=_d{i}" if i >= first_default else n for i, n in enumerate(names)] + ([f"*{rest}"] if rest else [])
    scope |= {f"_d{i}": defaults[i - first_default] for i in range(first_default, len(names))}
    passed = [*names[1 if target else 0 :], *([f"*{rest}"] if rest else [])]
    lines.append(f"return _call({', '.join(passed)})")
    exec(_source(header[1 if target else 0 :], lines, failed is not None), scope)
    made: Callable[..., Any] = scope["_checked"]
    made.__name__ = function.__name__
    return made


def _source(header: list[str], lines: list[str], guarded: bool) -> str:
    indent = " " * (8 if guarded else 4)
    body = "\n".join(indent + line for line in lines)
    if guarded:
        body = f"    try:\n{body}\n    except _OnecError as error:\n        raise _failed(error) from error"
    return f"def _checked({', '.join(header)}):\n{body}\n"


def _variadic(function: Callable[..., Any]) -> str:
    code = function.__code__
    return code.co_varnames[code.co_argcount + code.co_kwonlyargcount] if code.co_flags & 0x04 else ""
