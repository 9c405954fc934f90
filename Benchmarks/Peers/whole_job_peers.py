#!/usr/bin/env python3
"""The whole job beside DuckDB and Polars: read results and applicants, link, convert, write.

    Benchmarks/Peers/whole_job_peers.py [--results 1000000] [--applicants 170000] [--repeats 3]
        [--threads 2] [--folder DIR]

Makes a synthetic exchange in DIR (kept for the next run) and gives every contender the same two UTF-8
files: all results, and the applicants of one school, six in ten of all; by default one to ten results.
Each runs in a process of its own. Answers are compared before times: every pair that number, name and
birth date agree on must be linked by all, and converted scores are compared with exact arithmetic. The
report goes to results/, named by size, date and processor. See README.md for what is compared.
"""
import argparse
import csv
import datetime
import fractions
import functools
import os
import pathlib
import platform
import resource
import statistics
import subprocess
import sys
import time
import unicodedata
import venv

HERE = pathlib.Path(__file__).resolve().parent
TOOL = HERE.parent.parent / ".build/release/score-exchange"
PACKAGES = ["duckdb", "polars"]
SCHOOL = "GHA"
HANDICAPS = {
    "score-exchange": "does the job of `run`: finds encoding, layout and date order by itself, checks every "
    "cell and gives each rejected row its reason, compares names and dates of everybody who might be the same "
    "person and keeps doubtful pairs for review, writes the arithmetic of every decision in words, and the "
    "report",
    "DuckDB": "told dialect and types; links by number, then by folded name and birth date if these are unique; "
    "converts in binary floating point",
    "Polars": "told dialect and types; links by number, then by folded name and birth date if these are unique; "
    "converts in binary floating point",
}


def bands(folder):
    with open(folder / "sample/conversions/hust-2025.csv") as file:
        return tuple(
            tuple(row[key] for key in ("from_low", "from_high", "to_low", "to_high"))
            for row in csv.DictReader(file))


@functools.cache
def exact(total, table):
    """The converted score in hundredths, half up, in rational arithmetic; None outside the table."""
    score = fractions.Fraction(total)
    for place, row in enumerate(table):
        low, high, to_low, to_high = map(fractions.Fraction, row)
        if (low <= score if place == 0 else low < score) and score <= high:
            value = to_low + (score - low) * (to_high - to_low) / (high - low)
            return int(value * 100 + fractions.Fraction(1, 2))
    return None


def folded(name):
    """A name without case and tones, as the peers' own functions fold it."""
    plain = unicodedata.normalize("NFD", name.lower().replace("đ", "d"))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def run_polars(folder, threads):
    os.environ["POLARS_MAX_THREADS"] = str(threads)
    import polars as pl

    def prepared(path, columns):
        return (
            pl.scan_csv(path, schema_overrides={"national_id": pl.String, columns[0]: pl.String})
            .select(columns)
            .with_columns(
                pl.col("name").str.to_lowercase().str.replace_all("đ", "d").str.normalize("NFD")
                .str.replace_all(r"\p{M}", "").alias("folded")))

    results = prepared(
        folder / "results.csv", ["candidate_number", "national_id", "name", "birth_date", "total"])
    people = prepared(folder / "applicants.csv", ["applicant", "national_id", "name", "birth_date"])
    converted = None
    for place, row in enumerate(bands(folder)):
        low, high, to_low, to_high = map(float, row)
        total = pl.col("total").cast(pl.Float64)
        inside = (total >= low if place == 0 else total > low) & (total <= high)
        value = to_low + (total - low) / (high - low) * (to_high - to_low)
        converted = (pl if converted is None else converted).when(inside).then(value)
    results = results.with_columns(
        (((converted.otherwise(None)) * 100 + 0.5).floor() / 100).alias("converted")).collect()
    people = people.collect()
    by_number = people.filter(pl.col("national_id") != "").join(
        results, on="national_id", how="inner")
    rest = people.join(by_number, on="applicant", how="anti")
    unique = results.filter(pl.struct("folded", "birth_date").is_unique())
    by_name = rest.join(unique, on=["folded", "birth_date"], how="inner")
    columns = ["applicant", "candidate_number", "total", "converted"]
    pl.concat([by_number.select(columns), by_name.select(columns)]).write_csv(
        folder / "polars-links.csv", float_precision=2)
    results.select(["candidate_number", "total", "converted"]).write_csv(
        folder / "polars-converted.csv", float_precision=2)


