#!/usr/bin/env python3
"""How time and memory grow with the number of results, for `run` and for `import -o`.

Makes a sample of each size by seed, runs both on all cores, and writes a dated table and a plot. Processor
seconds are what counts where a machine has other work; the memory is the greatest of the process.

Usage: growth.py TOOL [--sizes 100000,1000000,10000000] [--folder FOLDER]      FOLDER holds the samples
"""
import argparse
import datetime
import json
import math
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


def plot(series, unit, title):
    """Curves over the number of results, both scales logarithmic, with a line of steady growth to each."""
    width, height, left, bottom = 560, 320, 70, 44
    points = [point for points in series.values() for point in points]
    lows = [math.floor(math.log10(min(point[axis] for point in points))) for axis in (0, 1)]
    highs = [math.ceil(math.log10(max(point[axis] for point in points))) for axis in (0, 1)]
    highs = [max(high, low + 1) for low, high in zip(lows, highs)]

    def place(x, y):
        across = (math.log10(x) - lows[0]) / (highs[0] - lows[0])
        up = (math.log10(y) - lows[1]) / (highs[1] - lows[1])
        return left + across * (width - left - 110), height - bottom - up * (height - bottom - 30)

    def text(x, y, words, anchor="middle"):
        return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{words}</text>'

    drawn = [text(left, 16, f"{title} ({unit}), by number of results", "start")]
    for power in range(lows[0], highs[0] + 1):
        x, _ = place(10**power, 10**lows[1])
        drawn.append(f'<path class="grid" d="M{x:.1f},30V{height - bottom}"/>')
        drawn.append(text(x, height - bottom + 18, f"{10**power:,}"))
    for power in range(lows[1], highs[1] + 1):
        x, y = place(10**lows[0], 10**power)
        drawn.append(f'<path class="grid" d="M{left},{y:.1f}H{width - 110}"/>')
        drawn.append(text(left - 8, y + 4, f"{10**power:g}" if power < 4 else f"{10**power:,}", "end"))
    for number, (name, points) in enumerate(series.items()):
        line = " ".join("{:.1f},{:.1f}".format(*place(*point)) for point in points)
        (x0, y0), (x1, _) = points[0], points[-1]
        steady = [place(x0, y0), place(x1, min(y0 * x1 / x0, 10**highs[1]))]
        drawn.append(
            '<path class="steady" d="M{:.1f},{:.1f}L{:.1f},{:.1f}"/>'.format(*steady[0], *steady[1]))
        drawn.append(f'<polyline class="curve{number}" points="{line}"/>')
        for point in points:
            drawn.append('<circle cx="{:.1f}" cy="{:.1f}" r="3"/>'.format(*place(*point)))
        x, y = place(*points[-1])
        drawn.append(text(x + 8, y + 4, name, "start"))
    style = (
        "text{font:12px sans-serif;fill:#222}.grid{stroke:#ddd;fill:none}"
        ".steady{stroke:#888;stroke-dasharray:4 4;fill:none}polyline{fill:none;stroke-width:2}"
        ".curve0{stroke:#0072b2}.curve1{stroke:#d55e00;stroke-dasharray:8 3}circle{fill:#222}")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" '
        f'aria-label="{title} by number of results">\n<style>{style}</style>\n'
        f'<rect width="{width}" height="{height}" fill="#fff"/>\n' + "\n".join(drawn) + "\n</svg>\n")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("tool")
    parser.add_argument("--sizes", default="100000,1000000,10000000")
    parser.add_argument("--folder", default=str(RESULTS.parent / ".build-growth"))
    options = parser.parse_args()
    tool = pathlib.Path(options.tool).resolve()
    rows, curves = [], {}
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
            rows.append((
                size,
                f"| {size:,} | {megabytes:.0f} | {name} | {wall:.1f} | {busy:.1f} | "
                f"{busy / size * 1e6:.2f} | {peak:.0f} | {stages} |"))
            print(rows[-1][1], flush=True)
            curves.setdefault(name, []).append((size, busy))
        shutil.rmtree(folder)
    rows.sort(key=lambda row: row[0])
    for curve in curves.values():
        curve.sort()
    RESULTS.mkdir(exist_ok=True)
    slug = re.sub(r"[^a-z0-9]+", "-", processor().lower()).strip("-")[:40].strip("-")
    path = RESULTS / f"growth-{datetime.date.today()}-{slug}.md"
    path.with_suffix(".svg").write_text(plot(curves, "s", "Processor time"))
    path.write_text(
        f"# Growth, {datetime.date.today()}\n\n{processor()}, {os.cpu_count()} threads, load "
        f"{os.getloadavg()[1]:.0f} while measuring: processor seconds tell more than wall seconds.\n\n"
        "| results | MB | command | wall s | processor s | µs a result | peak MiB | stages |\n"
        "|---:|---:|---|---:|---:|---:|---:|---|\n" + "\n".join(text for _, text in rows) + "\n")
    print(path)


main()
