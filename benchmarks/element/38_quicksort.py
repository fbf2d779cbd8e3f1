import time


def qsort(a, left, right):
    i = left
    j = right
    pivot = a[(left + right) // 2]
    while i <= j:
        while a[i] < pivot:
            i = i + 1
        while a[j] > pivot:
            j = j - 1
        if i <= j:
            a[i], a[j] = a[j], a[i]
            i = i + 1
            j = j - 1
    if left < j:
        qsort(a, left, j)
    if i < right:
        qsort(a, i, right)


def main():
    a = []
    x = 12345
    for _i in range(100000):
        x = (x * 1103 + 12345) % 1000003
        a.append(x)
    qsort(a, 0, len(a) - 1)
    print(a[0], a[50000], a[99999])


t = time.perf_counter()
main()
print("38_quicksort ms=%.0f" % ((time.perf_counter() - t) * 1000))