def run_duckdb(folder, threads):
    import duckdb

    connection = duckdb.connect()
    connection.execute(f"set threads={threads}")
    cases = " ".join(
        f"when total {'>=' if place == 0 else '>'} {low} and total <= {high} "
        f"then {to_low}::double + (total::double - {low}::double) / ({high}::double - {low}::double)"
        f" * ({to_high}::double - {to_low}::double)"
        for place, (low, high, to_low, to_high) in enumerate(bands(folder)))
    fold = "strip_accents(replace(lower(name), 'đ', 'd'))"
    connection.execute(
        "create table results as select candidate_number, national_id, birth_date, total, "
        f"{fold} as folded, floor((case {cases} end) * 100 + 0.5) / 100 as converted from "
        f"read_csv('{folder}/results.csv', header=true, delim=',', quote='\"', types={{"
        "'national_id': 'VARCHAR', 'candidate_number': 'VARCHAR', 'total': 'DECIMAL(6,2)'})")
    connection.execute(
        f"create table people as select applicant, national_id, birth_date, {fold} as folded from "
        f"read_csv('{folder}/applicants.csv', header=true, delim=',', quote='\"', types={{"
        "'national_id': 'VARCHAR', 'applicant': 'VARCHAR'})")
    connection.execute(
        "create table by_number as select applicant, candidate_number, total, converted "
        "from people join results using (national_id) where national_id <> ''")
    connection.execute(
        "create table by_name as select applicant, candidate_number, total, converted from "
        "(select * from people where applicant not in (select applicant from by_number)) join "
        "(select * from results qualify count(*) over (partition by folded, birth_date) = 1) "
        "using (folded, birth_date)")
    connection.execute(
        "copy (select * from by_number union all select * from by_name) to "
        f"'{folder}/duckdb-links.csv' (header)")
    connection.execute(
        "copy (select candidate_number, total, converted from results) to "
        f"'{folder}/duckdb-converted.csv' (header)")


def run_ours(folder, threads):
    subprocess.run(
        [TOOL, "run", folder / "exchange.yaml", "-o", folder / "ours", "--threads", str(threads),
         "--quiet"], check=True)


CONTENDERS = {"score-exchange": run_ours, "DuckDB": run_duckdb, "Polars": run_polars}


def prepare(folder, options):
    """The sample, its results in one file, and the applicants of one school."""
    sample = folder / "sample"
    if not (folder / "exchange.yaml").exists():
        subprocess.run(
            [TOOL, "sample", "--results", str(options.results),
             "--applicants", str(options.applicants), "--wishes", str(8 * options.applicants),
             "--seed", "9", "-o", sample, "--quiet"], check=True)
        subprocess.run(
            [TOOL, "import", "--exchange", sample / "exchange.yaml",
             *sorted((sample / "results").glob("*.csv")), "-o", folder / "results.csv", "--quiet"],
            check=True)
        (folder / "applicants.csv").write_bytes(
            (sample / f"applicants/{SCHOOL.lower()}.csv").read_bytes())
        (folder / "exchange.yaml").write_text(EXCHANGE)


EXCHANGE = f"""exchange: whole-job
year: 2025
as_of: 2025-07-16
assessments:
  TSA:
    issuer: BKA
    scale: {{minimum: 0, maximum: 100, step: 0.01}}
    parts: {{mathematics: 40, reading: 20, science: 40}}
    validity: 2 years
    sittings: {{2025-1: 2025-01-19, 2025-2: 2025-03-09, 2025-3: 2025-04-27}}
results:
  - {{file: results.csv, school: BKA, assessment: TSA}}
applicants:
  - {{file: applicants.csv, school: {SCHOOL}}}
conversions:
  hust-2025:
    from: TSA
    to: {{name: THPT, minimum: 0, maximum: 30, step: 0.01}}
    bands: sample/conversions/hust-2025.csv
    edges: right-closed
    interpolate: true
    rounding: half-up 2
recognition:
  {SCHOOL}:
    - {{accepts: TSA, choose: best, convert: hust-2025, programmes: all}}
"""


def read(path):
    with open(path, newline="", encoding="utf-8-sig") as file:
        yield from csv.DictReader(file)


