"""Compares what place and compare say about a placement with plain re-computations.

  python3 placement_studies.py SCORE_EXCHANGE [FIRST_SEED] [LAST_SEED]

Each seed makes a problem of a dozen people with ties everywhere, contradictory and void wishes,
pools or reserved seats, people placed elsewhere and people frozen at any wish. By the definitions
alone, with no thought for speed, it finds again: the placement and every column of the cutoffs;
why each wish came out as it did; who stands at the line of each programme and who is first refused;
who moves under changed quotas, closed programmes, other rules and other tie keys, and that moves are
strung together as far as they go; filtering rounds, call by call; the forecast by past yield; what
compare says about two placements.
"""

import argparse
import copy
import csv
import json
import os
import random
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from decimal import Decimal
from fractions import Fraction
from math import ceil, sqrt

import placement_check

TIES = ["", "wish-rank", "tie_1", "-tie_1,wish-rank", "wish-rank,tie_1"]
COLUMNS = ["applicant", "rank", "programme", "score", "tie_1", "group", "eligible"]


class Case:
    """Tables in a folder, and the problem that they state."""

    def __init__(self, seed, folder):
        pick = self.pick = random.Random(seed)
        self.folder = folder
        self.rule = pick.choice(["admit-all", "reject-all", f"lottery:s{pick.randint(0, 9)}"])
        self.ties = pick.choice(TIES)
        shape = pick.choice(["plain", "plain", "pools", "reserves"])
        names = [f"P{index}" for index in range(pick.randint(2, 5))]
        self.pools, self.blocks = [], []
        pool_of = dict.fromkeys(names, "")
        if shape == "pools":
            self.pools = [["out", pick.randint(0, 7), ""], ["in", pick.randint(0, 5), "out"]]
            pool_of = {name: pick.choice(["", "out", "in", "in"]) for name in names}
        self.programmes = [
            [name, pick.randint(0, 4), pick.choice(["", "", "25.5"]), pool_of[name]] for name in names]
        if shape == "reserves":
            for name, quota, *_ in self.programmes:
                for _ in range(pick.randint(0, 2)):
                    seats = pick.randint(0, quota)
                    quota -= seats
                    self.blocks.append([name, pick.choice(["", "g", "h"]), seats, pick.choice(["yes", "no"])])
        self.rows = []
        for index in range(pick.randint(4, 14)):
            group = pick.choice(["", "g", "h"])
            for rank, name in enumerate(pick.sample(names, pick.randint(1, len(names))), 1):
                row = [f"A{index:02}", str(rank), name, pick.choice(["25", "25.5", "26.25", "27"]),
                       str(pick.randint(0, 1)), group, pick.choice(["yes", "", "", "", "no"])]
                self.rows.append(row)
                fault = pick.random()
                if fault < 0.04:
                    self.rows.append(list(row))
                elif fault < 0.08:
                    self.rows.append([row[0], str(rank), pick.choice(names), "24", "1", group, ""])
                elif fault < 0.12:
                    self.rows.append([row[0], str(rank + 20), name, "27", "1", group, ""])
        pick.shuffle(self.rows)
        people = sorted({row[0] for row in self.rows})
        self.elsewhere = pick.sample(people, pick.choice([0, 0, 1, 2]))
        self.frozen = []
        for person in pick.sample(people, pick.choice([0, 0, 1, 3])):
            listed = self.sound(person)
            if listed and person not in self.elsewhere:
                self.frozen.append([person, pick.choice(listed)[2]])

    def sound(self, person):
        """The rows of a person that do not contradict others, by rank."""
        ranks = defaultdict(list)
        for row in self.rows:
            if row[0] == person:
                ranks[int(row[1])].append(row)
        seen, listed = set(), []
        for _, same in sorted(ranks.items()):
            if all(other == same[0] for other in same) and same[0][2] not in seen:
                seen.add(same[0][2])
                listed.append(same[0])
        return listed

    def write(self, name, headings, rows):
        path = os.path.join(self.folder, name + ".csv")
        with open(path, "w", newline="", encoding="utf-8") as file:
            csv.writer(file, lineterminator="\n").writerows([headings] + rows)
        return path

    def options(self):
        options = ["--programmes", self.write(
            "programmes", ["programme", "quota", "floor", "pool"], self.programmes)]
        options += ["--wishes", self.write("wishes", COLUMNS, self.rows)]
        if self.pools:
            options += ["--pools", self.write("pools", ["pool", "quota", "parent"], self.pools)]
        if self.blocks:
            options += ["--reserves", self.write(
                "reserves", ["programme", "group", "seats", "hard"], self.blocks)]
        if self.elsewhere:
            options += ["--placed-elsewhere", self.write(
                "elsewhere", ["applicant"], [[person] for person in self.elsewhere])]
        if self.frozen:
            options += ["--frozen", self.write("frozen", ["applicant", "programme"], self.frozen)]
        return options + ["--ties", self.ties, "--at-the-line", self.rule, "--quiet"]

    def problem(self):
        options = self.options()
        names = {option[2:].replace("-", "_"): path for option, path in zip(options[::2], options[1::2])}
        files = argparse.Namespace(pools=None, reserves=None, placed_elsewhere=None, frozen=None)
        vars(files).update({name: path for name, path in names.items() if name not in ("ties", "at_the_line")})
        return placement_check.Problem(files, {"at_the_line": self.rule, "ties": self.ties})

    def placed(self):
        """Applicant to programme, for everybody with a sound wish."""
        best = self.problem().best()
        return {person: best[person][1] if best.get(person) else None
                for person in sorted({row[0] for row in self.rows}) if self.sound(person)}

    def values(self, row):
        """What tells wishes apart, smaller is better, lots aside."""
        values = [-Decimal(row[3])]
        for tie in filter(None, self.ties.split(",")):
            values.append(Decimal(row[1]) if tie == "wish-rank"
                          else Decimal(row[4]) if tie.startswith("-") else -Decimal(row[4]))
        return values

    def is_valid(self, row, floors):
        floor = floors[row[2]]
        return row[6] != "no" and (not floor or Decimal(row[3]) >= Decimal(floor))

    def lines(self, placed):
        """For each programme the people there, and those refused who have nothing better."""
        floors = {name: floor for name, _, floor, _ in self.programmes}
        frozen = dict(self.frozen)
        there, refused = defaultdict(list), defaultdict(list)
        for person, programme in placed.items():
            for row in self.sound(person):
                if row[2] == programme:
                    there[programme].append(row)
                    break
                if self.is_valid(row, floors) and person not in self.elsewhere and person not in frozen:
                    refused[row[2]].append(row)
        return there, refused

    def key(self, row):
        lot = []
        if self.rule.startswith("lottery:"):
            text = self.rule.removeprefix("lottery:") + row[2] + row[0]
            lot = [placement_check.hashlib.sha256(text.encode()).hexdigest()]
        return self.values(row) + lot


