#!/usr/bin/env python3
"""Typed import of a ten-column score file: this library beside DuckDB, Polars and PyArrow.

    Benchmarks/Peers/import_peers.py [--rows 1000000] [--repeats 5] [--threads 1,2] [--folder DIR]

Makes a virtual environment and the file in DIR (kept for the next run), builds the harness, runs each
contender in a process of its own, compares the sums over all columns, and only then prints the times.
The report goes to results/, named by date and processor. See README.md for what is compared.
"""
import argparse
import datetime
import json
import os
import pathlib
import platform
import resource
import statistics
import subprocess
import sys
import time
import venv

HERE = pathlib.Path(__file__).resolve().parent
HARNESS = HERE / "ImportHarness"
PACKAGES = ["duckdb", "polars", "pyarrow"]
SCHOOLS = ["BKA", "QSB", "DDK", "GHA", "MDA", "TLA", "XDA"]
SITTINGS = ["2025-1", "2025-2", "2025-3"]
SCORES = ["Toán", "Đọc", "Khoa học", "Tổng"]
HANDICAPS = {
    "score-exchange": "the only one that also checks every byte as UTF-8 before it decodes, keeps "
    "names as places in the file, detects the dialect",
    "DuckDB": "told the dialect and the types; fills a table in memory; codes stay text",
    "Polars": "told the types; decimals of 128 bits; dates in a second step, for its CSV reader "
    "takes ISO dates only",
    "PyArrow": "told the types; decimals of 128 bits; dates in a second step, through timestamps",
}


