"""pyarrow, or the error that names the extra that brings it."""

from newsmodel.errors import MissingExtraError

try:
    import pyarrow as pa
    import pyarrow.compute as pc
    import pyarrow.parquet as pq
except ImportError as error:
    raise MissingExtraError("arrow", "newsmodel.formats.arrow") from error  # noqa: EM101 (the name of the extra)

__all__ = ["pa", "pc", "pq"]
