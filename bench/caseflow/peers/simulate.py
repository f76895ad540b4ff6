"""Simulates a network file (one class; exponential service; servers) with Ciw or SimPy: simulate.py PEER FILE.

Prints visits ended within the window, processor seconds of simulating, and the mean wait of each station with half of its
99 % interval over the replications.
"""

import json
import math
import random
import sys
import time

REPLICATIONS = 5
T99 = 4.604094871  # Student's t, 4 degrees of freedom


def with_ciw(network, seed):
    import ciw

    stations = [s["name"] for s in network["stations"]]
    steps = {s["station"]: s for s in network["classes"][0]["steps"]}
    enter, rate = network["classes"][0]["enter"], network["classes"][0]["arrivals"]["rate"]
    routing = [[ways(steps[a]).get(b, 0.0) for b in stations] for a in stations]
    started = time.process_time()
    made = ciw.create_network(
        arrival_distributions=[ciw.dists.Exponential(rate=rate) if s == enter else None for s in stations],
        service_distributions=[
            ciw.dists.Exponential(rate=1.0 / s["service"]["exponential"]["mean"]) for s in network["stations"]
        ],
        number_of_servers=[s["servers"] for s in network["stations"]],
        routing=routing,
    )
    ciw.seed(seed)
    simulation = ciw.Simulation(made)
    simulation.simulate_until_max_time(network["horizon"])
    seconds = time.process_time() - started
    waits, visits = {s: [] for s in stations}, 0
    for record in simulation.get_all_records():
        visits += network["warm_up"] <= record.exit_date < network["horizon"]
        if network["warm_up"] <= record.service_start_date < network["horizon"]:
            waits[stations[record.node - 1]].append(record.waiting_time)
    return seconds, visits, waits


def with_simpy(network, seed):
    import simpy

    dice = random.Random(seed)
    steps = {s["station"]: list(ways(s).items()) for s in network["classes"][0]["steps"]}
    enter, rate = network["classes"][0]["enter"], network["classes"][0]["arrivals"]["rate"]
    warm_up = network["warm_up"]
    waits, visits = {s["name"]: [] for s in network["stations"]}, 0
    started = time.process_time()
    world = simpy.Environment()
    desks = {
        s["name"]: (simpy.Resource(world, s["servers"]), 1.0 / s["service"]["exponential"]["mean"])
        for s in network["stations"]
    }

    def case():
        nonlocal visits
        station = enter
        while station:
            desk, speed = desks[station]
            came = world.now
            with desk.request() as turn:
                yield turn
                if world.now >= warm_up:
                    waits[station].append(world.now - came)
                yield world.timeout(dice.expovariate(speed))
            visits += world.now >= warm_up
            at = dice.random()
            for to, probability in steps[station]:
                at -= probability
                if at < 0:
                    station = to
                    break
            else:
                station = None

    def arrivals():
        while True:
            yield world.timeout(dice.expovariate(rate))
            world.process(case())

    world.process(arrivals())
    world.run(until=network["horizon"])
    return time.process_time() - started, visits, waits


def ways(step):
    way = step.get("next", [])
    return {way: 1.0} if isinstance(way, str) else {w["to"]: w["probability"] for w in way}


def main():
    peer, path = sys.argv[1:]
    with open(path) as file:
        network = json.load(file)
    module = __import__(peer)
    simulate = with_ciw if peer == "ciw" else with_simpy
    seconds, visits = 0.0, 0
    means = {s["name"]: [] for s in network["stations"]}
    for replication in range(REPLICATIONS):
        spent, ended, waits = simulate(network, replication)
        seconds += spent
        visits += ended
        for station, found in waits.items():
            means[station].append(sum(found) / len(found))
    found = []
    for station, values in means.items():
        mean = sum(values) / len(values)
        deviation = math.sqrt(sum((v - mean) ** 2 for v in values) / (len(values) - 1))
        found.append({"station": station, "mean": mean, "half": T99 * deviation / math.sqrt(len(values))})
    name = f"{'Ciw' if peer == 'ciw' else 'SimPy'} {module.__version__}"
    print(json.dumps({"name": name, "visits": visits, "seconds": seconds, "waits": found}))


main()
