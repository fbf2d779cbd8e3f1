import time


def main():
    a = []
    for i in range(1, 500001):
        a.append(i % 1000)
    s = 0
    for i in range(len(a)):
        s = s + a[i]
    for e in a:
        s = s + e
    print(s)


t = time.perf_counter()
main()
print("08_array_fill_sum ms=%.0f" % ((time.perf_counter() - t) * 1000))
