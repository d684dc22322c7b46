"""What the rules find of faults that were planted, and of passages that were copied.

python -m tests.benchmarks.rules
"""

from collections import Counter

from tests.rules.made_delegation import sound
from tests.rules.test_copying import EARLIER, OWN, copies, found
from tests.rules.test_planted_faults import PLAN, REPORT, SEMINAR, Fault, rules


def main() -> None:
    base = sound()
    zones = {stop.starts.zone for stop in base.stops if stop.starts.zone}
    print(
        f"The sound delegation: {len(base.stops)} stops, {len(base.members)} members, "
        f"{len(zones)} zones, {len(base.talks)} talks: {len(rules(base))} notices"
    )
    for title, faults in (("plan", PLAN), ("seminar", SEMINAR), ("report", REPORT)):
        told(title, faults)
    copying()


def told(title: str, faults: dict[str, tuple[str, Fault]]) -> None:
    """Each planted alone: the rule that must find it, and what else is told beside."""
    print(f"\n{'planted in the ' + title:36} {'rule':36} found  beside")
    marks: Counter[bool] = Counter()
    for name, (rule, plant) in faults.items():
        notices = rules(plant())
        marks[rule in notices] += 1
        beside = ", ".join(sorted(notices - {rule})) or "–"
        mark = "yes" if rule in notices else "NO"
        print(f"{name.replace('_', ' '):36} {rule:36} {mark:5}  {beside}")
    print(f"{marks[True]} of {len(faults)} found")


def copying() -> None:
    hits = sum(bool(found(text)) for text in copies())
    false = sum(bool(found(text)) for text in OWN)
    print(f"\ncopied from {len(EARLIER)} earlier passages, in five ways each")
    print(f"recall {hits / len(copies()):.3f} ({hits} of {len(copies())})")
    print(f"precision {hits / (hits + false):.3f} ({false} of {len(OWN)} passages of one's own)")


if __name__ == "__main__":
    main()
