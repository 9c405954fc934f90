#!/usr/bin/env python3
"""Checks `score-exchange equate` against an independent computation.

    python3 Benchmarks/Peers/linking_check.py .build/release/score-exchange

Equipercentile equivalents are computed in exact fractions, moments and anchor methods from the
textbook's formulas, loglinear smoothing by Newton's method on another basis, kernels by plain sums,
postsmoothing from Reinsch's matrices, and every standard error from influence functions: what one
more person at each cell would do to the value. It needs numpy and shares no code with the engine.
Ends with 1 where a value differs by more than 1e-9 points, or a standard error by more than 1e-7 of
itself.
"""

import csv
import math
import subprocess
import sys
import tempfile
from fractions import Fraction
from pathlib import Path

import numpy as np

STEP_X, STEP_Y = 0.25, 0.5


def table(path):
    with open(path, newline="") as file:
        rows = list(csv.DictReader(file))
    return (np.array([float(r["to"]) for r in rows]),
            np.array([float(r["standard_error"] or "nan") for r in rows]))


def inverse(counts, numerator, denominator):
    """The place of the share numerator/denominator, the cell, and steps for each unit of share."""
    total, under = int(sum(counts)), 0
    wanted = Fraction(numerator, denominator) * total
    last, cell = None, 0
    while cell < len(counts) and under + int(counts[cell]) <= wanted:
        if counts[cell]:
            last = cell
        under += int(counts[cell])
        cell += 1
    low = Fraction(-1, 2) if last is None else Fraction(2 * last + 1, 2)
    if cell == len(counts):
        return (Fraction(2 * cell - 1, 2) + low) / 2, len(counts) - 1, None
    edge = Fraction(2 * cell - 1, 2)
    if under == wanted and low != edge:
        return (edge + low) / 2, cell, None
    part = (wanted - under) / int(counts[cell])
    return edge + part, cell, Fraction(total, int(counts[cell]))


def equipercentile(f, g):
    """Places in steps of Y, and for each source cell the cell and slope at its value."""
    total, under, result = int(sum(f)), 0, []
    for count in f:
        result.append(inverse(g, 2 * under + int(count), 2 * total))
        under += int(count)
    return result


def stairs(size, cell, part):
    """What one person at each cell adds to the share under a place."""
    steps = np.zeros(size)
    steps[:cell] = 1
    steps[cell] = part
    return steps


def rank_influences(f, g):
    """Values in points, and the influences of a person's X and Y on each value."""
    values, by_x, by_y = [], [], []
    for i, (place, cell, slope) in enumerate(equipercentile(f, g)):
        values.append(float(place) * STEP_Y)
        if slope is None:
            by_x.append(None)
            by_y.append(None)
            continue
        part = float(place - Fraction(2 * cell - 1, 2))
        scale = float(slope) * STEP_Y
        x, y = stairs(len(f), i, 0.5), stairs(len(g), cell, part)
        by_x.append(scale * (x - x @ f / sum(f)))
        by_y.append(-scale * (y - y @ g / sum(g)))
    return np.array(values), by_x, by_y


def moments(points, counts):
    n = counts.sum()
    mean = points @ counts / n
    return mean, (points - mean) ** 2 @ counts / n


def line_influences(x, y, f, g):
    """The linear method with the influences of a person's X and Y at every source point."""
    (mx, vx), (my, vy) = moments(x, f), moments(y, g)
    slope = math.sqrt(vy / vx)
    values = my + slope * (x - mx)
    by_x = [-slope * (x - mx) - slope * (p - mx) * ((x - mx) ** 2 - vx) / (2 * vx) for p in x]
    by_y = [(y - my) + slope * (p - mx) * ((y - my) ** 2 - vy) / (2 * vy) for p in x]
    return values, by_x, by_y


def independent(by_x, by_y, f, g):
    return np.array([
        math.nan if a is None
        else math.sqrt((a * a) @ f / f.sum() ** 2 + (b * b) @ g / g.sum() ** 2)
        for a, b in zip(by_x, by_y)])


def joint(by_x, by_y, pairs):
    n = pairs.sum()
    return np.array([
        math.nan if a is None else math.sqrt(((a[:, None] + b[None, :]) ** 2 * pairs).sum()) / n
        for a, b in zip(by_x, by_y)])


