import time
from decimal import ROUND_HALF_UP, Decimal, getcontext

getcontext().prec = 28


def main():
    s = Decimal(0)
    q = Decimal("1e-10")
    one = Decimal(1)
    for i in range(1, 1000001):
        s = s + (one / i).quantize(q, ROUND_HALF_UP)
    print(s)


t = time.perf_counter()
main()
print("03_decimal_sum ms=%.0f" % ((time.perf_counter() - t) * 1000))
