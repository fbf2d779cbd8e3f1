import json
import time
from dataclasses import asdict, dataclass


@dataclass
class Good:
    Имя: str
    Цена: int
    Теги: list


def main():
    goods = [Good(f"товар {i}", i, ["а", "б"]) for i in range(1, 30001)]
    text = json.dumps([asdict(good) for good in goods], ensure_ascii=False, separators=(",", ":"))
    print(len(text))
    print(sum(good.Цена for good in [Good(**one) for one in json.loads(text)]))
    print(len(json.loads(text)))


t = time.perf_counter()
main()
print("47_json ms=%.0f" % ((time.perf_counter() - t) * 1000))
