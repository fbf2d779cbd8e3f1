import time


def main():
    i = 0
    while i < 2000000:
        i = i + 1
    print(i)


t = time.perf_counter()
main()
print("01b_while_loop ms=%.0f" % ((time.perf_counter() - t) * 1000))
