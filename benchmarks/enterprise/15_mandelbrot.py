import time


def main():
    total = 0
    for j in range(80):
        for i in range(160):
            cr = i / 80 - 1.5
            ci = j / 40 - 1
            zr = 0.0
            zi = 0.0
            k = 0
            while k < 50 and zr * zr + zi * zi < 4:
                t = zr * zr - zi * zi + cr
                zi = 2 * zr * zi + ci
                zr = t
                k = k + 1
            total = total + k
    print(total)


t = time.perf_counter()
main()
print("15_mandelbrot ms=%.0f" % ((time.perf_counter() - t) * 1000))
