import time


def main():
    n = 0
    for i in range(1, 100001):
        try:
            raise Exception("Ошибка " + str(i))
        except Exception as e:
            if len(str(e)) > 0:
                n = n + 1
    print(n)


t = time.perf_counter()
main()
print("41_exceptions ms=%.0f" % ((time.perf_counter() - t) * 1000))
