import time
from datetime import datetime, timedelta


def main():
    d = datetime(2020, 1, 1)
    hour = timedelta(seconds=3600)
    n = 0
    for _i in range(150000):
        d = d + hour
        n = n + d.day + d.month + len(d.strftime("%Y-%m-%d"))
    print(n)


t = time.perf_counter()
main()
print("45_dates ms=%.0f" % ((time.perf_counter() - t) * 1000))