def loglinear(counts, degree):
    """Fitted shares by Newton's method on Chebyshev polynomials."""
    t = np.linspace(-1, 1, len(counts))
    basis = np.polynomial.chebyshev.chebvander(t, degree)[:, 1:]
    target = basis.T @ counts / counts.sum()
    beta = np.zeros(degree)
    for _ in range(200):
        logs = basis @ beta
        p = np.exp(logs - logs.max())
        p /= p.sum()
        mean = basis.T @ p
        step = np.linalg.solve((basis * p[:, None]).T @ basis - np.outer(mean, mean),
                               target - mean)
        beta += step * min(1, 1 / np.abs(step).max())
        if np.abs(step).max() < 1e-14:
            break
    return p


def smooth_equipercentile(p, q):
    cumulative = np.concatenate([[0], np.cumsum(q)])
    values = []
    for i in range(len(p)):
        rank = math.fsum(p[:i]) + p[i] / 2
        cell = min(len(q) - 1, int(np.searchsorted(cumulative, rank, side="right")) - 1)
        values.append((cell - 0.5 + (rank - math.fsum(q[:cell])) / q[cell]) * STEP_Y)
    return np.array(values)


def lord(f, g):
    """Lord's standard errors of the equivalents, in steps of Y."""
    total, result = f.sum() * g.sum() / (f.sum() + g.sum()), []
    edges = np.concatenate([[0], np.cumsum(g)]) / g.sum()
    for rank in (np.cumsum(f) - f / 2) / f.sum():
        cell = min(len(g) - 1, int(np.searchsorted(edges, rank, side="right")) - 1)
        share = g[cell] / g.sum()
        gap = (edges[cell + 1] - rank) * (rank - edges[cell]) / (g.sum() * share)
        result.append(math.sqrt(max(0, rank * (1 - rank) / total - gap)) / share)
    return np.array(result)


def places(f, g):
    """Equivalents in steps of Y, for counts that need not be whole."""
    edges, result = np.concatenate([[0], np.cumsum(g)]) / g.sum(), []
    for rank in (np.cumsum(f) - f / 2) / f.sum():
        cell = min(len(g) - 1, int(np.searchsorted(edges, rank, side="right")) - 1)
        result.append(cell - 0.5 + (rank - edges[cell]) * g.sum() / g[cell])
    return np.array(result)


class Spline:
    """Reinsch's spline through equivalents, by dense matrices, with straight ends."""

    def __init__(self, f, g, bound=None, like=None):
        ranks = (np.cumsum(f) - f / 2) / f.sum()
        self.inside = like.inside if like else np.flatnonzero((ranks >= 0.005) & (ranks <= 0.995))
        self.errors = like.errors if like else lord(f, g)[self.inside]
        self.sizes, n = (len(f), len(g)), len(self.inside)
        y = places(f, g)[self.inside]
        q = sum(w * np.eye(n, n - 2, -k) for k, w in enumerate([1, -2, 1]))
        t = (4 * np.eye(n - 2) + np.eye(n - 2, k=1) + np.eye(n - 2, k=-1)) / 3
        spread = np.diag(self.errors ** 2)

        def curve(log):
            v = np.linalg.solve(q.T @ spread @ q + math.exp(log) * t, q.T @ y)
            return y - spread @ q @ v, np.concatenate([[0], math.exp(log) * v, [0]])
        low, high = -60.0, 60.0
        for _ in range(0 if like else 200):
            middle = (low + high) / 2
            loose = np.mean(((curve(middle)[0] - y) / self.errors) ** 2) > bound
            low, high = (middle, high) if loose else (low, middle)
        self.log = like.log if like else high
        self.values, self.bends = curve(self.log)

    def __call__(self, place):
        first, last, (k, m) = self.inside[0], self.inside[-1], self.sizes
        if place < first:
            return -0.5 + (place + 0.5) / (first + 0.5) * (self.values[0] + 0.5)
        if place > last:
            return m - 0.5 - (k - 0.5 - place) / (k - 0.5 - last) * (m - 0.5 - self.values[-1])
        i = min(int(place) - first, len(self.values) - 2)
        u, (a, b), (c, d) = place - first - i, self.values[i:i + 2], self.bends[i:i + 2]
        return a + u * (b - a - (2 * c + d) / 3 + u * (c + u * (d - c) / 3))

    def inverse(self, value):
        low, high = -0.5, self.sizes[0] - 0.5
        for _ in range(80):
            middle = (low + high) / 2
            low, high = (middle, high) if self(middle) < value else (low, middle)
        return (low + high) / 2


