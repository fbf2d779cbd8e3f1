import time


def main():
    s1 = "Съешь же ещё этих мягких французских булок, да выпей чаю"
    total = 0
    for _i in range(200000):
        p = s1.find("булок")
        c = s1[p : p + 5]
        c2 = s1[:5] + s1[-3:]
        c3 = c2.replace("чаю", "кофе")
        c4 = c3.upper() + c.lower()
        parts = s1.split(" ")
        total = total + len(c4) + len(parts) + len("  x ".strip())
    print(total)


t = time.perf_counter()
main()
print("37_str_funcs ms=%.0f" % ((time.perf_counter() - t) * 1000))
