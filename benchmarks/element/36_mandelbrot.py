import time
from decimal import ROUND_HALF_UP, Decimal, getcontext

getcontext().prec = 64


def main():
    total = 0
    last = Decimal("1e-20")
    for j in range(80):
        for i in range(160):
            cr = Decimal(i) / 80 - Decimal("1.5")
            ci = Decimal(j) / 40 - 1
            zr = Decimal(0)
            zi = Decimal(0)
            k = 0
            while k < 50 and zr * zr + zi * zi < 4:
                t = (zr * zr - zi * zi + cr).quantize(last, ROUND_HALF_UP)
                zi = (2 * zr * zi + ci).quantize(last, ROUND_HALF_UP)
                zr = t
                k = k + 1
            total = total + k
    print(total)


t = time.perf_counter()
main()
print("36_mandelbrot ms=%.0f" % ((time.perf_counter() - t) * 1000))
