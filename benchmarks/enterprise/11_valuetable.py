import time


def main():
    rows = []
    x = 12345
    for i in range(1, 10001):
        x = (x * 1103 + 12345) % 1000003
        rows.append({"code": x, "name": "имя" + str(x % 100), "sum": i})
    rows.sort(key=lambda r: r["code"], reverse=True)
    rows.sort(key=lambda r: r["name"])
    total = rows[0]["code"]
    for i in range(1, 501):
        nm = "имя" + str(i % 100)
        r = next((r for r in rows if r["name"] == nm), None)
        if r is not None:
            total = total + r["sum"]
    for i in range(1, 61):
        nm = "имя" + str(i % 100)
        total = total + len([r for r in rows if r["name"] == nm])
    total = total + sum(r["sum"] for r in rows)
    g = {}
    for r in rows:
        g[r["name"]] = g.get(r["name"], 0) + r["sum"]
    total = total + len(g)
    print(total)


t = time.perf_counter()
main()
print("11_valuetable ms=%.0f" % ((time.perf_counter() - t) * 1000))
