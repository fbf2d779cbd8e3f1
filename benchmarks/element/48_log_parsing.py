import re
import time


class Record:
    def __init__(self, address, code, size):
        self.address = address
        self.code = code
        self.size = size


def parse(lines):
    pattern = re.compile(r'(\d+\.\d+\.\d+\.\d+) "(\w+) ([^"]+)" (\d+) (\d+)')
    records = []
    for line in lines:
        found = pattern.search(line)
        if found is not None:
            records.append(Record(found[1], int(found[4]), int(found[5])))
    return records


def main():
    log = []
    for i in range(1, 60001):
        code = 404 if i % 7 == 0 else 200
        log.append(f'10.0.{i % 5}.{i % 250} "GET /page/{i}?x=1" {code} {i * 13}')
        if i % 10 == 0:
            log.append(f"# помеха {i}")
    records = parse(log)
    volume = {}
    errors = 0
    for record in records:
        volume[record.address] = volume.get(record.address, 0) + record.size
        if record.code >= 400:
            errors += 1
    print(len(records), errors, len(volume), volume["10.0.1.1"])


t = time.perf_counter()
main()
print("48_log_parsing ms=%.0f" % ((time.perf_counter() - t) * 1000))
