import time
from datetime import datetime, timedelta


def main():
    d = datetime(2020, 1, 1)
    hour = timedelta(seconds=3600)
    n = 0
    for i in range(1, 150001):
        d = d + hour
        n = n + d.day + d.month
        s = d.strftime("%Y-%m-%d") + f"{i / 8:,.2f}"
        n = n + len(s)
    print(n)


t = time.perf_counter()
main()
print("20_dates_format ms=%.0f" % ((time.perf_counter() - t) * 1000))
