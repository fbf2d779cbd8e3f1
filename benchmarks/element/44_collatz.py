import time


def main():
    best = 0
    bestn = 0
    for i in range(1, 15001):
        n = i
        length = 1
        while n != 1:
            n = n // 2 if n % 2 == 0 else 3 * n + 1
            length = length + 1
        if length > best:
            best = length
            bestn = i
    print(bestn, best)


t = time.perf_counter()
main()
print("44_collatz ms=%.0f" % ((time.perf_counter() - t) * 1000))
