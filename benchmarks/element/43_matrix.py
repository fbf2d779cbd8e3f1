import time


def matrix(n):
    m = [[None] * n for _ in range(n)]
    for i in range(n):
        for j in range(n):
            m[i][j] = (i + j * 3) % 17
    return m


def main():
    n = 90
    a = matrix(n)
    b = matrix(n)
    c = [[None] * n for _ in range(n)]
    for i in range(n):
        for j in range(n):
            s = 0
            for k in range(n):
                s = s + a[i][k] * b[k][j]
            c[i][j] = s
    print(c[10][20])


t = time.perf_counter()
main()
print("43_matrix ms=%.0f" % ((time.perf_counter() - t) * 1000))
