import time


class Point:
    def __init__(self, x, y, s):
        self.x = x
        self.y = y
        self.s = s


def main():
    t = Point(0, 1, 0)
    for _i in range(400000):
        t.x = t.x + 1
        t.s = t.s + t.x * t.y
    print(t.s)


t = time.perf_counter()
main()
print("40_structure ms=%.0f" % ((time.perf_counter() - t) * 1000))
