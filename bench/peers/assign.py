"""Solves one instance of the bench `slate` with OR-Tools' min-cost flow; prints objective and seconds.

The optional sides cost one node: every person may send its unit to the stand-in, and the stand-in may fill
every position or keep what is left. This is the form in which OR-Tools is fastest.
"""

import sys
import time

import numpy
import ortools
from ortools.graph.python import min_cost_flow


def main() -> None:
    if sys.argv[1] == "--version":
        print(f"OR-Tools {ortools.__version__} SimpleMinCostFlow")
        return
    with open(sys.argv[1]) as file:
        people, positions, out = map(int, file.readline().split())
        pairs = numpy.loadtxt(file, dtype=numpy.int64)
    stand_in, sink = people + positions, people + positions + 1
    person, position = numpy.arange(people), people + numpy.arange(positions)
    tail = numpy.concatenate([pairs[:, 0], person, numpy.full(positions, stand_in), position, [stand_in]])
    head = numpy.concatenate(
        [people + pairs[:, 1], numpy.full(people, stand_in), position, numpy.full(positions, sink), [sink]]
    )
    ones = numpy.ones(len(pairs) + people + 2 * positions, dtype=numpy.int64)
    capacity = numpy.concatenate([ones, [people]])
    cost = numpy.concatenate(
        [pairs[:, 2], numpy.full(people, out), numpy.full(positions, out), numpy.zeros(positions + 1, dtype=numpy.int64)]
    )
    # Every position takes exactly one unit, a person's or the stand-in's; the sink wants all there is.
    supply = numpy.zeros(sink + 1, dtype=numpy.int64)
    supply[:people] = 1
    supply[stand_in] = positions
    supply[sink] = -(people + positions)
    started = time.perf_counter()
    flow = min_cost_flow.SimpleMinCostFlow()
    flow.add_arcs_with_capacity_and_unit_cost(tail, head, capacity, cost)
    flow.set_nodes_supplies(numpy.arange(sink + 1), supply)
    status = flow.solve()
    seconds = time.perf_counter() - started
    if status != flow.OPTIMAL:
        sys.exit(f"status {status}")
    print(flow.optimal_cost(), seconds)


main()
