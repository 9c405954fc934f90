"""Checks a placement and its certificate with nothing but the published tables.

  score-exchange place … -o placements.csv --certificate certificate.json
  python3 placement_check.py certificate.json programmes.csv wishes.csv placements.csv \\
      [--pools pools.csv] [--reserves reserves.csv] \\
      [--placed-elsewhere elsewhere.csv] [--frozen frozen.csv]

The certificate names the files by SHA-256, the rules, and for each programme (and group, where
seats are kept) the last key in reach. This program reads the tables as they are published (English
headings, decimal points) and proves, sharing no code with the engine, that

  1. the files are the ones certified;
  2. everybody sits at the first wish that is in reach by the certificate, and nowhere else;
  3. the placement is stable: of all who sit at a programme or would rather sit there, the rule
     chooses exactly those who do (Azevedo and Leshno 2016 call this demand at clearing cutoffs);
  4. no stable placement is better for anybody: letting everybody ask from the top, and refusing
     only whom the rule refuses among all who ever asked, ends in the same placement (Biro and
     Kiselgof 2015 for both tie rules).

Who is placed elsewhere asks for nothing. Who is frozen asks for the frozen seat alone, before
everybody else; quotas are raised until those seats are there.

It prints one line and ends with 0, or with 1 and what is wrong.
"""

import argparse
import csv
import hashlib
import json
import sys
from collections import defaultdict
from decimal import Decimal
from itertools import groupby


