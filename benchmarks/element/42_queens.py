import time


def free(q, row, col):
    for i in range(row):
        d = q[i]
        if d == col or d - col == row - i or col - d == row - i:
            return False
    return True


def place(q, row, n):
    if row == n:
        return 1
    total = 0
    for col in range(n):
        if free(q, row, col):
            q[row] = col
            total = total + place(q, row + 1, n)
    return total


def main():
    q = [None] * 8
    for _i in range(10):
        r = place(q, 0, 8)
    print(r)


t = time.perf_counter()
main()
print("42_queens ms=%.0f" % ((time.perf_counter() - t) * 1000))
