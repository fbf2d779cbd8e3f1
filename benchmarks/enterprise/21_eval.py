import time


def main():
    total = 0
    for i in range(1, 200001):  # noqa: B007 - eval reads it
        total = total + eval("i * 2 + 1")
    print(total)


t = time.perf_counter()
main()
print("21_eval ms=%.0f" % ((time.perf_counter() - t) * 1000))
