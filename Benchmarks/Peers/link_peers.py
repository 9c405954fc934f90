#!/usr/bin/env python3
"""Links applicants to results: this tool beside Splink, and Polars and DuckDB by an office's own rule.

    Benchmarks/Peers/link_peers.py SCORE_EXCHANGE [--applicants 100000] [--results 1000000]
                                   [--repeats 3] [--threads 2] [--folder DIR]

Makes a virtual environment and two files in DIR (kept for the next run), with the truth about who is
who. The rule of Polars and DuckDB: the same number; else the same name without marks and the same birth
date, where nobody else has both. Splink trains a model as its documentation does, with term frequencies
of names, and keeps the best applicant of each result above .99; its pairs share a number, name and birth
date, or birth date and half a number. Each run is a process of its own, files to file. Answers are compared with the
truth before times are printed: precision and recall stand beside every time. The report goes to
results/, named by date and processor.
"""
import argparse
import csv
import datetime
import os
import pathlib
import random
import resource
import subprocess
import sys
import tempfile
import time
import unicodedata
import venv

HERE = pathlib.Path(__file__).resolve().parent
FAMILIES = ("Nguyễn " * 38 + "Trần " * 12 + "Lê " * 9 + "Phạm " * 7 + "Hoàng " * 5 + "Phan " * 4
            + "Vũ " * 4 + "Đặng " * 2 + "Bùi " * 2 + "Đỗ " * 2 + "Hồ Ngô Dương Lý Tô Mai").split()
MIDDLES = "Thị Thị Thị Văn Văn Văn Minh Ngọc Thu Đức Quang Hải Thanh Hoàng Gia Bảo Khánh Như".split()
GIVENS = ("Anh Linh Trang Hoà Dũng Hùng Mỹ Thuý Phương Sơn Việt Khuê Ánh Bình Châu Đạt Giang Hạnh "
          "Khánh Lan Nam Oanh Phúc Quỳnh Tú Uyên Vy Xuân Yến Long Huy Hà Hương Nhi Thảo").split()
SITTINGS = [f"2025-{number}" for number in range(1, 4)]


def folded(name):
    plain = unicodedata.normalize("NFD", name.lower().replace("đ", "d"))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def make(folder, applicant_count, result_count):
    """Two of three people who sat apply; each of them sat one to three times."""
    pick = random.Random(2025)
    start = datetime.date(2007, 1, 1)
    applicants = csv.writer(open(folder / "applicants.csv", "w", newline="", encoding="utf-8"))
    results = csv.writer(open(folder / "results.csv", "w", newline="", encoding="utf-8"))
    truth = csv.writer(open(folder / "truth.csv", "w", newline="", encoding="utf-8"))
    applicants.writerow(["applicant", "national_id", "name", "birth_date"])
    results.writerow(["candidate_number", "national_id", "name", "birth_date", "sitting"])
    truth.writerow(["right", "left"])
    person = written = 0
    while written < result_count:
        person += 1
        name = [pick.choice(FAMILIES), pick.choice(MIDDLES), pick.choice(GIVENS)]
        born = start + datetime.timedelta(days=pick.randrange(365))
        number = f"{pick.randrange(1, 97):03}{pick.choice('23')}07{pick.randrange(1000000):06}"
        applies = person <= applicant_count
        if applies:
            applicants.writerow([f"A{person}", number, " ".join(name), born.isoformat()])
        for sitting in pick.sample(SITTINGS, pick.choice([1, 1, 2, 3])):
            if written == result_count:
                break
            written += 1
            words, date, identifier = list(name), born, number
            chance = pick.random()
            if chance < 0.05:
                identifier = ""
            elif chance < 0.07:
                place = pick.randrange(6, 12)
                identifier = number[:place] + str((int(number[place]) + 1) % 10) + number[place + 1:]
            if pick.random() < 0.02:
                words[1] = words[1][0]
            if pick.random() < 0.01:
                date = born + datetime.timedelta(days=1)
            text = " ".join(words)
            if pick.random() < 0.2:
                text = folded(text).upper()
            results.writerow([f"R{written}", identifier, text, date.isoformat(), sitting])
            if applies:
                truth.writerow([f"R{written}", f"A{person}"])


def polars_links(folder, threads, output):
    import polars as pl

    text = dict(schema_overrides={"national_id": pl.String})
    left = pl.read_csv(folder / "applicants.csv", **text)
    right = pl.read_csv(folder / "results.csv", **text)

    def key(table):
        name = (pl.col("name").str.to_lowercase().str.replace_all("đ", "d").str.normalize("NFD")
                .str.replace_all(r"\p{M}", ""))
        return table.with_columns(key=name + "|" + pl.col("birth_date"))

    left, right = key(left), key(right)
    by_number = right.filter(pl.col("national_id").is_not_null()).join(
        left.filter(pl.col("national_id").is_not_null()), on="national_id")
    rest = right.join(by_number, on="candidate_number", how="anti")
    alone = left.filter(pl.col("key").is_unique())
    once = rest.join(alone, on="key")
    pl.concat([table.select(left="applicant", right="candidate_number")
               for table in (by_number, once)]).write_csv(output)


def duckdb_links(folder, threads, output):
    import duckdb

    connection = duckdb.connect()
    connection.execute(f"set threads={threads}")
    for table in ("applicants", "results"):
        connection.execute(
            f"create table {table} as select *, replace(strip_accents(lower(name)), 'đ', 'd') || '|' "
            f"|| birth_date as key from read_csv('{folder}/{table}.csv', header=true, "
            "all_varchar=true)")
    connection.execute(
        "create table numbered as select applicant as \"left\", candidate_number as \"right\" from "
        "results join applicants using (national_id)")
    connection.execute(
        f"copy (select * from numbered union all select applicant, candidate_number from results "
        "join (select key, any_value(applicant) as applicant from applicants group by key having "
        "count(*) = 1) using (key) where candidate_number not in (select \"right\" from numbered)) "
        f"to '{output}' (header)")


