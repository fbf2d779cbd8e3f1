import time


def main():
    last = 0
    for i in range(1, 10000001):
        last = i
    print(last)


t = time.perf_counter()
main()
print("34_empty_loop ms=%.0f" % ((time.perf_counter() - t) * 1000))
