"""The docstring of a package is its map: it names what lies in the folder, and nothing else."""

import ast
import re
from collections import defaultdict
from fnmatch import fnmatchcase
from pathlib import Path

from support.project import ROOT, project_files

# `zip_*` and `…_text` stand for several files.
WORD = re.compile(r"[\w*…]+")
FIRST_COLUMN = re.compile(r"\s*(\S.*?)\s{2,}\S")
FILE_NAME = re.compile(r"[\w*…]*_[\w*…]*|[\w…*]+(?=/|\.py)")
OTHERS = "\nthe rest "


def packages() -> dict[Path, set[str]]:
    """Folders of code, and what lies in each: modules, and folders of code."""
    inside: dict[Path, set[str]] = defaultdict(set)
    for path in project_files():
        if path.name == "__init__.py":
            inside[path.parent.parent].add(path.parent.name)
        elif path.suffix == ".py":
            inside[path.parent].add(path.stem)
    return {folder: names for folder, names in inside.items() if (folder / "__init__.py").is_file()}


def map_of(folder: Path) -> str:
    return ast.get_docstring(ast.parse((folder / "__init__.py").read_text("utf-8"))) or ""


def stands_for(shape: str, name: str) -> bool:
    return shape.strip("*…_") != "" and fnmatchcase(name, shape.replace("…", "*"))


def test_a_map_names_every_module_of_its_package() -> None:
    missing = [
        f"{folder.relative_to(ROOT)}: {name}"
        for folder, names in packages().items()
        for name in sorted(names)
        if OTHERS not in map_of(folder) and not any(stands_for(shape, name) for shape in WORD.findall(map_of(folder)))
    ]
    assert not missing


def test_a_map_names_nothing_that_is_not_there() -> None:
    stale = [
        f"{folder.relative_to(ROOT)}: {shape}"
        for folder, names in packages().items()
        for line in map_of(folder).splitlines()
        if (column := FIRST_COLUMN.match(line))
        for shape in FILE_NAME.findall(column[1])
        if not (folder / shape).exists() and not any(stands_for(shape, name) for name in names)
    ]
    assert not stale
