"""Solves one JSON instance with side constraints; `constrained.py PEER FILE SECONDS`, PEER highs or cp-sat. Prints the
objective, or `none`. Building the model is not counted against the limit."""

import json
import sys

import numpy


def rows(file):
    """Costs per pair, what leaving all out costs, and rows as (low, indices, weights, high)."""
    pairs = file["pairs"]
    unassigned, unfilled = file["unassigned"], file["unfilled"]
    at = {(person, position): index for index, (person, position, _) in enumerate(pairs)}
    cost = [c - unassigned[i] - unfilled[j] for i, j, c in pairs]
    of_person, of_position = {}, {}
    for index, (i, j, _) in enumerate(pairs):
        of_person.setdefault(i, []).append(index)
        of_position.setdefault(j, []).append(index)
    made = [(None, group, [1] * len(group), 1) for side in (of_person, of_position) for group in side.values()]
    for group in file["groups"]:
        if "terms" in group:
            terms = [(at[i, j], weight) for i, j, weight in group["terms"]]
        else:
            terms = [(index, 1) for i in group["people"] for index in of_person.get(i, [])]
        made.append((None, [t[0] for t in terms], [t[1] for t in terms], group["most"]))
    for share in file["shares"]:
        part, whole = share["least"]
        inside = set(share["people"])
        terms = [index for j in share["positions"] for index in of_position.get(j, [])]
        made.append((0, terms, [whole * (pairs[index][0] in inside) - part for index in terms], None))
    near = {}
    for a, b in file["commuting"]:
        near.setdefault(a, set()).add(b)
        near.setdefault(b, set()).add(a)
    place = file["places"]
    for couple in file["couples"]:
        for one, other in (couple, couple[::-1]):
            by_place = {}
            for index in of_person.get(one, []):
                by_place.setdefault(place[pairs[index][1]], []).append(index)
            for where, mine in by_place.items():
                allowed = near.get(where, set()) | {where}
                theirs = [index for index in of_person.get(other, []) if place[pairs[index][1]] in allowed]
                made.append((None, mine + theirs, [1] * len(mine) + [-1] * len(theirs), 0))
    return cost, sum(unassigned) + sum(unfilled), made


def highs(cost, out, made, seconds):
    import highspy

    solver = highspy.Highs()
    solver.setOptionValue("output_flag", False)
    solver.setOptionValue("time_limit", float(seconds))
    count, infinity = len(cost), highspy.kHighsInf
    nothing = numpy.array([], dtype=numpy.int32)
    solver.addCols(count, numpy.array(cost, dtype=float), numpy.zeros(count), numpy.ones(count), 0, nothing, nothing, numpy.array([]))
    kinds = numpy.array([highspy.HighsVarType.kInteger] * count)
    solver.changeColsIntegrality(count, numpy.arange(count, dtype=numpy.int32), kinds)
    low = numpy.array([-infinity if row[0] is None else row[0] for row in made], dtype=float)
    high = numpy.array([infinity if row[3] is None else row[3] for row in made], dtype=float)
    index = numpy.array([i for row in made for i in row[1]], dtype=numpy.int32)
    value = numpy.array([w for row in made for w in row[2]], dtype=float)
    start = numpy.cumsum([0] + [len(row[1]) for row in made[:-1]]).astype(numpy.int32)
    solver.addRows(len(made), low, high, len(index), start, index, value)
    solver.run()
    info = solver.getInfo()
    return round(info.objective_function_value) + out if info.primal_solution_status == 2 else None


def cp_sat(cost, out, made, seconds):
    from ortools.sat.python import cp_model

    model = cp_model.CpModel()
    choice = [model.new_bool_var("") for _ in cost]
    for low, index, weight, high in made:
        total = cp_model.LinearExpr.weighted_sum([choice[i] for i in index], weight)
        if high is not None:
            model.add(total <= high)
        if low is not None:
            model.add(total >= low)
    model.minimize(cp_model.LinearExpr.weighted_sum(choice, cost))
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = float(seconds)
    status = solver.solve(model)
    return round(solver.objective_value) + out if status in (cp_model.OPTIMAL, cp_model.FEASIBLE) else None


def main() -> None:
    with open(sys.argv[2]) as file:
        model = rows(json.load(file))
    found = {"highs": highs, "cp-sat": cp_sat}[sys.argv[1]](*model, int(sys.argv[3]))
    print("none" if found is None else found)


main()
