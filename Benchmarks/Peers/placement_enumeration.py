"""Compares place and check with an exhaustive search over small random problems.

  python3 placement_enumeration.py SCORE_EXCHANGE [FIRST_SEED] [LAST_SEED]

Each seed makes a problem of a few people and programmes with ties everywhere: tie keys in any order
and direction, floors, wishes that are not eligible, nested pools or reserved seats, every rule at
the line, shuffled rows. All placements are enumerated, the stable ones found by the definitions
alone, and of them the one that is best for everybody. `place` must give it with the right cutoffs,
or refuse where `cut` has something to decide; `check` must accept it and no other, and no cutoffs
of which one figure is changed. The same problem on another number of threads must give the same files.
"""

import csv
import hashlib
import itertools
import os
import random
import subprocess
import sys
import tempfile
from collections import namedtuple
from decimal import Decimal

Wish = namedtuple("Wish", "rank programme key group applicant")
TIES = ["", "wish-rank", "tie_1", "-tie_1", "tie_1,wish-rank", "wish-rank,-tie_1", "-tie_1,tie_2",
        "tie_2,wish-rank,-tie_1"]


class Problem:
    def __init__(self, seed):
        pick = self.pick = random.Random(seed)
        shape = pick.choice(["plain", "pools", "reserves"])
        self.rule = pick.choice(["admit-all", "reject-all", "cut", f"lottery:s{pick.randint(0, 9)}"])
        self.ties = pick.choice(TIES)
        names = [f"P{index}" for index in range(pick.randint(1, 4))]
        self.quota = {name: pick.randint(0, 3) for name in names}
        self.floor = {name: pick.choice([None, None, Decimal("25.5")]) for name in names}
        self.pools, self.pool_of, self.blocks = {}, dict.fromkeys(names), []
        if shape == "pools":
            self.pools = {"out": (pick.randint(0, 4), None), "in": (pick.randint(0, 3), "out")}
            self.pool_of = {name: pick.choice([None, "out", "in", "in"]) for name in names}
        if shape == "reserves":
            for name in names:
                free = self.quota[name]
                for _ in range(pick.randint(0, 3)):
                    seats = pick.randint(0, free)
                    free -= seats
                    self.blocks.append((name, pick.choice(["", "g", "h"]), seats, pick.random() < 0.5))
        self.rows = []
        for index in range(pick.randint(1, 5)):
            group = pick.choice(["", "g", "h", "z"])
            listed = pick.sample(names, pick.randint(0, len(names)))
            for rank, name in enumerate(listed, 1):
                self.rows.append({
                    "applicant": f"A{index}", "rank": rank, "programme": name,
                    "score": pick.choice(["25", "25.5", "26.25"]), "tie_1": pick.choice(["0", "1", ""]),
                    "tie_2": pick.choice(["7.5", "8", "8.25"]), "group": group,
                    "eligible": pick.choice(["yes", "", "yes", "", "no"])})
        self.lists = {row["applicant"]: [] for row in self.rows}
        for row in self.rows:
            floor = self.floor[row["programme"]]
            if row["eligible"] != "no" and (floor is None or Decimal(row["score"]) >= floor):
                self.lists[row["applicant"]].append(Wish(
                    row["rank"], row["programme"], self.key(row), row["group"], row["applicant"]))

    def shown_key(self, row):
        key = [-Decimal(row["score"])]
        for tie in filter(None, self.ties.split(",")):
            if tie == "wish-rank":
                key.append(row["rank"])
            else:
                value = Decimal(row[tie.lstrip("-")] or "Infinity")
                key.append(value if tie.startswith("-") or value.is_infinite() else -value)
        return tuple(key)

    def key(self, row):
        if not self.rule.startswith("lottery:"):
            return self.shown_key(row)
        text = self.rule.removeprefix("lottery:") + row["programme"] + row["applicant"]
        return self.shown_key(row) + (hashlib.sha256(text.encode()).hexdigest(),)

    def sets(self, programme):
        sets, pool = [programme], self.pool_of[programme]
        while pool:
            sets.append(pool)
            pool = self.pools[pool][1]
        return sets

    def seats(self, name):
        return self.pools[name][0] if name in self.pools else self.quota[name]

    def asked(self, name, wishes):
        if name not in self.pools:
            return sum(wish.programme == name for wish in wishes)
        inside = [p for p in self.quota if self.pool_of[p] == name]
        inside += [pool for pool, (_, parent) in self.pools.items() if parent == name]
        return sum(min(self.seats(part), self.asked(part, wishes)) for part in inside)

    def chosen(self, wishes, rejecting):
        """Of wishes for one programme or one outermost pool, those that have a seat."""
        blocks = [block for block in self.blocks if block[0] == wishes[0].programme]
        if blocks:
            return self.chosen_from(blocks, wishes, rejecting)

        def fits(wish):
            if rejecting:
                rivals = [other for other in wishes if other.key <= wish.key]
                return all(self.asked(part, rivals) <= self.seats(part)
                           for part in self.sets(wish.programme))
            rivals = [other for other in wishes if other.key < wish.key]
            return all(self.asked(part, rivals) < self.seats(part)
                       for part in self.sets(wish.programme))
        return [wish for wish in wishes if fits(wish)]

    def chosen_from(self, blocks, wishes, rejecting):
        """Whom every order of equals seats if the rule rejects, whom some order seats if it admits."""
        ranked = sorted(wishes, key=lambda wish: wish.key)
        equals = [list(tied) for _, tied in itertools.groupby(ranked, key=lambda wish: wish.key)]
        seated = [self.seated(blocks, [wish for tied in order for wish in tied])
                  for order in itertools.product(*map(itertools.permutations, equals))]
        settle = all if rejecting else any
        return [wish for wish in wishes if settle(wish in lot for lot in seated)]

    def seated(self, blocks, waiting):
        rest = self.quota[waiting[0].programme] - sum(block[2] for block in blocks)
        seated, passed_on = [], 0
        for _, group, seats, hard in blocks + [(None, "", rest, False)]:
            if not group:
                seats, passed_on = seats + passed_on, 0
            taken = [wish for wish in waiting if not group or wish.group == group][:seats]
            if group and not hard:
                passed_on += seats - len(taken)
            seated += taken
            waiting = [wish for wish in waiting if wish not in taken]
        return seated

    def is_stable(self, placement, rejecting):
        demand = {}
        for applicant, wishes in self.lists.items():
            for wish in sorted(wishes):
                is_placed = wish.programme == placement[applicant]
                demand.setdefault(self.sets(wish.programme)[-1], []).append((wish, is_placed))
                if is_placed:
                    break
        for entries in demand.values():
            chosen = self.chosen([wish for wish, _ in entries], rejecting)
            if any((wish in chosen) != is_placed for wish, is_placed in entries):
                return False
        return True

    def best(self, rejecting):
        """The stable placement that is best for everybody."""
        people = list(self.lists)
        options = [[wish.programme for wish in self.lists[person]] + [None] for person in people]
        stable = [placement for placement in (
            dict(zip(people, choice)) for choice in itertools.product(*options))
            if self.is_stable(placement, rejecting)]

        def place(person, programme):
            order = [wish.programme for wish in sorted(self.lists[person])] + [None]
            return order.index(programme)
        for one in stable:
            if all(place(person, one[person]) <= place(person, other[person])
                   for other in stable for person in people):
                return one
        raise AssertionError("no stable placement is best for everybody")

    def cutoffs(self, best):
        """What cutoffs.csv must say of each programme."""
        lines, is_lottery = {}, self.rule.startswith("lottery:")
        for name in self.quota:
            wishes = [wish for listed in self.lists.values() for wish in listed
                      if wish.programme == name]
            admitted = [wish for wish in wishes if best[wish.applicant] == name]

            def has_better(wish):
                return any(other.rank < wish.rank and other.programme == best[wish.applicant]
                           for other in self.lists[wish.applicant])
            refused = [wish for wish in wishes if wish not in admitted and not has_better(wish)]
            shown = [wish.key[:-1] if is_lottery else wish.key for wish in admitted]
            next_below = max(-wish.key[0] for wish in refused) if refused else ""
            if admitted and -max(shown)[0] != next_below:
                # The keys decided nothing: the line is the score alone.
                shown = [key[:1] for key in shown]
            lines[name] = {
                "wishes": sum(row["programme"] == name for row in self.rows),
                "admitted": len(admitted),
                "cutoff": -max(shown)[0] if admitted else "",
                "at_cutoff": shown.count(max(shown)) if admitted else "",
                "next_below": next_below,
                "first_wish": sum(wish.rank == 1 for wish in admitted),
                "binding": "no" if not refused else "yes" if admitted else "closed"}
        return lines

    def write(self, folder):
        """Writes the tables and returns the options that name them and the rules."""
        def table(name, headings, rows):
            path = os.path.join(folder, name + ".csv")
            with open(path, "w", newline="", encoding="utf-8") as file:
                writer = csv.writer(file, lineterminator="\n")
                writer.writerow(headings)
                writer.writerows(rows)
            return ["--" + name, path]
        columns = ["applicant", "rank", "programme", "score", "tie_1", "tie_2", "group", "eligible"]
        rows = [[row[column] for column in columns] for row in self.rows]
        self.pick.shuffle(rows)
        options = table("programmes", ["programme", "quota", "floor", "pool"], [
            (name, self.quota[name], self.floor[name] or "", self.pool_of[name] or "")
            for name in self.quota])
        options += table("wishes", columns, rows)
        if self.pools:
            options += table("pools", ["pool", "quota", "parent"], [
                (name, seats, parent or "") for name, (seats, parent) in self.pools.items()])
        if self.blocks:
            options += table("reserves", ["programme", "group", "seats", "hard"], [
                (name, group, seats, "yes" if hard else "no")
                for name, group, seats, hard in self.blocks])
        return options + ["--ties", self.ties, "--at-the-line", self.rule, "--quiet"]


