import time


def main():
    s = ""
    for _i in range(60000):
        s = s + "абв"
    print(len(s))


t = time.perf_counter()
main()
print("06_str_concat ms=%.0f" % ((time.perf_counter() - t) * 1000))
