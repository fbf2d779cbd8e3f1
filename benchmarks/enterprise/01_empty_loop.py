import time


def main():
    for i in range(1, 10000001):  # noqa: B007 - printed after the loop
        pass
    print(i + 1)


t = time.perf_counter()
main()
print("01_empty_loop ms=%.0f" % ((time.perf_counter() - t) * 1000))
