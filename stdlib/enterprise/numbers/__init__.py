"""Functions of numbers.

rounding     Окр, Цел
round_mode   РежимОкругления
extremes     Макс, Мин
roots        powers, roots, exponents, logarithms
trigonometry  angles in radians
bits         bitwise operations
random_number_generator  ГенераторСлучайныхЧисел
"""
