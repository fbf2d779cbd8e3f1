import time


class Worker:
    def __init__(self, name, part, pay):
        self.name = name
        self.part = part
        self.pay = pay


def main():
    people = []
    for i in range(1, 60001):
        people.append(Worker(f"имя {i * 7919 % 60013}", f"отдел {i % 12}", i * 31 % 9973))
    seniors = [one for one in people if one.pay > 5000 and one.part != "отдел 3"]
    by_part = {}
    for one in sorted(seniors, key=lambda one: one.name):
        by_part.setdefault(one.part, []).append(one)
    total = 0
    for group in by_part.values():
        total += sum(one.pay for one in group) / len(group)
    print(int(total), by_part["отдел 5"][0].name)
    print(max(people, key=lambda one: one.pay).name)
    print(len({one.part for one in people}))
    print("Истина" if any(one.pay < 0 for one in people) else "Ложь")
    print(sum(pay for pay in (one.pay * 2 for one in people) if pay % 4 == 0))


t = time.perf_counter()
main()
print("51_staff ms=%.0f" % ((time.perf_counter() - t) * 1000))
