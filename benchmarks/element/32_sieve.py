import time


def main():
    n = 500000
    sieve = []
    for _ in range(n + 1):
        sieve.append(True)
    k = 2
    while k * k <= n:
        if sieve[k]:
            m = k * k
            while m <= n:
                sieve[m] = False
                m = m + k
        k = k + 1
    cnt = 0
    for i in range(2, n + 1):
        if sieve[i]:
            cnt = cnt + 1
    print(cnt)


t = time.perf_counter()
main()
print("32_sieve ms=%.0f" % ((time.perf_counter() - t) * 1000))
