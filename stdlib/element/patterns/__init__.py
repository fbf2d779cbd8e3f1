"""Std::RegularExpressions.

pattern    Образец
dialect    the bilingual syntax, told in Python's
"""
