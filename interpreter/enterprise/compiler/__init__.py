"""Enterprise tree → Python `ast`.

unit         one text: its links, constants and mistakes; `compile_module`
expressions  values, operators with inferred types, member access
calls        calls of methods and library functions, by-reference parameters, Новый
statements   statements, loops, exceptions, jumps
methods      procedures and functions
"""
