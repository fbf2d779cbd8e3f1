import time
from enum import Enum


class Kind(Enum):
    NUMBER = 1
    NAME = 2
    SIGN = 3


class Token:
    def __init__(self, kind, text):
        self.kind = kind
        self.text = text


def is_digit(c):
    return "0" <= c <= "9"


def is_letter(c):
    return "а" <= c <= "я" or c == "_"


def parse(text):
    tokens = []
    i = 0
    length = len(text)
    while i < length:
        c = text[i]
        start = i
        if c == " ":
            i += 1
            continue
        elif is_digit(c):
            while i < length and is_digit(text[i]):
                i += 1
            tokens.append(Token(Kind.NUMBER, text[start:i]))
        elif is_letter(c):
            while i < length and is_letter(text[i]):
                i += 1
            tokens.append(Token(Kind.NAME, text[start:i]))
        else:
            i += 1
            tokens.append(Token(Kind.SIGN, c))
    return tokens


def main():
    text = "сумма_цен = (количество * 145 + скидка) / 100 - налог * 20; " * 3000
    names = numbers = 0
    tokens = parse(text)
    for token in tokens:
        if token.kind is Kind.NUMBER:
            numbers += 1
        elif token.kind is Kind.NAME:
            names += 1
    print(len(tokens), names, numbers)


t = time.perf_counter()
main()
print("52_lexer ms=%.0f" % ((time.perf_counter() - t) * 1000))