def table(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def fail(text):
    print("wrong:", text)
    sys.exit(1)


def tie_key(tie, value):
    """A tie value as a part of a key, smaller is better; who has none is behind all who have one."""
    if not value:
        return Decimal("Infinity")
    return Decimal(value) if tie.startswith("-") else -Decimal(value)


class Problem:
    def __init__(self, options, certificate):
        # Under "cut" all who are equal fit, and then both rules say the same.
        self.rejecting = certificate["at_the_line"] in ("reject-all", "cut")
        rule, _, self.seed = certificate["at_the_line"].partition(":")
        self.lottery = rule == "lottery"
        self.ties = [tie for tie in certificate["ties"].split(",") if tie]
        wishes = table(options.wishes)
        self.by_school = bool(wishes) and "school" in wishes[0]
        rows = table(options.programmes)
        codes = [row["programme"] for row in rows]
        self.seats, self.floors, self.pool_of, self.lottery_name = {}, {}, {}, {}
        for row in rows:
            name = self.name(row)
            self.seats[name] = int(row["quota"])
            self.floors[name] = Decimal(row["floor"]) if row.get("floor") else None
            self.pool_of[name] = row.get("pool") or None
            code = row["programme"]
            self.lottery_name[name] = (
                code if codes.count(code) == 1 else row.get("school", "") + "/" + code)
        self.pools = {}
        for row in self.optional(options.pools):
            self.pools[row["pool"]] = (int(row["quota"]), row.get("parent") or None)
        self.blocks = defaultdict(list)
        for row in self.optional(options.reserves):
            self.blocks[self.name(row)].append(
                (row["group"], int(row["seats"]), row.get("hard", "") == "yes"))
        self.groups = {block[0] for blocks in self.blocks.values() for block in blocks} - {""}
        self.inside = defaultdict(list)
        for programme, pool in self.pool_of.items():
            self.inside[pool].append(("programme", programme))
        for pool, (_, parent) in self.pools.items():
            self.inside[parent].append(("pool", pool))
        self.elsewhere = {row["applicant"] for row in self.optional(options.placed_elsewhere)}
        self.frozen = {row["applicant"]: self.name(row)
                       for row in self.optional(options.frozen) if row["programme"]}
        self.lists = self.read(wishes)
        self.raise_quotas()

    @staticmethod
    def optional(path):
        return table(path) if path else []

    def raise_quotas(self):
        """Frozen seats were promised: programmes and pools have at least so many."""
        seated = defaultdict(list)
        for applicant, programme in self.frozen.items():
            _, _, key, group = self.lists[applicant][0]
            seated[programme].append((key, applicant, programme, group))
            for kind, name in self.sets(programme):
                if kind == "pool":
                    seated[kind, name].append(applicant)
        for name, (quota, parent) in self.pools.items():
            self.pools[name] = (max(quota, len(seated["pool", name])), parent)
        for programme in self.seats:
            people = seated[programme]
            self.seats[programme] = max(self.seats[programme], len(people))
            blocks = self.blocks[programme]
            # A seat that a group may yet fill is nobody else's to keep.
            self.blocks[programme] = [(group, seats, True) for group, seats, _ in blocks]
            while blocks and len(people) > len(self.choose_from_blocks(programme, people)):
                self.seats[programme] += 1
            self.blocks[programme] = blocks

    def name(self, row):
        return ((row.get("school") or "") if self.by_school else "", row["programme"])

    def read(self, rows):
        """Applicant -> [(rank, programme, key, group)], the most wanted first; small keys are better."""
        ranks, lists = defaultdict(lambda: defaultdict(list)), {}
        for row in rows:
            if self.name(row) in self.seats:
                ranks[row["applicant"]][int(row["rank"])].append(row)
        for applicant, wishes in ranks.items():
            seen, listed = set(), []
            for rank, same in sorted(wishes.items()):
                row, programme = same[0], self.name(same[0])
                if any(self.meaning(other) != self.meaning(row) for other in same) or (
                        programme in seen):
                    continue
                seen.add(programme)
                floor, score = self.floors[programme], Decimal(row["score"] or 0)
                if row.get("eligible", "") == "no" or (floor is not None and score < floor):
                    continue
                listed.append((rank, programme, self.key(row, rank, programme),
                               self.group(row, programme)))
            lists[applicant] = [] if applicant in self.elsewhere else listed
            if applicant in self.frozen:
                lists[applicant] = [self.frozen_wish(wishes, self.frozen[applicant])]
        return lists

    def meaning(self, row):
        """What a wish says, however it is written."""
        values = [tie_key(tie, row[tie.lstrip("-")]) for tie in self.ties if tie != "wish-rank"]
        group = row.get("group", "")
        return (self.name(row), Decimal(row["score"] or 0), values, row.get("eligible", "") == "no",
                group if group in self.groups else "")

    def frozen_wish(self, wishes, programme):
        """The wish for the frozen programme; one that contradicts another only if it is the only one."""
        listed = [(any(self.meaning(other) != self.meaning(row) for other in same), rank, place, row)
                  for rank, same in sorted(wishes.items()) for place, row in enumerate(same)
                  if self.name(row) == programme]
        _, rank, _, row = min(listed, key=lambda entry: entry[:3])
        return rank, programme, (Decimal("-Infinity"),), self.group(row, programme)

    def group(self, row, programme):
        group = row.get("group", "")
        return group if group in self.groups and self.blocks[programme] else ""

    def key(self, row, rank, programme):
        key = [-Decimal(row["score"] or 0)]
        for tie in self.ties:
            if tie == "wish-rank":
                key.append(rank)
            else:
                key.append(tie_key(tie, row[tie.lstrip("-")]))
        if self.lottery:
            text = self.seed + self.lottery_name[programme] + row["applicant"]
            key.append(hashlib.sha256(text.encode()).hexdigest())
        return tuple(key)

    def unit(self, programme):
        """Programmes that share seats decide together."""
        unit, pool = ("programme", programme), self.pool_of[programme]
        while pool:
            unit, pool = ("pool", pool), self.pools[pool][1]
        return unit

    def sets(self, programme):
        sets, pool = [("programme", programme)], self.pool_of[programme]
        while pool:
            sets.append(("pool", pool))
            pool = self.pools[pool][1]
        return sets

    def quota(self, kind, name):
        return self.seats[name] if kind == "programme" else self.pools[name][0]

    def asked(self, kind, name, counts):
        """Seats asked for: the people of a programme, or what the sets inside a pool can use."""
        if kind == "programme":
            return counts[name]
        return sum(min(self.quota(*inner), self.asked(*inner, counts)) for inner in self.inside[name])

    def choose(self, unit, people):
        """Of (key, applicant, programme, group), by the rule alone, who has a seat where."""
        if unit[0] == "programme" and self.blocks[unit[1]]:
            return self.choose_from_blocks(unit[1], people)
        chosen, counts = set(), defaultdict(int)
        for _, tied in groupby(sorted(people), key=lambda person: person[0]):
            tied, before = list(tied), dict(counts)
            for person in tied:
                counts[person[2]] += 1
            seen = counts if self.rejecting else defaultdict(int, before)
            allowance = 0 if self.rejecting else 1
            for _, applicant, programme, _ in tied:
                if all(self.asked(*part, seen) + allowance <= self.quota(*part)
                       for part in self.sets(programme)):
                    chosen.add((applicant, programme))
        return chosen

    def choose_from_blocks(self, programme, people):
        """Whom every lot among equals seats if the rule rejects, whom some lot seats if it admits."""
        rest = self.seats[programme] - sum(seats for _, seats, _ in self.blocks[programme])
        blocks = self.blocks[programme] + [("", rest, False)]
        named = {group for group, _, _ in blocks}

        def side(person):
            return person[3] if person[3] in named else ""
        chosen = set()
        for own in {side(person) for person in people}:
            # Of equals those of this side come last, or first: the worst lots for it, or the best.
            waiting = sorted(people, key=lambda person: (
                person[0], (side(person) == own) == self.rejecting, person))
            seated, passed_on = set(), 0
            for group, seats, hard in blocks:
                if not group:
                    seats, passed_on = seats + passed_on, 0
                taken = [person for person in waiting if not group or side(person) == group][:seats]
                if group and not hard:
                    passed_on += seats - len(taken)
                seated.update(taken)
                waiting = [person for person in waiting if person not in seated]
            mine = [person for person in people if side(person) == own]
            if self.rejecting:
                refused = [person[0] for person in mine if person not in seated]
                chosen.update(person[1:3] for person in mine
                              if not refused or person[0] < min(refused))
            else:
                keys = {person[0] for person in mine if person in seated}
                chosen.update(person[1:3] for person in mine if person[0] in keys)
        return chosen

    def best(self):
        """Everybody asks from the top; whom the rule refuses among all who ever asked moves on."""
        place, asked = {applicant: -1 for applicant in self.lists}, defaultdict(list)
        movers = list(self.lists)
        while movers:
            touched = set()
            for applicant in movers:
                place[applicant] += 1
                if place[applicant] < len(self.lists[applicant]):
                    _, programme, key, group = self.lists[applicant][place[applicant]]
                    asked[self.unit(programme)].append((key, applicant, programme, group))
                    touched.add(self.unit(programme))
            movers = []
            for unit in touched:
                chosen = self.choose(unit, asked[unit])
                for _, applicant, programme, _ in asked[unit]:
                    at = place[applicant]
                    if (applicant, programme) not in chosen and at < len(self.lists[applicant]) and (
                            self.lists[applicant][at][1] == programme):
                        movers.append(applicant)
        return {applicant: self.lists[applicant][at][1] if at < len(self.lists[applicant]) else None
                for applicant, at in place.items()}


def check_files(options, certificate):
    paths = {"programmes": options.programmes, "wishes": options.wishes, "pools": options.pools,
             "reserves": options.reserves, "placed_elsewhere": options.placed_elsewhere,
             "frozen": options.frozen, "placements": options.placements}
    for kind, digest in certificate["sha256"].items():
        if paths[kind] is None:
            fail(f"the certificate is about a file of {kind}, which is not given")
        with open(paths[kind], "rb") as file:
            if hashlib.sha256(file.read()).hexdigest() != digest:
                fail(f"{paths[kind]} is not the file that was certified")


def check_reach(problem, certificate, stated):
    lines = {}
    for line in certificate["lines"]:
        key = None
        if line["reach"] == "through":
            key = [-Decimal(line["score"])]
            for tie, value in zip(problem.ties, line["keys"]):
                key.append(int(value) if tie == "wish-rank"
                           else tie_key(tie, "" if value == "none" else value))
            key = tuple(key + ([line["lot"]] if problem.lottery else []))
        lines[problem.name(line), line.get("group", "")] = (line["reach"], key)
    for applicant, wishes in problem.lists.items():
        seat = None
        for _, programme, key, group in wishes:
            reach, last = lines[programme, group]
            if applicant in problem.frozen or reach == "all" or (reach == "through" and key <= last):
                seat = programme
                break
        if stated.get(applicant) != seat:
            fail(f"{applicant} is placed at {stated.get(applicant)}, and by the certificate at {seat}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    for name in ["certificate", "programmes", "wishes", "placements"]:
        parser.add_argument(name)
    for option in ["--pools", "--reserves", "--placed-elsewhere", "--frozen"]:
        parser.add_argument(option)
    options = parser.parse_args()
    with open(options.certificate, encoding="utf-8") as file:
        certificate = json.load(file)
    check_files(options, certificate)
    problem = Problem(options, certificate)
    stated = {row["applicant"]: problem.name(row) if row["programme"] else None
              for row in table(options.placements)}
    for applicant in set(stated) - set(problem.lists):
        fail(f"{applicant} handed in no wish")
    check_reach(problem, certificate, stated)
    asking = defaultdict(list)
    for applicant, wishes in problem.lists.items():
        for _, programme, key, group in wishes:
            asking[problem.unit(programme)].append((key, applicant, programme, group))
            if programme == stated.get(applicant):
                break
    for unit, people in asking.items():
        chosen = problem.choose(unit, people)
        for _, applicant, programme, _ in people:
            if ((applicant, programme) in chosen) != (programme == stated.get(applicant)):
                fail(f"not stable: {applicant} at {programme}")
    for applicant, programme in problem.best().items():
        if stated.get(applicant) != programme:
            fail(f"not the best for {applicant}, who could have {programme}")
    print(f"right: {len(problem.lists)} applicants, feasible, stable, applicant-optimal")


if __name__ == "__main__":
    main()
