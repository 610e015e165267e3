# The part of atheris that the benchmarks use; atheris comes without types.

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager

def instrument_imports(include: Sequence[str] | None = None) -> AbstractContextManager[None]: ...
def Mutate(data: bytes, max_size: int) -> bytes: ...
def Setup(
    args: Sequence[str],
    test_one_input: Callable[[bytes], None],
    *,
    custom_mutator: Callable[[bytes, int, int], bytes] | None = None,
) -> list[str]: ...
def Fuzz() -> None: ...