def number(text):
    """A number as it is shown, without zeros at its end."""
    text = format(Decimal(text), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def shown_keys(case, row):
    words = []
    for tie in filter(None, case.ties.split(",")):
        words.append("wish-rank<=" + row[1] if tie == "wish-rank"
                     else f"{tie.lstrip('-')}{'<=' if tie.startswith('-') else '>='}{row[4]}")
    return " ".join(words)


def line(case, people, refused):
    """Whether the tie keys decided at the line of people, best first, and those who stand at it."""
    if not people:
        return False, []
    last = people[-1]
    best = min(refused, key=case.key, default=None)
    is_decided = bool(best and last[3] == best[3])
    return is_decided, [row for row in people if row[3] == last[3] and (
        not is_decided or case.values(row) == case.values(last))]


def expected_cutoffs(case, placed):
    there, refused = case.lines(placed)
    sound = [row for person in {row[0] for row in case.rows} for row in case.sound(person)]
    for name, quota, *_ in case.programmes:
        people = sorted(there[name], key=case.values)
        best = min(refused[name], key=case.key, default=None)
        is_decided, at_line = line(case, people, refused[name])
        yield {
            "programme": name, "quota": str(quota),
            "wishes": str(sum(row[2] == name for row in sound)), "admitted": str(len(people)),
            "cutoff": number(people[-1][3]) if people else "",
            "at_cutoff": str(len(at_line)) if people else "",
            "next_below": number(best[3]) if best else "",
            "first_wish": str(sum(row[1] == "1" for row in people)),
            "binding": "no" if not best else "yes" if people else "closed",
            "cutoff_keys": shown_keys(case, people[-1]) if is_decided else ""}


def fates(case, placed, person, places):
    """For each row of a person the beginnings that its explanation may have."""
    there, refused = case.lines(placed)
    floors = {name: floor for name, _, floor, _ in case.programmes}
    quotas = case.problem().seats
    pools = {name: pool for name, _, _, pool in case.programmes}
    sound = case.sound(person)
    left = [list(row) for row in sound]
    is_passed = False
    for row in sorted((row for row in case.rows if row[0] == person), key=lambda row: int(row[1])):
        start = f"wish {row[1]}, {row[2]}: "
        if row not in left:
            yield [start + "set aside"]
            continue
        left.remove(row)
        people = sorted(there[row[2]], key=case.values)
        cutoff = places(people[-1][3]) if people else "nobody"
        if placed[person] == row[2]:
            is_passed = True
            yield [start + "placed with"]
        elif row[6] == "no":
            yield [start + "void, the wish is not eligible"]
        elif not case.is_valid(row, floors):
            yield [start + f"void, {places(row[3])} is under the floor {places(floors[row[2]])}"]
        elif person in case.elsewhere or person in dict(case.frozen):
            yield [start + "void, the applicant was placed beforehand"]
        elif is_passed:
            yield [start + "not needed"]
        else:
            own = [places(row[3])] + [
                f"{tie} {row[1] if tie == 'wish-rank' else row[4]}"
                for tie in filter(None, case.ties.split(","))]
            refusal = start + "not placed with " + ", ".join(own)
            kept = refusal + f"; cutoff {cutoff}, but the seats left are kept"
            is_joint = pools[row[2]] or any(block[0] == row[2] for block in case.blocks)
            may = [start + "not placed, there is no seat"] if is_joint or not quotas["", row[2]] else []
            best = min(refused[row[2]], key=case.values)
            at_line = refusal + f"; equal to others at the line, where the rule is {case.rule}"
            if case.rule == "reject-all" and len(people) < quotas["", row[2]] and (
                    is_joint or case.values(row) == case.values(best)):
                may.append(at_line)
            if may and not is_joint:
                yield may
                continue
            if not people:
                may.append(kept)
            elif case.values(row) == case.values(people[-1]):
                may.append(at_line)
            elif case.values(row) < case.values(people[-1]):
                may.append(kept)
            elif Decimal(row[3]) < Decimal(people[-1][3]):
                gap = Decimal(people[-1][3]) - Decimal(row[3])
                may.append(refusal + f"; cutoff {cutoff}, {places(gap)} more")
            else:
                pairs = zip(case.ties.split(","), case.values(row)[1:], case.values(people[-1])[1:])
                tie, _, last = next(pair for pair in pairs if pair[1] != pair[2])
                last = people[-1][1] if tie == "wish-rank" else people[-1][4]
                may.append(refusal + f"; cutoff {cutoff}, and equal people are ranked by {tie}, "
                           f"where the last one admitted has {last}")
            yield may


def programme_lines(case, placed, name, places):
    there, refused = case.lines(placed)
    row = next(row for row in expected_cutoffs(case, placed) if row["programme"] == name)
    people = sorted(there[name], key=case.values)
    is_decided, at_line = line(case, people, refused[name])
    at_line = sorted(other[0] for other in at_line)
    best = min(map(case.key, refused[name]), default=None)
    first = sorted(other[0] for other in refused[name] if case.key(other) == best)
    ranks = sorted(Counter(int(other[1]) for other in people).items())
    keys = [f", {tie} {people[-1][1] if tie == 'wish-rank' else people[-1][4]}"
            for tie in filter(None, case.ties.split(","))] if is_decided else []
    return [
        f"{name}: quota {row['quota']}, {row['wishes']} wishes, {row['admitted']} admitted",
        f"cutoff: {places(people[-1][3]) + ''.join(keys) if people else 'nobody'}; "
        f"binding: {row['binding']}",
        f"at the line: {len(at_line)} ({', '.join(at_line) or 'nobody'})",
        f"first refused: {', '.join(first) or 'nobody'}"
        + (f" with {places(row['next_below'])}" if first else ""),
        "admitted: " + (", ".join(f"{count} by wish {rank}" for rank, count in ranks) or "nobody")]


def scenarios(case):
    """Names, rows of the table, and the case with the changes made."""
    pick = case.pick
    name, quota, *_ = pick.choice(case.programmes)
    index = next(index for index, row in enumerate(case.programmes) if row[0] == name)

    def changed(rows, change):
        other = copy.deepcopy(case)
        change(other)
        return rows, other

    def seats(other, count):
        other.programmes[index][1] = count

    def close(other):
        seats(other, 0)
        for block in other.blocks:
            if block[0] == name:
                block[2] = 0
    more = sum(block[2] for block in case.blocks if block[0] == name) + pick.randint(0, 3)
    rule, ties = pick.choice(["admit-all", "reject-all", "lottery:z"]), pick.choice(TIES)
    found = {
        "quota": changed([["quota", name, "", more]], lambda other: seats(other, more)),
        "closed": changed([["close", name, "", ""]], close),
        "rule": changed([["at_the_line", "", "", rule]], lambda other: setattr(other, "rule", rule)),
        "ties": changed([["ties", "", "", ties]], lambda other: setattr(other, "ties", ties)),
    }

    def both(other):
        close(other)
        other.rule = rule
    found["both"] = changed([["close", name, "", ""], ["at_the_line", "", "", rule]], both)
    if case.pools:
        found["pool"] = changed(
            [["pool_quota", "", "in", 2]], lambda other: other.pools[1].__setitem__(1, 2))
    kept = [tie for tie in filter(None, case.ties.split(",")) if tie != "wish-rank"]
    if "wish-rank" in case.ties:
        found["without wish-rank"] = changed(
            [], lambda other: setattr(other, "ties", ",".join(kept)))
    return found


def scenario_faults(case, placed, reports, wanted):
    if [report["scenario"] for report in reports] != list(wanted):
        yield f"scenarios {[report['scenario'] for report in reports]}"
        return
    for report in reports:
        name, (_, other) = report["scenario"], wanted[report["scenario"]]
        after = other.placed()
        moves = {}
        for person in placed:
            if placed[person] != after[person]:
                order = [row[2] for row in case.sound(person)] + [None]
                moves[person] = (placed[person], after[person],
                                 order.index(after[person]) < order.index(placed[person]))
        stated = {move["applicant"]: (move.get("from"), move.get("to"), move["is_better"])
                  for chain in report["chains"] for move in chain}
        if stated != moves or sum(map(len, report["chains"])) != len(moves):
            yield f"{name}: moves {stated}, expected {moves}"
        counts = (report["moved"], report["better"], report["placed"])
        right = (len(moves), sum(move[2] for move in moves.values()),
                 sum(programme is not None for programme in after.values()))
        if counts != right:
            yield f"{name}: counts {counts}, expected {right}"
        links = 0
        for chain in report["chains"]:
            for one, two in zip(chain, chain[1:]):
                links += 1
                if one.get("to") is None or one.get("to") != two.get("from"):
                    yield f"{name}: {one} does not lead to {two}"
            if chain[-1].get("to") is not None and chain[-1].get("to") == chain[0].get("from"):
                links += 1
        came, left = Counter(move[1] for move in moves.values()), Counter(move[0] for move in moves.values())
        most = sum(min(came[programme], left[programme]) for programme in came if programme)
        if links != most:
            yield f"{name}: {links} links of {most}"


def rounds(case, placed, count, percent):
    """Programmes call, the centre keeps the highest call and strikes what is behind it."""
    problem = case.problem()
    called = copy.copy(problem)
    called.seats = {name: seats * percent // 100 for name, seats in problem.seats.items()}
    called.pools = {name: (seats * percent // 100, parent)
                    for name, (seats, parent) in problem.pools.items()}
    called.blocks = defaultdict(list, {
        name: [(group, seats * percent // 100, hard) for group, seats, hard in blocks]
        for name, blocks in problem.blocks.items()})
    held, found = {}, []

    def misplaced():
        return sum((held[person][1][1] if person in held else None) != programme
                   for person, programme in placed.items())

    def demand(wanted):
        units = defaultdict(list)
        for person, wishes in problem.lists.items():
            for place, (_, programme, key, group) in enumerate(wishes):
                if wanted(person, place):
                    units[problem.unit(programme)].append((key, person, programme, group))
        return units
    for _ in range(count):
        calls = []
        for unit, people in demand(
                lambda person, place: person not in held or place <= held[person][0]).items():
            chosen = called.choose(unit, people)
            calls += [(person, programme) for person, programme in chosen
                      if person not in held or held[person][1] != programme]
        for person, programme in calls:
            place = [wish[1] for wish in problem.lists[person]].index(programme)
            if person not in held or place < held[person][0]:
                held[person] = (place, programme)
        found.append({"calls": len(calls), "placed": len(held), "misplaced": misplaced()})
        if not calls:
            break
    dropped = 0
    for unit, people in demand(
            lambda person, place: person in held and place == held[person][0]).items():
        chosen = problem.choose(unit, people)
        for _, person, programme, _ in people:
            if (person, programme) not in chosen:
                dropped += 1
                del held[person]
    return {"calls_per_hundred_seats": percent, "rounds": found, "dropped": dropped,
            "misplaced": misplaced(), "stable_placed": sum(map(bool, placed.values()))}


def forecast_faults(lines, case, placed, yields):
    for line, (name, quota, *_) in zip(lines, case.programmes):
        share = yields.get(name)
        value = Fraction(share or 1)
        admitted = sum(programme == name for programme in placed.values())
        fill = ceil(quota / value) if value else None
        right = (name, quota, admitted, None if share is None else float(value), fill)
        stated = (line["programme"], line["quota"], line["admitted"], line.get("yield"),
                  line.get("admitted_to_fill"))
        if stated != right:
            yield f"forecast {stated}, expected {right}"
        for figure, exact in [("expected", admitted * value),
                              ("deviation", sqrt(admitted * value * (1 - value)))]:
            if abs(line[figure] - float(exact)) > 0.0500001:
                yield f"forecast of {name}: {figure} {line[figure]}, expected {float(exact)}"


def compare_faults(tool, case, placed):
    other = copy.deepcopy(case)
    other.programmes[0][1] += 1
    other.rows = [row for row in other.rows if row[0] != case.rows[0][0]]
    other.frozen = [pair for pair in other.frozen if pair[0] != case.rows[0][0]]
    other.elsewhere = [person for person in other.elsewhere if person != case.rows[0][0]]
    after = other.placed()
    paths = [os.path.join(case.folder, name) for name in ("old.csv", "new.csv")]
    for side, path in zip((case, other), paths):
        subprocess.run([tool, "place", *side.options(), "-o", path], check=True, capture_output=True)
    outcome = subprocess.run([tool, "compare", *paths, "--json"], capture_output=True, text=True)
    stated = json.loads(outcome.stdout)
    moved = {person for person in placed.keys() | after.keys()
             if placed.get(person) != after.get(person)}
    right = []
    for name, *_ in case.programmes:
        came = sorted(person for person in moved if after.get(person) == name)
        left = sorted(person for person in moved if placed.get(person) == name)
        if came or left:
            right.append({"programme": name, "came": came, "left": left})
    if stated["programmes"] != right:
        yield f"compare: {stated['programmes']}, expected {right}"
    rows = {row["key"][0]: row["change"] for table in stated["tables"] for row in table["rows"]}
    for person in placed.keys() | after.keys():
        change = ("added" if person not in placed else "removed" if person not in after
                  else "changed" if person in moved else None)
        if rows.get(person) != change:
            yield f"compare: {person} {rows.get(person)}, expected {change}"
    if outcome.returncode != (0 if placed == after else 1):
        yield f"compare ended with {outcome.returncode}"


def faults(tool, seed, folder):
    case = Case(seed, folder)
    pick = case.pick
    placed = {person: programme for person, programme in case.placed().items()}
    wanted = scenarios(case)
    changes = case.write("changes", ["scenario", "change", "programme", "pool", "value"], [
        [name, *row] for name, (rows, _) in wanted.items() for row in rows])
    yields = {name: pick.choice(["0", "0.1", "0.37", "0.7", "1"]) for name, *_ in case.programmes
              if pick.random() < 0.7}
    shares = case.write("yields", ["programme", "yield"], [list(pair) for pair in yields.items()])
    count, percent = pick.randint(1, 6), pick.choice([100, 100, 125, 150, 200, 80])
    person, name = pick.choice(sorted(placed)), pick.choice(case.programmes)[0]
    paths = [os.path.join(folder, part) for part in ("placements.csv", "cutoffs.csv")]
    outcome = subprocess.run(
        [tool, "place", *case.options(), "-o", paths[0], "--cutoffs", paths[1], "--json",
         "--why", person, "--why-programme", name, "--what-if", changes, "--rounds", str(count),
         "--overcall", number(Decimal(percent) / 100), "--yields", shares],
        capture_output=True, text=True)
    if outcome.returncode != 0:
        yield f"place ended with {outcome.returncode}: {outcome.stderr}"
        return
    with open(paths[0], encoding="utf-8") as file:
        stated = {row["applicant"]: row["programme"] or None for row in csv.DictReader(file)}
    if stated != placed:
        yield f"placed {stated}, expected {placed}"
        return
    with open(paths[1], encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    for row, right in zip(rows, expected_cutoffs(case, placed)):
        for column, value in right.items():
            cell = row[column]
            if column in ("cutoff", "next_below") and cell:
                cell = number(cell)
            if cell != value:
                yield f"{right['programme']}: {column} {cell}, expected {value}"
    scores = [row[3] for row in case.rows]
    decimals = max(len(score.partition(".")[2]) for score in scores)
    answers = json.loads(outcome.stdout)["answers"]

    def places(score):
        return f"{Decimal(score):.{decimals}f}"
    remaining = list(answers["why"])
    for may in fates(case, placed, person, places):
        line = next((line for line in remaining if line.startswith(tuple(may))), None)
        if line is None:
            yield f"why {person}: {answers['why']}, expected one of {may}"
        else:
            remaining.remove(line)
    if remaining:
        yield f"why {person}: {remaining} is about no wish"
    expected = programme_lines(case, placed, name, places)
    if answers["why_programme"] != expected:
        yield f"why {name}: {answers['why_programme']}, expected {expected}"
    yield from scenario_faults(case, placed, answers["what_if"], wanted)
    expected = rounds(case, placed, count, percent)
    if answers["rounds"] != expected:
        yield f"rounds {answers['rounds']}, expected {expected}"
    yield from forecast_faults(answers["forecast"]["lines"], case, placed, yields)
    check = subprocess.run(
        [tool, "check", *case.options(), "--placements", paths[0], "--cutoffs", paths[1]],
        capture_output=True, text=True)
    if check.returncode != 0:
        yield f"check refuses the right placement: {check.stdout}"
    yield from compare_faults(tool, case, placed)


def main():
    tool = sys.argv[1]
    first = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    last = int(sys.argv[3]) if len(sys.argv) > 3 else first + 99
    count = 0
    for seed in range(first, last + 1):
        with tempfile.TemporaryDirectory() as folder:
            for fault in faults(tool, seed, folder):
                count += 1
                print(f"seed {seed}: {fault}")
    print(f"seeds {first} to {last}: {count} faults")
    sys.exit(1 if count else 0)


if __name__ == "__main__":
    main()
