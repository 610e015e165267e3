"""The same function in Spark, on a cluster of its own; what `docs/how-to/use-spark-or-dask.md` shows runs Dask too."""

import contextlib
import os
import signal
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from shutil import which
from typing import Any

import pytest

pa = pytest.importorskip("pyarrow", reason="engines take Arrow: needs the extra arrow (pyarrow)")

COUNT = 40


def pages() -> list[dict[str, object]]:
    """Return pages, one of which is none."""
    html = (
        "<html><body><article><h1>Bridge {0} closed</h1><p>The council closed the bridge on Monday after a survey.</p>"
        "<p>“It is not safe,” said Mayor Ada Brook. She told reporters that it would stay shut.</p></article>"
    )
    rows: list[dict[str, object]] = [
        {"url": f"https://example.org/{i}", "html": html.format(i).encode()} for i in range(COUNT)
    ]
    rows[7]["html"] = b"%PDF-1.7"
    return rows


def executors() -> list[int]:
    """Return the processes of Spark's executors that this one's children started."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):  # it may have ended
            command = (folder / "cmdline").read_bytes()
            if b"CoarseGrainedExecutorBackend" in command and f"newsmodel-{os.getpid()}".encode() in command:
                found.append(int(folder.name))
    return sorted(found)


@pytest.mark.filterwarnings("ignore:PySpark does not yet fully support pandas:FutureWarning")
@pytest.mark.filterwarnings("ignore::ResourceWarning")  # sockets that PySpark leaves to the collector
@pytest.mark.skipif(which("java") is None, reason="Spark needs Java 17 or newer")
@pytest.mark.skipif(not Path("/proc").exists(), reason="executors are looked up in /proc")
def test_spark_loses_nothing_when_an_executor_is_killed(tmp_path: Path) -> None:
    """`mapInArrow` gives a row a page, and an executor that is killed in mid-job is replaced."""
    pytest.importorskip("pyspark", reason="needs the extra spark (pyspark)")
    from pyspark.sql import SparkSession  # noqa: PLC0415
    from pyspark.sql.pandas.types import from_arrow_schema  # noqa: PLC0415

    from newsmodel.arrow import PARSED, parse_batch  # noqa: PLC0415

    os.environ["PYSPARK_PYTHON"] = sys.executable
    spark = (
        SparkSession.builder.master("local-cluster[2,1,1024]")
        .appName(f"newsmodel-{os.getpid()}")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.executor.extraJavaOptions", f"-Dname=newsmodel-{os.getpid()}")
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", "4")
        .config("spark.local.dir", str(tmp_path))
        .getOrCreate()
    )
    try:
        source = spark.createDataFrame(pages(), "url string, html binary").repartition(5)
        begun, killed = tmp_path / "begun", []

        def parse(batches: Iterator[Any]) -> Iterator[Any]:
            for batch in batches:
                with begun.open("ab") as file:
                    file.write(b".")
                time.sleep(0.3)  # so that there is a middle of the job
                yield parse_batch(batch)

        def kill() -> None:
            while not begun.exists() or begun.stat().st_size < 3:
                time.sleep(0.05)
            killed.append(executors()[0])
            os.kill(killed[0], signal.SIGKILL)

        killer = threading.Thread(target=kill, daemon=True)
        killer.start()
        rows = source.mapInArrow(parse, from_arrow_schema(PARSED)).select("url", "headline", "error_code").collect()
        killer.join(10)
    finally:
        spark.stop()
    assert killed
    assert sorted(row.url for row in rows) == sorted(str(page["url"]) for page in pages())
    assert [(row.url, row.headline) for row in rows if row.error_code] == [("https://example.org/7", None)]
    assert {row.headline for row in rows if row.headline} == {f"Bridge {i} closed" for i in range(COUNT) if i != 7}
