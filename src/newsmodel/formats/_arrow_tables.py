"""Between the two forms of the format `arrow`: articles whole, one row each, and flat tables with keys."""

from collections.abc import Iterator, Mapping, Sequence

from newsmodel.errors import FormatError, brief
from newsmodel.formats._arrow_schema import ARTICLE, KEYS, MEMBERS, TABLES
from newsmodel.formats._paths import Step, path_of
from newsmodel.formats._pyarrow import pa, pc

__all__ = ["ends_of", "flatten", "missing", "nest", "put_together", "stray", "typed"]

Key = tuple[object, ...]


def flatten(batch: pa.RecordBatch) -> dict[str, pa.RecordBatch]:
    """Return the flat tables of articles whole."""
    found: dict[str, dict[str, pa.Array]] = {"articles": dict(zip(batch.schema.names, batch.columns, strict=True))}
    for name, owner in MEMBERS.items():
        columns = found[owner]
        members = columns[name]
        parents = pc.list_parent_indices(members)
        rows = pc.list_flatten(members)
        keys = {key: columns[key].take(parents) for key in KEYS[owner]}
        found[name] = {**keys, **dict(zip([field.name for field in rows.type], rows.flatten(), strict=True))}
    return {
        name: pa.RecordBatch.from_arrays([found[name][column] for column in schema.names], schema=schema)
        for name, schema in TABLES.items()
    }


def nest(tables: Mapping[str, pa.RecordBatch]) -> pa.RecordBatch:
    """
    Return the articles whole of flat tables, whose rows are in the order of the articles.

    Raises:
        FormatError: A column is missing or of another type, or a row belongs to no row of the table above it.
    """
    flat = {name: typed(tables[name], schema) for name, schema in TABLES.items()}
    ends = {name: ends_of(name, flat[name], flat[owner]) for name, owner in MEMBERS.items()}
    for name in MEMBERS:
        if ends[name][-1] < len(flat[name]):
            raise stray(name, flat[name].slice(ends[name][-1], 1))
    return put_together(flat, ends)


def put_together(flat: Mapping[str, pa.RecordBatch], ends: Mapping[str, Sequence[int]]) -> pa.RecordBatch:
    """Return the articles whole of flat tables, given where the rows of each owner end."""
    columns = {name: dict(zip(batch.schema.names, batch.columns, strict=True)) for name, batch in flat.items()}
    for name, owner in reversed(list(MEMBERS.items())):
        own = [column for column in columns[name] if column not in KEYS[owner]]
        rows = pa.StructArray.from_arrays([columns[name][column] for column in own], own)
        columns[owner][name] = pa.ListArray.from_arrays(pa.array(ends[name], pa.int32()), rows)
    return pa.RecordBatch.from_arrays([columns["articles"][field.name] for field in ARTICLE], schema=ARTICLE)


def ends_of(name: str, rows: pa.RecordBatch, owners: pa.RecordBatch) -> list[int]:
    """
    Return 0 and, for each row of the table above, where the rows of the table *name* end that belong to it.

    Rows carry the keys of their owner. As the numbers start anew with each owner, two articles in succession may have
    the same id and still be told apart.
    """
    *above, number = KEYS[name]
    keys = list(_keys(rows, above))
    numbers: list[int | None] = rows.column(number).to_pylist()
    at, ends = 0, [0]
    for owner in _keys(owners, above):
        if at < len(keys) and keys[at] == owner and numbers[at] == 0:
            at += 1
            while at < len(keys) and numbers[at] != 0 and keys[at] == owner:
                at += 1
        ends.append(at)
    return ends


def stray(name: str, rows: pa.RecordBatch) -> FormatError:
    """Return the error for a first row that belongs to no row of the table above, or not to the next one."""
    keys = ", ".join(f"{key} {brief(rows.column(key)[0].as_py())}" for key in KEYS[name])
    return FormatError(
        path_of(Step(None, name)), f"expected rows that follow the order of the {MEMBERS[name]}, got {keys}"
    )


def _keys(rows: pa.RecordBatch, names: Sequence[str]) -> Iterator[Key]:
    return zip(*(rows.column(name).to_pylist() for name in names), strict=True)


def missing(name: str) -> FormatError:
    """Return the error for a table or column that is not there."""
    return FormatError(path_of(Step(None, name)), "missing")


def typed(batch: pa.RecordBatch, schema: pa.Schema) -> pa.RecordBatch:
    """
    Return the columns of *schema*, in its order and types; others are left out.

    What a type can be cast to without loss is cast: other tools write 64-bit numbers, or name the items of lists anew.

    Raises:
        FormatError: A column is missing, its type is another one, or its data are damaged, such as strings that are no
            UTF-8; names the column.
    """
    columns = dict(zip(batch.schema.names, batch.columns, strict=True))
    arrays: list[pa.Array] = []
    for field in schema:
        if field.name not in columns:
            raise missing(field.name)
        column = columns[field.name]
        try:
            column.validate(full=True)
        except pa.ArrowException as error:
            raise FormatError(path_of(Step(None, field.name)), f"its data are damaged: {error}") from None
        if column.type != field.type:
            try:
                column = column.cast(field.type)
            except pa.ArrowException as error:
                reason = f"expected a column of {field.type}, got one of {column.type}: {error}"
                raise FormatError(path_of(Step(None, field.name)), reason) from None
        arrays.append(column)
    return pa.RecordBatch.from_arrays(arrays, schema=schema)
