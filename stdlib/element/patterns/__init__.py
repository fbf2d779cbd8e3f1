"""Std::RegularExpressions.

pattern    Образец
match      Совпадение
dialect    the bilingual syntax, told in Python's
reasons    what is wrong with a pattern, in Russian
"""
