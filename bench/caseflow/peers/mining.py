"""PM4Py on the same log: import, directly-follows graph with times, variants, conformance to the same model.

    mining.py LOG MODEL

Prints one object of JSON. Conformance is token-based replay on a net that is the model's ordered steps in sequence, with a
silent transition around each optional one; side steps are left out of the log before. Seconds are wall time and processor
time of this process, the import of the library not counted.
"""
import json
import sys
import time
import warnings

warnings.filterwarnings("ignore")
import pm4py
from pm4py.objects.petri_net.obj import Marking, PetriNet
from pm4py.objects.petri_net.utils.petri_utils import add_arc_from_to


def sequence(steps):
    net = PetriNet("model")
    before = PetriNet.Place("begin")
    net.places.add(before)
    begin = Marking({before: 1})
    for number, step in enumerate(steps):
        after = PetriNet.Place(f"after {number}")
        net.places.add(after)
        labels = [step["activity"]] + ([None] if step.get("kind") == "optional" else [])
        for label in labels:
            transition = PetriNet.Transition(f"{number} {label}", label)
            net.transitions.add(transition)
            add_arc_from_to(before, transition, net)
            add_arc_from_to(transition, after, net)
        before = after
    return net, begin, Marking({before: 1})


def main():
    log, model = sys.argv[1:]
    steps = [step for step in json.load(open(model))["steps"] if step.get("kind") != "side"]
    wall, cpu = time.perf_counter(), time.process_time()
    frame = pm4py.read_xes(log)
    imported = time.perf_counter() - wall
    graph, _, _ = pm4py.discover_dfg(frame)
    times, _, _ = pm4py.discover_performance_dfg(frame)
    variants = pm4py.get_variants(frame)
    ordered = frame[frame["concept:name"].isin({step["activity"] for step in steps})]
    replayed = pm4py.conformance_diagnostics_token_based_replay(ordered, *sequence(steps))
    complete = sum(1 for one in replayed if one["trace_is_fit"])
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    follows = [[a, b, int(count), float(times[(a, b)]["median"])] for (a, b), count in graph.items()]
    print(json.dumps({
        "wall": wall, "cpu": cpu, "import": imported,
        "cases": int(frame["case:concept:name"].nunique()), "events": len(frame),
        "activities": int(frame["concept:name"].nunique()), "variants": len(variants),
        "complete_cases": complete, "directly_follows": follows,
    }))


main()
