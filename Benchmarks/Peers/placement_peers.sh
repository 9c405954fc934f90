#!/bin/sh
# Places a nation and a chain of displacements with score-exchange and with the plain C++ heap: first
# the answers are compared, then whole processes are timed one after the other, files to files.
#
#   placement_peers.sh SCORE_EXCHANGE [RUNS]
set -eu
tool=$1
runs=${2:-3}
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
c++ -O3 -march=native -o "$work/heap" "$here/placement_heap.cpp"
mkdir "$work/nation" "$work/chain"
"$work/heap" tables "$work/nation"
"$work/heap" chain "$work/chain"

place() {
  "$tool" place --quiet --programmes "$1/programmes.csv" --wishes "$1/wishes.csv" \
    -o "$1/placements.csv" --cutoffs "$1/cutoffs.csv"
}

for case in nation chain; do
  "$work/heap" solve "$work/$case" > /dev/null
  place "$work/$case"
  cut -d, -f1,3 "$work/$case/placements.csv" | cmp - "$work/$case/peer.csv"
  echo "$case: same answer"
  for run in $(seq "$runs"); do
    echo "  C++ heap        $("$work/heap" solve "$work/$case")"
    python3 - "$tool" "$work/$case" << 'EOF'
import resource, subprocess, sys, time
tool, folder = sys.argv[1:]
begin = time.monotonic()
subprocess.run([tool, "place", "--quiet", "--programmes", f"{folder}/programmes.csv", "--wishes",
                f"{folder}/wishes.csv", "-o", f"{folder}/placements.csv", "--cutoffs",
                f"{folder}/cutoffs.csv"], check=True)
wall = time.monotonic() - begin
usage = resource.getrusage(resource.RUSAGE_CHILDREN)
print(f"  score-exchange  total {wall:.3f} cpu {usage.ru_utime + usage.ru_stime:.3f} "
      f"peak {usage.ru_maxrss // 1024} MiB")
EOF
  done
done
