"""
Run the encoding cases of html5lib's test suite (``.dat`` files) and print which fail.

    encoding.py FILE.dat [FILE.dat ...]
"""

import sys
from pathlib import Path

from newsmodel.html.decode import decode


def cases(path: Path) -> list[tuple[bytes, str]]:
    parts = (case.partition(b"\n#encoding\n") for case in path.read_bytes().split(b"#data\n")[1:])
    return [(data, encoding.strip().decode().lower()) for data, _, encoding in parts]


def main() -> None:
    passed = total = 0
    for path in map(Path, sys.argv[1:]):
        for number, (data, expected) in enumerate(cases(path), 1):
            got = decode(data, None).encoding.lower()
            passed, total = passed + (got == expected), total + 1
            if got != expected:
                print(f"{path.name} case {number}: expected {expected}, got {got}: {data[:120]!r}")
    print(f"{passed} of {total} passed")


if __name__ == "__main__":
    main()
