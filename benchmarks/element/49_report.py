import time


class Line:
    def __init__(self, good, count, price):
        self.good = good
        self.count = count
        self.price = price

    def total(self):
        return self.count * self.price


class Report:
    def __init__(self):
        self.pieces = []
        self.total = 0

    def add(self, number, line):
        total = line.total()
        self.pieces.append(f"{number}. {line.good.ljust(12)} {line.count} x {line.price} = {total}\n")
        self.total += total

    def text(self):
        return "".join(self.pieces)


def main():
    report = Report()
    for i in range(1, 150001):
        line = Line(f"товар {i % 100}", i % 9 + 1, i % 350)
        report.add(i, line)
    print(len(report.text()), report.total)


t = time.perf_counter()
main()
print("49_report ms=%.0f" % ((time.perf_counter() - t) * 1000))