def splink_links(folder, threads, output):
    import duckdb
    import splink.comparison_library as compare
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on

    connection = duckdb.connect()
    connection.execute(f"set threads={threads}")
    for table, key in (("applicants", "applicant"), ("results", "candidate_number")):
        connection.execute(
            f"create table {table} as select {key} as unique_id, national_id, birth_date, "
            "replace(strip_accents(lower(name)), 'đ', 'd') as name "
            f"from read_csv('{folder}/{table}.csv', header=true, all_varchar=true)")
    engine = DuckDBAPI(connection=connection)
    number, whole = block_on("national_id"), block_on("name", "birth_date")
    linker = Linker(
        [engine.register(table, dataset_display_name=table) for table in ("applicants", "results")],
        SettingsCreator(
            link_type="link_only",
            comparisons=[
                compare.DamerauLevenshteinAtThresholds("national_id", 1),
                compare.JaroWinklerAtThresholds("name", [0.92, 0.8]).configure(
                    term_frequency_adjustments=True),
                compare.DamerauLevenshteinAtThresholds("birth_date", 1)],
            blocking_rules_to_generate_predictions=[
                number, whole, block_on("birth_date", "substr(national_id, 1, 6)")],
            retain_matching_columns=False),
        log_level="ERROR")
    training = linker.training
    training.estimate_probability_two_random_records_match([number], recall=0.9)
    training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
    for rule in (number, whole):
        training.estimate_parameters_using_expectation_maximisation(rule)
    pairs = linker.inference.predict(threshold_match_probability=0.99)
    connection.execute(
        f"copy (select unique_id_l as \"left\", unique_id_r as \"right\" from {pairs.physical_name} "
        "qualify row_number() over (partition by unique_id_r order by match_weight desc, unique_id_l) "
        f"= 1) to '{output}' (header)")


PEERS = {"Polars": polars_links, "DuckDB": duckdb_links, "Splink": splink_links}
PACKAGES = ["polars", "duckdb", "splink"]


def measure(command, environment):
    before = time.monotonic()
    process = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit(f"{command[0]} failed")
    return time.monotonic() - before, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def quality(output, truth):
    joined = right = 0
    with open(output, encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            if row.get("zone", "auto") == "auto":
                joined += 1
                right += truth.get(row["right"].split("/")[-1]) == row["left"]
    return right / max(1, joined), right / len(truth)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("tool")
    parser.add_argument("--applicants", type=int, default=100_000)
    parser.add_argument("--results", type=int, default=1_000_000)
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--folder", default=str(pathlib.Path(tempfile.gettempdir()) / "link-peers"))
    parser.add_argument("--peer", help=argparse.SUPPRESS)
    options = parser.parse_args()
    folder = pathlib.Path(options.folder) / f"{options.applicants}x{options.results}"
    output = str(folder / "links.csv")
    if options.peer:
        PEERS[options.peer](folder, options.threads, output)
        return
    python = pathlib.Path(options.folder) / "venv/bin/python"
    if not python.exists():
        venv.create(python.parent.parent, with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "-q", *PACKAGES], check=True)
    if not (folder / "truth.csv").exists():
        folder.mkdir(parents=True, exist_ok=True)
        make(folder, options.applicants, options.results)
    with open(folder / "truth.csv", newline="", encoding="utf-8") as file:
        truth = {row["right"]: row["left"] for row in csv.DictReader(file)}
    commands = {
        name: [str(python), __file__, options.tool, "--applicants", str(options.applicants),
               "--results", str(options.results), "--threads", str(options.threads), "--folder",
               options.folder, "--peer", name]
        for name in PEERS
    }
    commands["score-exchange"] = [
        options.tool, "link", str(folder / "applicants.csv"), str(folder / "results.csv"), "-o",
        output, "--quiet", "--threads", str(options.threads)]
    environment = dict(os.environ, POLARS_MAX_THREADS=str(options.threads))
    runs = {name: [] for name in commands}
    answers = {}
    for _ in range(options.repeats):
        for name, command in commands.items():
            runs[name].append(measure(command, environment))
            answers[name] = quality(output, truth)
    processor = next((line.split(":")[1].strip() for line in open("/proc/cpuinfo")
                      if line.startswith("model name")), "unknown")
    lines = [
        f"# Linking {options.applicants:,} applicants to {options.results:,} results, "
        f"{options.threads} threads", "",
        f"{datetime.date.today()}, {processor}, {os.cpu_count()} cores; least of {options.repeats} "
        "runs of whole processes, files to file; automatic links only", "",
        "| | wall s | CPU s | peak MiB | precision | recall |", "|---|---|---|---|---|---|",
    ]
    for name, taken in runs.items():
        wall, cpu, peak = (min(run[place] for run in taken) for place in range(3))
        precision, recall = answers[name]
        lines.append(f"| {name} | {wall:.2f} | {cpu:.2f} | {peak:.0f} | {precision:.5f} | {recall:.5f} |")
    lines += ["", "Polars and DuckDB follow one fixed rule and give no probability, no explanation and "
              "nothing for review; Splink and this tool estimate a model on the two files in the time."]
    report = "\n".join(lines) + "\n"
    name = "-".join(processor.lower().replace("(r)", "").replace("(tm)", "").split()[:3])
    results = HERE / "results"
    results.mkdir(exist_ok=True)
    (results / f"link-{datetime.date.today()}-{name}.md").write_text(report, encoding="utf-8")
    print(report)


main()
