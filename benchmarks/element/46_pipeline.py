import time
from functools import reduce


def main():
    numbers = []
    for i in range(1, 300001):
        numbers.append((i * 7919) % 100003)
    chosen = [x * 2 for x in numbers if x % 3 == 0]
    print(sum(chosen))
    print(sorted(chosen, key=lambda x: -x)[0])
    print(len([x for x in dict.fromkeys(numbers) if x > 50000]))
    groups = {}
    for x in numbers:
        groups.setdefault(x % 10, []).append(x)
    print(len(groups))
    print(reduce(lambda a, b: (a + b) % 1000, numbers, 0))


t = time.perf_counter()
main()
print("46_pipeline ms=%.0f" % ((time.perf_counter() - t) * 1000))
