import time


def add_to(cell, n, step=1):
    cell[0] = cell[0] + n * step


def add3(x, y, z):
    return x + y - z


def main():
    a = [0]
    b = 0
    for i in range(1, 500001):
        add_to(a, i)
        b = b + add3(a[0], 2, i)
    print(a[0], b)


t = time.perf_counter()
main()
print("13_calls_byref ms=%.0f" % ((time.perf_counter() - t) * 1000))
