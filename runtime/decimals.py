"""The decimal arithmetic that compiled code runs in: 64 significant digits, halves away from zero.

Bare `+ - *` and comparisons of compiled code use the context of the thread, so it must be ours while a script runs.
Both languages' numbers import this, a session adopts it again for each module.
"""

from __future__ import annotations

from decimal import MAX_EMAX, MIN_EMIN, ROUND_HALF_UP, Context, setcontext

DIGITS = 64
CONTEXT = Context(prec=DIGITS, rounding=ROUND_HALF_UP, Emin=MIN_EMIN, Emax=MAX_EMAX)


def adopt() -> None:
    """Make it the context of what runs from here on in this thread (or in this contextvars.Context)."""
    setcontext(CONTEXT.copy())


adopt()