def postsmoothed(f, g, bound):
    """Values in points, and their errors by differences, for stiffness and spread as found."""
    found = Spline(f, g, bound), Spline(g, f, bound)

    def values(f, g):
        there, back = Spline(f, g, like=found[0]), Spline(g, f, like=found[1])
        return np.array([there(i) + back.inverse(i) for i in range(len(f))]) * STEP_Y / 2
    variance = 0
    for side, counts in enumerate((f, g)):
        size, n = 3e-7, counts.sum()
        for cell in np.flatnonzero(counts):
            def moved(share):
                both = [f.astype(float), g.astype(float)]
                both[side] = both[side] * (1 - share)
                both[side][cell] += share * n
                return values(*both)
            slope = (moved(size) - moved(-size)) / (2 * size)
            variance = variance + counts[cell] * (slope / n) ** 2
    return values(f, g), np.sqrt(variance)


def kernel(x, y, p, q, hx, hy):
    def cdf(points, shares, h):
        mean, variance = moments(points, shares)
        a = math.sqrt(variance / (variance + h * h))
        return lambda t: sum(
            r * 0.5 * math.erfc(-(t - a * s - (1 - a) * mean) / (a * h * math.sqrt(2)))
            for s, r in zip(points, shares))
    source, target = cdf(x, p, hx), cdf(y, q, hy)
    values = []
    for point in x:
        rank, low, high = source(point), y[0] - 50, y[-1] + 50
        for _ in range(200):
            middle = (low + high) / 2
            low, high = (middle, high) if target(middle) < rank else (low, middle)
        values.append((low + high) / 2)
    return np.array(values)


def anchored(x, y, v, first, second, method, weight=0.5):
    """Tucker, Levine (external anchor) and chained linear."""
    def group(points, pairs):
        n = pairs.sum()
        (m, s), (mv, sv) = moments(points, pairs.sum(1)), moments(v, pairs.sum(0))
        return m, s, mv, sv, (points - m) @ pairs @ (v - mv) / n
    mx, sx, m1, s1, c1 = group(x, first)
    my, sy, m2, s2, c2 = group(y, second)
    if method == "chained-linear":
        at_v = m1 + math.sqrt(s1 / sx) * (x - mx)
        return my + math.sqrt(sy / s2) * (at_v - m2)
    g1, g2 = ((c1 / s1, c2 / s2) if method == "tucker"
              else ((sx + c1) / (s1 + c1), (sy + c2) / (s2 + c2)))
    if method == "levine-true":
        return my + g2 * m1 - g2 * m2 + g2 / g1 * (x - mx)
    w1, w2, dm, ds = weight, 1 - weight, m1 - m2, s1 - s2
    mean_x, mean_y = mx - w2 * g1 * dm, my + w1 * g2 * dm
    var_x = sx - w2 * g1 ** 2 * ds + w1 * w2 * g1 ** 2 * dm ** 2
    var_y = sy + w1 * g2 ** 2 * ds + w1 * w2 * g2 ** 2 * dm ** 2
    return mean_y + math.sqrt(var_y / var_x) * (x - mean_x)


