"""Solves one instance of the bench with a Python package; prints objective, best wall seconds, mean CPU seconds and
peak bytes.

`pure.py PEER FILE`, PEER one of ortools, scipy, lapx. Making the arrays is not counted, for or against it: the time is
that of the package's own set-up and run.
"""

import sys
import time

import numpy


def read(path):
    with open(path, "rb") as file:
        people, positions, pairs = map(int, numpy.fromfile(file, dtype="<u8", count=3))
        pair = numpy.dtype([("person", "<u4"), ("position", "<u4"), ("cost", "<i8")])
        return (
            people,
            positions,
            numpy.fromfile(file, dtype=pair, count=pairs),
            numpy.fromfile(file, dtype="<i8", count=people),
            numpy.fromfile(file, dtype="<i8", count=positions),
        )


def ortools(people, positions, pairs, unassigned, unfilled):
    """One node stands in for whoever is left out: the form in which OR-Tools is fastest."""
    from ortools.graph.python import min_cost_flow

    stand_in, sink = people + positions, people + positions + 1
    person, position = numpy.arange(people), people + numpy.arange(positions)
    tail = [pairs["person"], person, numpy.full(positions, stand_in), position, [stand_in]]
    head = [people + pairs["position"], numpy.full(people, stand_in), position, numpy.full(positions, sink), [sink]]
    tail, head = (numpy.concatenate(part).astype(numpy.int32) for part in (tail, head))
    capacity = numpy.ones(len(tail), dtype=numpy.int64)
    capacity[-1] = people
    cost = numpy.concatenate([pairs["cost"], unassigned, unfilled, numpy.zeros(positions + 1, dtype=numpy.int64)])
    supply = numpy.zeros(sink + 1, dtype=numpy.int64)
    supply[:people] = 1
    supply[stand_in] = positions
    supply[sink] = -(people + positions)
    del pairs

    def solve():
        flow = min_cost_flow.SimpleMinCostFlow()
        flow.add_arcs_with_capacity_and_unit_cost(tail, head, capacity, cost)
        flow.set_nodes_supplies(numpy.arange(sink + 1), supply)
        status = flow.solve()
        if status != flow.OPTIMAL:
            sys.exit(f"status {status}")
        return flow.optimal_cost()

    return solve


def mirrored(people, positions, pairs, unassigned, unfilled):
    """A square sparse matrix: each person has a stand-in position, each position a stand-in person, and stand-ins
    whose originals are a pair may pair for nothing."""
    from scipy.sparse import csr_array

    size = people + positions
    i, j = pairs["person"].astype(numpy.int64), pairs["position"].astype(numpy.int64)
    person, position = numpy.arange(people), numpy.arange(positions)
    row = numpy.concatenate([i, person, people + position, people + j])
    column = numpy.concatenate([j, positions + person, position, positions + i])
    # One is added throughout, because a sparse matrix would lose its zeros.
    cost = 1 + numpy.concatenate([pairs["cost"], unassigned, unfilled, numpy.zeros(len(pairs), dtype=numpy.int64)])
    return size, csr_array((cost, (row, column)), shape=(size, size))


def scipy(*instance):
    from scipy.sparse.csgraph import min_weight_full_bipartite_matching

    size, matrix = mirrored(*instance)

    def solve():
        row, column = min_weight_full_bipartite_matching(matrix)
        return int(matrix[row, column].sum()) - size

    return solve


def lapx(*instance):
    import lap

    size, matrix = mirrored(*instance)
    matrix.sort_indices()
    cost, start, column = matrix.data.astype(float), matrix.indptr.astype(numpy.int32), matrix.indices.astype(numpy.int32)

    def solve():
        return round(lap.lapmod(size, cost, start, column)[0]) - size

    return solve


def peak_bytes():
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) * 1024 for line in status if line.startswith("VmHWM"))


def main() -> None:
    solve = {"ortools": ortools, "scipy": scipy, "lapx": lapx}[sys.argv[1]](*read(sys.argv[2]))
    seconds, cpu = [], time.process_time()
    while sum(seconds) < 5 and (len(seconds) < 3 or sum(seconds) < 0.3):
        started = time.perf_counter()
        objective = solve()
        seconds.append(time.perf_counter() - started)
    print(objective, min(seconds), (time.process_time() - cpu) / len(seconds), peak_bytes())


main()
