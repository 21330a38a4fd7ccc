"""Recomputes the allocations of a closed trial; needs nothing but Python 3. docs/evaluation.md explains it.
python3 verify-allocations.py SEED SEAL TRIAL programme:1,control:1 4,6,8 < allocations.csv   (stratum,position,arm)"""
import csv, hashlib, hmac, sys
seed, seal, trial, ratios, sizes = bytes.fromhex(sys.argv[1]), *sys.argv[2:]
if hashlib.sha256(seed).hexdigest() != seal: sys.exit("The seed is not the one that was sealed.")
ratios = [(arm, int(n)) for arm, n in (pair.split(":") for pair in ratios.split(","))]
sizes, whole = [int(size) for size in sizes.split(",")], sum(n for _, n in ratios)
def sequence(stratum):
    def draw(text): return hmac.new(seed, f"{trial}\n{stratum}\n{text}".encode(), hashlib.sha256).digest()
    block, first = 1, 1
    while True:
        size = min(sizes, key=lambda size: draw(f"block {block} size {size}"))
        places = sorted(range(first, first + size), key=lambda place: draw(f"position {place}"))
        yield from (arm for _, arm in sorted(zip(places, (arm for arm, n in ratios for _ in range(n * size // whole)))))
        block, first = block + 1, first + size
rows = sorted((row["stratum"], int(row["position"]), row["arm"]) for row in csv.DictReader(sys.stdin))
strata = {stratum: sequence(stratum) for stratum, _, _ in rows}
wrong = [row for row in rows if next(strata[row[0]]) != row[2]]
print(f"{len(rows)} allocations, {len(wrong)} not as the seed says", *wrong[:1]); sys.exit(1 if wrong else 0)