def compare_answers(folder):
    """How many people applied, how many pairs all must find, and the wrong answers of each contender:
    pairs missed, scores not rounded as exact arithmetic does.

    A pair that we leave to a person, because two people claim one number, is not missed.
    """
    people = {row["applicant"]: row for row in read(folder / "applicants.csv")}
    by_number = {}
    for row in people.values():
        if row["national_id"]:
            by_number.setdefault(row["national_id"], []).append(row)
    agreed, totals = set(), {}
    for row in read(folder / "results.csv"):
        totals[row["candidate_number"]] = row["total"]
        for person in by_number.get(row["national_id"], []):
            if person["birth_date"] == row["birth_date"] and folded(person["name"]) == folded(row["name"]):
                agreed.add((person["applicant"], row["candidate_number"]))
    table = bands(folder)
    figures = {}
    for name in ("DuckDB", "Polars"):
        pairs = {
            (row["applicant"], row["candidate_number"])
            for row in read(folder / f"{name.lower()}-links.csv")}
        wrong = sum(
            1 for row in read(folder / f"{name.lower()}-converted.csv")
            if row["total"] and (round(float(row["converted"]) * 100) if row["converted"] else None)
            != exact(row["total"], table))
        figures[name] = (len(agreed - pairs), wrong)
    pairs = {
        (row["left"], row["right"].rsplit("/", 1)[1])
        for row in read(folder / "ours/links.csv")}
    wrong = sum(
        1 for row in read(folder / "ours/recognised.csv")
        if row["converted"] and round(float(row["converted"]) * 100) != exact(row["total"], table))
    figures["score-exchange"] = (len(agreed - pairs), wrong)
    if any(missed for missed, _ in figures.values()) or figures["score-exchange"][1]:
        sys.exit(f"the answers do not agree: {figures}")
    return len(people), len(agreed), figures


def in_own_process(name, folder, threads):
    """Wall-clock seconds and peak bytes of one run, measured from outside."""
    start = time.perf_counter()
    child = os.fork()
    if child == 0:
        subprocess.run(
            [sys.executable, __file__, "--only", name, "--folder", folder, "--threads", str(threads)],
            check=True)
        os._exit(0)
    _, status, usage = os.wait4(child, 0)
    if status:
        sys.exit(f"{name} failed")
    return time.perf_counter() - start, usage.ru_maxrss * 1024


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--results", type=int, default=1_000_000)
    parser.add_argument("--applicants", type=int, help="of all schools, 8 wishes each")
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--folder", type=pathlib.Path, default=HERE / ".build-peers")
    parser.add_argument("--only", choices=CONTENDERS)
    options = parser.parse_args()
    options.applicants = options.applicants or options.results * 17 // 100
    folder = options.folder.resolve()
    if options.only:
        CONTENDERS[options.only](folder, options.threads)
        return
    folder.mkdir(parents=True, exist_ok=True)
    environment = folder / "venv"
    if not environment.exists():
        venv.create(environment, with_pip=True)
        subprocess.run([environment / "bin/pip", "install", "--quiet", *PACKAGES], check=True)
    if pathlib.Path(sys.prefix) != environment:
        os.execv(environment / "bin/python", [str(environment / "bin/python"), *sys.argv])
    prepare(folder, options)
    runs = {name: [] for name in CONTENDERS}
    load = os.getloadavg()[0]
    for _ in range(options.repeats):
        for name in CONTENDERS:
            runs[name].append(in_own_process(name, folder, options.threads))
    people, agreed, figures = compare_answers(folder)
    report(options, runs, agreed, figures, load, people)


def report(options, runs, agreed, figures, load, people):
    processor = next(
        (line.split(":")[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")),
        platform.processor())
    versions = subprocess.run(
        [sys.executable, "-m", "pip", "list", "--format=freeze"], capture_output=True, text=True).stdout
    least = min(seconds for seconds, _ in runs["score-exchange"])
    lines = [
        f"# The whole job with {options.results:,} results and {people:,} applicants", "",
        f"{datetime.date.today()}; {processor}, {os.cpu_count()} cores; {options.threads} threads; least and "
        f"median of {options.repeats} runs, whole processes, warm; load before the run {load:.1f}.",
        "Versions: " + ", ".join(
            line for line in versions.split() if line.split("==")[0] in PACKAGES)
        + f". All find the {agreed:,} pairs that number, name and birth date agree on.", "",
        "| contender | seconds, least | median | peak memory, MB | times our least | wrongly rounded |",
        "|---|---|---|---|---|---|"]
    for name, figures_of_runs in runs.items():
        seconds = [run[0] for run in figures_of_runs]
        lines.append(
            f"| {name} | {min(seconds):.3f} | {statistics.median(seconds):.3f} | "
            f"{max(run[1] for run in figures_of_runs) / 1e6:.0f} | {min(seconds) / least:.2f} | "
            f"{figures[name][1]} |")
    lines += ["", *(f"- {name}: {text}." for name, text in HANDICAPS.items())]
    text = "\n".join(lines) + "\n"
    print(text)
    slug = "-".join(processor.lower().replace("(r)", "").split()[:3])
    path = HERE / "results" / f"whole-job-{options.results}-{datetime.date.today()}-{slug}.md"
    path.write_text(text)


if __name__ == "__main__":
    main()
