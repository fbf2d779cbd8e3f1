import time


def main():
    d = {}
    for i in range(1, 200001):
        d["ключ" + str(i)] = i
    total = 0
    for i in range(1, 200001):
        total = total + d["ключ" + str(i)]
    c = {}
    for i in range(1, 200001):
        c[i] = i
    for i in range(1, 200001):
        total = total + c.get(i)
    for _k, v in c.items():
        total = total + v
    print(total)


t = time.perf_counter()
main()
print("39_map ms=%.0f" % ((time.perf_counter() - t) * 1000))
