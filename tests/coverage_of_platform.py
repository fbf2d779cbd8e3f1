"""Prints what the library of Enterprise has of the platform: `python tests/coverage_of_platform.py`.

The exit code is 1 when a name is neither implemented nor left out for a reason in tests/platform/left_out.toml, when
parameters differ without a reason, or when a line of that file has become untrue.
"""

from __future__ import annotations

import sys
from collections import Counter

from stdlib.enterprise.library import catalog
from support.platform_coverage import Coverage, Named, Platform, measure


def main() -> int:
    coverage = measure(catalog(), Platform())
    for title, told in (
        ("Нет и не объяснено", [each.ru for each in coverage.missing]),
        ("Отличаются", coverage.differences),
        ("Устарело в left_out.toml", coverage.stale),
    ):
        if told:
            print(f"{title}: {len(told)}")
            print("".join(f"    {each}\n" for each in told))
    _print_types(coverage)
    print("Не входит:")
    for reason, names in coverage.left_out.items():
        print(f"    {len(names):4}  {reason}")
    _print_totals(coverage)
    return 0 if coverage.is_whole else 1


def _print_types(coverage: Coverage) -> None:
    left_out = [name for names in coverage.left_out.values() for name in names]
    print("Типы: есть / не входит / нет")
    counts = {
        title: Counter(name.type for name in names if name.kind == "member")
        for title, names in (("has", coverage.implemented), ("left", left_out), ("none", coverage.missing))
    }
    types = dict.fromkeys(name.type for name in (*coverage.implemented, *left_out, *coverage.missing) if name.type)
    for each in sorted(types):
        print(f"    {counts['has'][each]:3} {counts['left'][each]:3} {counts['none'][each]:3}  {each}")
    print()


def _print_totals(coverage: Coverage) -> None:
    print("\nВсего: есть / не входит / нет")
    left_out = [name for names in coverage.left_out.values() for name in names]
    for kind, title in (
        ("function", "глобальные функции"),
        ("property", "глобальные свойства"),
        ("type", "типы"),
        ("member", "члены типов"),
    ):
        print(
            "    "
            + " / ".join(str(_count(names, kind)) for names in (coverage.implemented, left_out, coverage.missing)),
            title,
        )


def _count(names: list[Named], kind: str) -> int:
    return sum(1 for name in names if name.kind == kind)


if __name__ == "__main__":
    sys.exit(main())