def main():
    tool, random = sys.argv[1], np.random.default_rng(47)
    ability = random.normal(0, 1, 20_000)
    x_of = np.clip(np.round(20 + 7 * ability + 4 * random.normal(size=20_000)), 0, 40).astype(int)
    y_of = np.clip(np.round(13 + 5 * ability + 3 * random.normal(size=20_000)), 0, 30).astype(int)
    v_of = np.clip(np.round(6 + 2 * ability + 1 * random.normal(size=20_000)), 0, 12).astype(int)
    pairs, first, second = np.zeros((41, 31)), np.zeros((41, 13)), np.zeros((31, 13))
    np.add.at(pairs, (x_of, y_of), 1)
    np.add.at(first, (x_of[:9_000], v_of[:9_000]), 1)
    np.add.at(second, (y_of[9_000:], v_of[9_000:]), 1)
    f, g = pairs.sum(1), pairs.sum(0)
    x, y, v = np.arange(41) * STEP_X, np.arange(31) * STEP_Y, np.arange(13.0)
    worst = {"value": 0.0, "error": 0.0}

    with tempfile.TemporaryDirectory() as folder:
        def write(name, head, rows):
            path = Path(folder, name)
            path.write_text(head + "\n" + "".join(
                ",".join(str(cell) for cell in row) + "\n" for row in rows))
            return str(path)

        def cells(counts, a, b):
            return [(a[i], b[j], int(counts[i, j])) for i, j in zip(*np.nonzero(counts))]

        single = ["--design", "single-group", "--pairs",
                  write("pairs.csv", "from,to,count", cells(pairs, x, y))]
        groups = ["--design", "equivalent-groups",
                  "--from", write("x.csv", "score,count", zip(x, f.astype(int))),
                  "--to", write("y.csv", "score,count", zip(y, g.astype(int)))]
        anchor = ["--design", "anchor", "--anchor", "external", "--weight", "0.5",
                  "--from", write("xv.csv", "score,anchor,count", cells(first, x, v)),
                  "--to", write("yv.csv", "score,anchor,count", cells(second, y, v))]

        def check(name, design, options, values, errors=None):
            output = str(Path(folder, "table.csv"))
            subprocess.run([tool, "equate", *design, "--from-scale", f"0:10:{STEP_X}",
                            "--to-scale", f"0:15:{STEP_Y}", *options, "-o", output, "--quiet"],
                           check=True)
            found, found_errors = table(output)
            off = np.abs(found - values).max()
            line, worst["value"] = f"{name:42} values {off:.1e}", max(worst["value"], off)
            if errors is not None:
                known = ~np.isnan(errors) & (errors > 1e-12)
                ratio = np.abs(found_errors[known] / errors[known] - 1).max()
                line, worst["error"] = f"{line}  errors {ratio:.1e}", max(worst["error"], ratio)
            print(line)

        ranks, rx, ry = rank_influences(f, g)
        line, lx, ly = line_influences(x, y, f, g)
        for method, values, by in [("equipercentile", ranks, (rx, ry)), ("linear", line, (lx, ly))]:
            check(f"{method}, two groups", groups, ["--method", method], values,
                  independent(*by, f, g))
            check(f"{method}, one group", single, ["--method", method], values,
                  joint(*by, pairs))
        half = [None if a is None else a / 2 for a in rx], [None if b is None else b / 2 for b in ry]
        check("half identity, half equipercentile", single,
              ["--method", "composite:identity=0.5,equipercentile=0.5"], (ranks + x) / 2,
              joint(*half, pairs))
        both = [[None if a is None else 0.6 * a + 0.4 * b for a, b in zip(one, other)]
                for one, other in ((rx, lx), (ry, ly))]
        mixture = ["--method", "composite:equipercentile=0.6,linear=0.4"]
        check("equipercentile and linear, two groups", groups, mixture,
              0.6 * ranks + 0.4 * line, independent(*both, f, g))
        check("equipercentile and linear, one group", single, mixture,
              0.6 * ranks + 0.4 * line, joint(*both, pairs))
        check("equipercentile, spline:0.3", groups,
              ["--method", "equipercentile", "--postsmoothing", "spline:0.3"],
              *postsmoothed(f, g, 0.3))
        p, q = loglinear(f, 6), loglinear(g, 6)
        check("equipercentile, loglinear:6", groups,
              ["--method", "equipercentile", "--presmoothing", "loglinear:6"],
              smooth_equipercentile(p, q))
        check("kernel, 0.6 points", groups, ["--method", "kernel", "--bandwidth", "0.6"],
              kernel(x, y, f / f.sum(), g / g.sum(), 0.6, 0.6))
        for method in ["tucker", "levine", "levine-true", "chained-linear"]:
            check(method, anchor, ["--method", method],
                  anchored(x, y, v, first, second, method))
    return 1 if worst["value"] > 1e-9 or worst["error"] > 1e-7 else 0


if __name__ == "__main__":
    sys.exit(main())
