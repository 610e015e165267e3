"""
Run the encoding cases of html5lib's test suite (``.dat`` files) and print which fail.

    python benchmarks/encoding.py
"""

from pathlib import Path

from common import SHARED
from newsmodel.html.decode import decode


def cases(path: Path) -> list[tuple[bytes, str]]:
    parts = (case.partition(b"\n#encoding\n") for case in path.read_bytes().split(b"#data\n")[1:])
    return [(data, encoding.strip().decode().lower()) for data, _, encoding in parts]


def main() -> None:
    passed = total = 0
    for path in sorted((SHARED / "encoding").glob("*.dat")):
        for number, (data, expected) in enumerate(cases(path), 1):
            got = decode(data, None).encoding.lower()
            passed, total = passed + (got == expected), total + 1
            if got != expected:
                print(f"{path.name} case {number}: expected {expected}, got {got}: {data[:120]!r}")
    print(f"{passed} of {total} passed")


if __name__ == "__main__":
    main()
