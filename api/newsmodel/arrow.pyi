__all__ = ['ERRORS', 'PARSED', 'parse_batch']
ERRORS: Final
PARSED: Final
def parse_batch(batch: pa.RecordBatch, *, table: str | None = None, limits: Limits | None = None) -> pa.RecordBatch: ...
