import time


def main():
    s = 0
    for i in range(1, 1000001):
        s = (s * 31 + i) % 1000003
        if s > 500000:
            s = s - 7
    print(s)


t = time.perf_counter()
main()
print("35_int_arith ms=%.0f" % ((time.perf_counter() - t) * 1000))
