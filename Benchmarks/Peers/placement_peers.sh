#!/bin/sh
# Places a nation and a chain of displacements with score-exchange and with the plain C++ heap: first
# the answers are compared, then whole processes are timed one after the other, files to files, and
# the parts of both with them.
#
#   swift build -c release --package-path Benchmarks/Peers/PlacementHarness
#   placement_peers.sh SCORE_EXCHANGE PLACEMENT_HARNESS [RUNS]
set -eu
tool=$1
harness=$2
runs=${3:-3}
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

# Wall and processor seconds and peak memory of a whole process.
timed() {
  python3 - "$@" << 'EOT'
import resource, subprocess, sys, time
begin = time.monotonic()
subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL)
wall = time.monotonic() - begin
usage = resource.getrusage(resource.RUSAGE_CHILDREN)
print(f"wall {wall:.3f} cpu {usage.ru_utime + usage.ru_stime:.3f} peak {usage.ru_maxrss // 1024} MiB")
EOT
}

for case in nation chain; do
  folder="$work/$case"
  "$work/heap" solve "$folder" > /dev/null
  place "$folder"
  cut -d, -f1,3 "$folder/placements.csv" | cmp - "$folder/peer.csv"
  echo "$case: same answer"
  for run in $(seq "$runs"); do
    echo "  C++ heap        $(timed "$work/heap" solve "$folder")"
    echo "  score-exchange  $(timed "$tool" place --quiet --programmes "$folder/programmes.csv" \
      --wishes "$folder/wishes.csv" -o "$folder/placements.csv" --cutoffs "$folder/cutoffs.csv")"
    echo "  C++ heap        $("$work/heap" solve "$folder")"
    echo "  score-exchange  $("$harness" "$folder")"
  done
done
