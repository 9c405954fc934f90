#!/usr/bin/env python3
"""How time and memory grow with the number of results, for `run` and for `import -o`.

Makes a sample of each size by seed, runs both on all cores, and writes a dated table. Processor
seconds are what counts where a machine has other work; the memory is the greatest of the process.

Usage: growth.py TOOL [--sizes 100000,1000000] [--folder FOLDER]      FOLDER holds the samples
"""
import argparse
import datetime
import json
import os
import pathlib
import platform
import re
import resource
import shutil
import subprocess
import sys
import time

RESULTS = pathlib.Path(__file__).parent / "results"


def processor():
    found = re.search(r"model name\s*:\s*(.+)", pathlib.Path("/proc/cpuinfo").read_text())
    return found.group(1) if found else platform.machine()


def measured(arguments):
    """Wall and processor seconds, and peak MiB, in a process that has no other child."""
    read, write = os.pipe()
    if os.fork() == 0:
        start = time.monotonic()
        done = subprocess.run(arguments, capture_output=True)
        wall = time.monotonic() - start
        usage = resource.getrusage(resource.RUSAGE_CHILDREN)
        figures = [done.returncode, wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024]
        os.write(write, json.dumps(figures).encode())
        os._exit(0)
    os.close(write)
    os.wait()
    status, *figures = json.loads(os.read(read, 256))
    if status:
        sys.exit(f"growth: {' '.join(map(str, arguments))} ended with {status}")
    return figures


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("tool")
    parser.add_argument("--sizes", default="100000,1000000")
    parser.add_argument("--folder", default="growth")
    options = parser.parse_args()
    tool = pathlib.Path(options.tool).resolve()
    rows = []
    for size in map(int, options.sizes.split(",")):
        folder = pathlib.Path(options.folder) / str(size)
        subprocess.run(
            [tool, "sample", "--results", str(size), "--applicants", str(size // 10), "--wishes",
             str(size * 8 // 10), "--seed", "3", "-o", folder, "--quiet"], check=True)
        exchange, files = folder / "exchange.yaml", sorted((folder / "results").glob("*.csv"))
        megabytes = sum(file.stat().st_size for file in files) / 1e6
        for name, arguments in [
            ("import -o", ["import", "--exchange", exchange, *files, "-o", folder / "out.csv"]),
            ("run", ["run", exchange, "-o", folder / "out"]),
        ]:
            wall, busy, peak = measured([tool, *arguments, "--quiet"])
            stages = ""
            if name == "run":
                timings = json.loads((folder / "out/timings.json").read_text())
                stages = ", ".join(
                    f"{stage['stage']} {stage['seconds']:.1f} s to {stage['peak_memory'] >> 20} MiB"
                    for stage in timings["stages"])
            rows.append(
                f"| {size:,} | {megabytes:.0f} | {name} | {wall:.1f} | {busy:.1f} | "
                f"{busy / size * 1e6:.2f} | {peak:.0f} | {stages} |")
            print(rows[-1], flush=True)
        shutil.rmtree(folder)
    RESULTS.mkdir(exist_ok=True)
    slug = re.sub(r"[^a-z0-9]+", "-", processor().lower()).strip("-")[:40].strip("-")
    path = RESULTS / f"growth-{datetime.date.today()}-{slug}.md"
    path.write_text(
        f"# Growth, {datetime.date.today()}\n\n{processor()}, {os.cpu_count()} threads, load "
        f"{os.getloadavg()[1]:.0f} while measuring: processor seconds tell more than wall seconds.\n\n"
        "| results | MB | command | wall s | processor s | µs a result | peak MiB | stages |\n"
        "|---:|---:|---|---:|---:|---:|---:|---|\n" + "\n".join(rows) + "\n")
    print(path)


main()
