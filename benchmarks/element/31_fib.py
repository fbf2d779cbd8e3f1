import time


def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)


def main():
    for _ in range(3):
        r = fib(27)
    print(r)


t = time.perf_counter()
main()
print("31_fib ms=%.0f" % ((time.perf_counter() - t) * 1000))
