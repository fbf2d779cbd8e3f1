"""Std::Cryptography, and the sums of Std. Of their members the platform's names are not known.

cryptography         Криптография
checksum             КонтрольнаяСумма
hash_algorithm       АлгоритмХеширования
data_pieces          what is hashed, piece by piece
"""
