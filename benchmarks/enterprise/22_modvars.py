import time

counter = 0


def step():
    global counter
    counter = counter + 1
    if counter % 3 == 0 and counter > 10:
        counter = counter + 2


def main():
    global counter
    counter = 0
    for _i in range(700000):
        step()
    print(counter)


t = time.perf_counter()
main()
print("22_modvars ms=%.0f" % ((time.perf_counter() - t) * 1000))
