import time


class Node:
    def __init__(self, key):
        self.key = key
        self.left = None
        self.right = None

    def insert(self, new):
        if new < self.key:
            if self.left is None:
                self.left = Node(new)
            else:
                self.left.insert(new)
        elif new > self.key:
            if self.right is None:
                self.right = Node(new)
            else:
                self.right.insert(new)

    def depth(self):
        left = 0 if self.left is None else self.left.depth()
        right = 0 if self.right is None else self.right.depth()
        return 1 + (left if left > right else right)

    def collect(self, into):
        if self.left is not None:
            self.left.collect(into)
        into.append(self.key)
        if self.right is not None:
            self.right.collect(into)


def main():
    root = Node(500000)
    x = 12345
    for _ in range(30000):
        x = (x * 1103 + 12345) % 1000003
        root.insert(x)
    order = []
    root.collect(order)
    print(len(order), root.depth(), order[10000])


t = time.perf_counter()
main()
print("50_tree ms=%.0f" % ((time.perf_counter() - t) * 1000))
