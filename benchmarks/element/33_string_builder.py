import time


def main():
    lines = []
    for i in range(1, 700001):
        lines.append(f"строка {i}")
    text = "\n".join(lines)
    print(len(text), len(text.split("\n")))


t = time.perf_counter()
main()
print("33_string_builder ms=%.0f" % ((time.perf_counter() - t) * 1000))
