"""Checks a placement with nothing but the published tables, in about a hundred lines.

  python3 placement_check.py programmes.csv wishes.csv placements.csv [ties] [rule]

It reads the rules as the tables state them (no pools, no reserves) and proves two things: with the
cutoffs that the placement implies nobody would rather be elsewhere and no quota is broken, and
raising cutoffs from "everyone" ends in the same placement, so that no stable one is better for
anybody (Azevedo and Leshno 2016; Biro and Kiselgof 2015 for both tie rules).
"""

import csv
import hashlib
import sys
from collections import defaultdict
from decimal import Decimal


def table(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def read_wishes(path, programmes, ties):
    """Applicant -> [(rank, programme, key)], best first; smaller keys are better."""
    rows = defaultdict(dict)
    contradictions = defaultdict(set)
    for row in table(path):
        programme, rank = row["programme"], int(row["rank"])
        if programme not in programmes or rank < 1:
            continue
        content = tuple(row.items())
        if rank in rows[row["applicant"]] and rows[row["applicant"]][rank][2] != content:
            contradictions[row["applicant"]].add(rank)
        key = [-Decimal(row["score"] or 0)]
        for tie in ties:
            if tie == "wish-rank":
                key.append(rank)
            elif tie.startswith("-"):
                key.append(Decimal(row[tie[1:]] or 0))
            else:
                key.append(-Decimal(row[tie] or 0))
        is_void = row.get("eligible", "") == "no"
        rows[row["applicant"]][rank] = (programme, None if is_void else key, content)
    wishes = {}
    for applicant, ranks in rows.items():
        seen, listed = set(), []
        for rank, (programme, key, _) in sorted(ranks.items()):
            if rank in contradictions[applicant] or programme in seen:
                continue
            seen.add(programme)
            floor = programmes[programme][1]
            if key is not None and (floor is None or -key[0] >= floor):
                listed.append((rank, programme, key))
        wishes[applicant] = listed
    return wishes


def limit(quota, keys, rule):
    """The key from which on candidates are refused; None when all are welcome."""
    keys = sorted(keys)
    if quota == 0:
        return []
    if rule == "reject-all":
        return keys[quota] if len(keys) > quota else None
    worse = [key for key in keys if key > keys[quota - 1]] if len(keys) > quota else []
    return worse[0] if worse else None


def solve(programmes, wishes, rule):
    """Raises cutoffs from 'everyone' until nobody is refused."""
    place = {applicant: 0 for applicant in wishes}
    limits = {}
    while True:
        demand = defaultdict(list)
        for applicant, listed in wishes.items():
            index = place[applicant]
            while index < len(listed) and limits.get(listed[index][1]) is not None and (
                listed[index][2] >= limits[listed[index][1]]
            ):
                index += 1
            place[applicant] = index
            if index < len(listed):
                demand[listed[index][1]].append(listed[index][2])
        changed = False
        for programme, keys in demand.items():
            new = limit(programmes[programme][0], keys, rule)
            old = limits.get(programme)
            if new is not None and (old is None or new < old):
                limits[programme] = new
                changed = True
        if not changed:
            return {a: w[place[a]][1] if place[a] < len(w) else "" for a, w in wishes.items()}


def main():
    programme_path, wish_path, placement_path = sys.argv[1:4]
    ties = [tie for tie in (sys.argv[4] if len(sys.argv) > 4 else "").split(",") if tie]
    rule = sys.argv[5] if len(sys.argv) > 5 else "admit-all"
    programmes = {
        row["programme"]: (int(row["quota"]), Decimal(row["floor"]) if row.get("floor") else None)
        for row in table(programme_path)
    }
    wishes = read_wishes(wish_path, programmes, ties)
    if rule.startswith("lottery:"):
        for applicant, listed in wishes.items():
            for _, programme, key in listed:
                text = rule[len("lottery:"):] + programme + applicant
                key.append(hashlib.sha256(text.encode()).digest())
    stated = {row["applicant"]: row["programme"] for row in table(placement_path)}
    best = solve(programmes, wishes, rule)
    for applicant in sorted(best):
        if stated.get(applicant, "") != best[applicant]:
            print(f"{applicant}: stated {stated.get(applicant, '') or 'none'}, "
                  f"applicant-optimal stable {best[applicant] or 'none'}")
            sys.exit(1)
    if set(stated) - set(best):
        print("unknown people:", sorted(set(stated) - set(best))[:3])
        sys.exit(1)
    print("the placement is the applicant-optimal stable one")


main()