def faults(tool, seed, folder):
    problem = Problem(seed)
    options = problem.write(folder)
    placements, cutoffs = os.path.join(folder, "placements.csv"), os.path.join(folder, "cutoffs.csv")

    def run(command, *further):
        return subprocess.run([tool, command, *options, *further], capture_output=True, text=True)
    best = problem.best(problem.rule == "reject-all")
    outcome = run("place", "-o", placements, "--cutoffs", cutoffs)
    if problem.rule == "cut" and problem.best(True) != best:
        if outcome.returncode != 65:
            yield f"cut ended with {outcome.returncode} instead of 65"
        return
    if outcome.returncode != 0:
        yield f"place ended with {outcome.returncode}: {outcome.stderr}"
        return
    with open(placements, encoding="utf-8") as file:
        placed = {row["applicant"]: row["programme"] or None for row in csv.DictReader(file)}
    if placed != best:
        yield f"placed {placed}, best {best}"
    expected = problem.cutoffs(best)
    with open(cutoffs, encoding="utf-8") as file:
        for row in csv.DictReader(file):
            for column, value in expected[row["programme"]].items():
                stated = row[column] if column == "binding" or not row[column] else Decimal(row[column])
                if stated != value:
                    yield f"{row['programme']}: {column} {stated}, expected {value}"
    if run("check", "--placements", placements, "--cutoffs", cutoffs).returncode != 0:
        yield "check refuses the right placement"
    yield from faults_of_changed_cutoffs(problem, run, placements, cutoffs)
    with open(placements, "rb") as file, open(cutoffs, "rb") as lines:
        written = file.read(), lines.read()
    threads = str(problem.pick.choice([2, 3, 8, 64]))
    run("place", "-o", placements, "--cutoffs", cutoffs, "--threads", threads)
    with open(placements, "rb") as file, open(cutoffs, "rb") as lines:
        if written != (file.read(), lines.read()):
            yield "another number of threads writes other files"
    foreign = {person: problem.pick.choice([wish.programme for wish in wishes] + [None])
               for person, wishes in problem.lists.items()}
    with open(placements, "w", encoding="utf-8") as file:
        file.write("applicant,programme\n")
        file.writelines(f"{person},{name or ''}\n" for person, name in foreign.items())
    status = run("check", "--placements", placements).returncode
    if status != (0 if foreign == best else 1):
        yield f"check ended with {status} for {foreign}, best {best}"


def faults_of_changed_cutoffs(problem, run, placements, cutoffs):
    with open(cutoffs, encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    row, column = problem.pick.choice(rows), problem.pick.choice(
        ["quota", "wishes", "admitted", "cutoff", "at_cutoff", "next_below", "first_wish", "binding"])
    if column == "binding":
        row[column] = "yes" if row[column] == "no" else "no"
    else:
        row[column] = Decimal(row[column]) + 1 if row[column] else 26
    changed = cutoffs + ".changed.csv"
    with open(changed, "w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    outcome = run("check", "--placements", placements, "--cutoffs", changed)
    if outcome.returncode != 1 or "cutoff not implied" not in outcome.stdout:
        yield f"check accepts a changed {column} of {row['programme']}"


def main():
    tool = sys.argv[1]
    first = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    last = int(sys.argv[3]) if len(sys.argv) > 3 else first + 99
    count = 0
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(first, last + 1):
            for fault in faults(tool, seed, folder):
                count += 1
                print(f"seed {seed}: {fault}")
    print(f"seeds {first} to {last}: {count} faults")
    sys.exit(1 if count else 0)


main()