def peak_memory():
    """Most bytes that this process had in memory up to now."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def duckdb_sums(path, threads):
    import duckdb

    columns = {
        "SBD": "UINTEGER", "name": "VARCHAR", "born": "DATE", "id": "UBIGINT", "school": "VARCHAR",
        "sitting": "VARCHAR", "a": "DECIMAL(6,2)", "b": "DECIMAL(6,2)", "c": "DECIMAL(6,2)",
        "t": "DECIMAL(6,2)",
    }
    connection = duckdb.connect()
    connection.execute(f"set threads={threads}")
    start = time.perf_counter()
    connection.execute(
        f"create table t as select * from read_csv('{path}', header=true, delim=',', quote='\"', "
        f"escape='\"', dateformat='%d/%m/%Y', columns={columns})")
    seconds, memory = time.perf_counter() - start, peak_memory()
    row = connection.execute(
        "select count(*), sum(SBD::hugeint), sum(strlen(name)), sum(born - date '1970-01-01'), "
        "sum(id::hugeint), "
        f"sum(list_position({SCHOOLS}, school) - 1), sum(list_position({SITTINGS}, sitting) - 1), "
        "sum(a) * 100, sum(b) * 100, sum(c) * 100, sum(t) * 100 from t").fetchone()
    return seconds, memory, int(row[0]), [int(value) for value in row[1:]]


def polars_sums(path, threads):
    import polars

    decimal = polars.Decimal(6, 2)
    types = {
        "SBD": polars.UInt32, "Ngày sinh": polars.String, "CCCD": polars.UInt64,
        "Trường": polars.Enum(SCHOOLS), "Đợt": polars.Enum(SITTINGS),
    } | {name: decimal for name in SCORES}
    start = time.perf_counter()
    table = polars.read_csv(path, schema_overrides=types)
    table = table.with_columns(polars.col("Ngày sinh").str.to_date("%d/%m/%Y"))
    seconds, memory = time.perf_counter() - start, peak_memory()
    wide = polars.Int64
    sums = [
        table["SBD"].cast(wide).sum(), table["Họ và tên"].str.len_bytes().cast(wide).sum(),
        table["Ngày sinh"].cast(polars.Int32).cast(wide).sum(), table["CCCD"].cast(wide).sum(),
        table["Trường"].to_physical().cast(wide).sum(),
        table["Đợt"].to_physical().cast(wide).sum(),
    ] + [int(table[name].sum() * 100) for name in SCORES]
    return seconds, memory, table.height, [int(value) for value in sums]


def pyarrow_sums(path, threads):
    import pyarrow
    import pyarrow.compute as compute
    from pyarrow import csv

    pyarrow.set_cpu_count(threads)
    code = pyarrow.dictionary(pyarrow.int32(), pyarrow.string())
    types = {
        "SBD": pyarrow.uint32(), "Ngày sinh": pyarrow.timestamp("s"), "CCCD": pyarrow.uint64(),
        "Trường": code, "Đợt": code,
    } | {name: pyarrow.decimal128(6, 2) for name in SCORES}
    start = time.perf_counter()
    table = csv.read_csv(
        path, read_options=csv.ReadOptions(use_threads=threads > 1),
        parse_options=csv.ParseOptions(newlines_in_values=True),
        convert_options=csv.ConvertOptions(
            column_types=types, timestamp_parsers=["%d/%m/%Y"]))
    born = table["Ngày sinh"].cast(pyarrow.date32())
    seconds, memory = time.perf_counter() - start, peak_memory()

    def total(column):
        return int(compute.sum(column).as_py())

    def codes(column, words):
        places = {word: place for place, word in enumerate(words)}
        counts = compute.value_counts(column.cast(pyarrow.string())).to_pylist()
        return sum(places[entry["values"]] * entry["counts"] for entry in counts)

    sums = [
        total(table["SBD"].cast(pyarrow.int64())), total(compute.binary_length(table["Họ và tên"])),
        total(born.cast(pyarrow.int32()).cast(pyarrow.int64())),
        total(table["CCCD"].cast(pyarrow.int64())), codes(table["Trường"], SCHOOLS),
        codes(table["Đợt"], SITTINGS),
    ] + [int(compute.sum(table[name].cast(pyarrow.decimal128(18, 2))).as_py() * 100)
         for name in SCORES]
    return seconds, memory, table.num_rows, sums


# The levels of instructions that the library is told to keep to.
LEVELS = {"score-exchange": 2, "score-exchange, AVX2": 1, "score-exchange, portable": 0}
PEERS = {"DuckDB": duckdb_sums, "Polars": polars_sums, "PyArrow": pyarrow_sums}


def run_once(name, path, threads, harness, python):
    """One import in a fresh process: seconds, rows, sums, peak memory in bytes before the sums."""
    if name in LEVELS:
        command = [harness, "read", path, str(threads), str(LEVELS[name])]
    else:
        command = [python, __file__, "--peer", name, path, str(threads)]
    environment = os.environ | {"POLARS_MAX_THREADS": str(threads)}
    output = subprocess.run(command, check=True, capture_output=True, env=environment).stdout
    return json.loads(output)


def prepare(folder, rows):
    folder.mkdir(parents=True, exist_ok=True)
    python = folder / "venv" / "bin" / "python"
    if not python.exists():
        venv.create(folder / "venv", with_pip=True)
    subprocess.run([python, "-m", "pip", "install", "--quiet", *PACKAGES], check=True)
    build = ["swift", "build", "-c", "release", "--package-path", HARNESS,
             "--scratch-path", folder / "build"]
    subprocess.run(build, check=True, stdout=sys.stderr)
    shown = subprocess.run([*build, "--show-bin-path"], check=True, capture_output=True, text=True)
    harness = pathlib.Path(shown.stdout.strip()) / "import-harness"
    path = folder / f"scores-{rows}.csv"
    if not path.exists():
        subprocess.run([harness, "write", path, str(rows)], check=True, stdout=sys.stderr)
    return python, harness, path


def processor():
    for line in pathlib.Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.split(":", 1)[1].strip()
    return platform.processor() or platform.machine()


def report(results, rows, size, versions, level, repeats):
    lines = [
        f"# Typed import of {rows:,} rows, {size / 1e6:.0f} MB",
        "",
        f"{datetime.date.today()}; {processor()}, {os.cpu_count()} cores; instructions: {level}; "
        f"least and median of {repeats} runs, warm; load before the run "
        f"{os.getloadavg()[0]:.1f}.",
        f"Versions: {versions}. All sums over all ten columns agree.",
        "",
        "| threads | contender | seconds, least | median | peak memory, MB | times our least |",
        "|---|---|---|---|---|---|",
    ]
    for (threads, name), runs in results.items():
        seconds = [run["seconds"] for run in runs]
        ours = min(run["seconds"] for run in results[(threads, "score-exchange")])
        memory = max(run["memory"] for run in runs) / 1e6
        lines.append(
            f"| {threads} | {name} | {min(seconds):.3f} | {statistics.median(seconds):.3f} | "
            f"{memory:.0f} | {min(seconds) / ours:.1f} |")
    lines += [""] + [f"- {name}: {handicap}." for name, handicap in HANDICAPS.items()]
    return "\n".join(lines) + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--repeats", type=int, default=5)
    parser.add_argument("--threads", default="1,2")
    parser.add_argument("--folder", type=pathlib.Path, default=HERE / ".build-peers")
    parser.add_argument("--peer", nargs=3, metavar=("NAME", "FILE", "THREADS"), help="one run")
    options = parser.parse_args()
    if options.peer:
        name, path, threads = options.peer
        seconds, memory, rows, sums = PEERS[name](path, int(threads))
        print(json.dumps({"seconds": seconds, "memory": memory, "rows": rows, "sums": sums}))
        return
    python, harness, path = prepare(options.folder, options.rows)
    results = {}
    level = ""
    for threads in map(int, options.threads.split(",")):
        for _ in range(options.repeats):
            expected = None
            # Contenders take turns, so that a disturbance meets all of them.
            for name in [*LEVELS, *PEERS]:
                run = run_once(name, path, threads, harness, python)
                if name == "score-exchange":
                    level = run["level"]
                answer = (run["rows"], run["sums"])
                expected = expected or answer
                if answer != expected:
                    sys.exit(f"{name} differs: {answer}, expected {expected}")
                results.setdefault((threads, name), []).append(run)
    listed = subprocess.run(
        [python, "-m", "pip", "list", "--format", "freeze"], capture_output=True, text=True)
    versions = ", ".join(
        line for line in listed.stdout.split() if line.split("==")[0] in PACKAGES)
    text = report(results, options.rows, path.stat().st_size, versions, level, options.repeats)
    name = "-".join(processor().lower().replace("(r)", "").split()[:3])
    target = HERE / "results" / f"import-{datetime.date.today()}-{name}.md"
    target.parent.mkdir(exist_ok=True)
    target.write_text(text)
    print(text)


if __name__ == "__main__":
    main()
