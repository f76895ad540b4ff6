"""Links one source of `bench/data/linkage` to the people known with Splink on DuckDB; prints what it reached.

`linkage.py FOLDER SOURCE PRECISION` prints a line `cpu SECONDS` (of all cores) and two lines
`reached PROPOSED RIGHT THERE ROWS SECONDS BYTES`: at the threshold of the best F1, and at the one that proposes most
rightly with at least that precision. Both thresholds are chosen with the truth at hand, which is more than a user of
the package has.

It is given the same fields, blocks of the same kind, and a parser of names that knows how each source writes them.
Its model is its own: random sampling for u, expectation maximisation for m, term frequencies for names, specialty
and office.
"""

import gzip
import csv
import logging
import re
import resource
import sys
import time
import unicodedata
from datetime import datetime
from pathlib import Path

import duckdb
import pandas
import splink
import splink.comparison_level_library as cll
import splink.comparison_library as cl
from splink import Linker, SettingsCreator, block_on
from splink.backends.duckdb import DuckDBAPI

# Heading of each field, how dates are written, and which word of a name without a comma is the family name.
LAYOUTS = {
    "known": ("number name born service grade specialty office position synthetic_person", "%Y-%m-%d", "last"),
    "service-rosters": (
        ["DOD_ID", "NAME", "DOB", "SVC", "PAY_GRADE", "PRIMARY_SPECIALTY", "UNIT", None, "SYNTHETIC_PERSON"],
        "%Y%m%d",
        "last",
    ),
    "staffing-list": (
        ["Employee ID", "Employee", "Date of Birth", "Agency", "Grade", "Series", "Post", "Position No.", "Synthetic person"],
        "%d-%b-%Y",
        "last",
    ),
    "manning-document": (
        [None, "INCUMBENT", None, "SVC", "GRD", "SPEC", "ORG", "BILLET", "SYNTHETIC_PERSON"],
        "%Y-%m-%d",
        "first",
    ),
    "certification": (
        ["member_id", "member", "birth_date", "component", "grade", "career_field", "organization", None, "synthetic_person"],
        "%m/%d/%Y",
        "last",
    ),
    "training-travel": (
        ["ID", "Traveler", "Birth date", "Service", "Rank", "Specialty", "From office", None, "Synthetic person"],
        "%d/%m/%Y",
        "last",
    ),
}
FIELDS = ["number", "name", "born", "service", "grade", "specialty", "office", "position", "truth"]
SUFFIXES = {"JR", "SR", "II", "III", "IV"}


def plain(text):
    text = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in text if not unicodedata.combining(letter)).upper()


def split_name(name, family_at):
    """Family name, given name, middle name, suffix."""
    parts = [[word for word in re.split(r"[^A-Z0-9]+", part.replace("'", "")) if word] for part in plain(name).split(",")]
    suffix = next((word for part in parts for word in part if word in SUFFIXES), None)
    parts = [part for part in ([word for word in part if word not in SUFFIXES] for part in parts) if part]
    if not parts:
        return None, None, None, suffix
    if len(parts) > 1:
        family, given = parts[0], parts[1]
    elif family_at == "first":
        family, given = parts[0][:1], parts[0][1:]
        # A double family name before initials.
        while len(given) > 1 and len(given[0]) > 1 and len(given[-1]) == 1 and len(given[1]) == 1:
            family, given = family + given[:1], given[1:]
    else:
        # Hyphenated names were one word in the text.
        whole = [re.sub(r"[^A-Z0-9]", "", word) for word in plain(name).split(",")[0].split()]
        whole = [word for word in whole if word and word not in SUFFIXES]
        if len(whole) > 2 and len(whole[-1]) == 1:
            family, given = whole[:1], whole[1:]
        else:
            family, given = whole[-1:], whole[:-1]
    middle = given[1] if len(given) > 1 else None
    return "".join(family) or None, given[0] if given else None, middle, suffix


def read(folder, source):
    columns, dates, family_at = LAYOUTS[source]
    if isinstance(columns, str):
        columns = columns.split()
    rows = []
    with gzip.open(Path(folder) / f"{source}.csv.gz", "rt", encoding="utf-8") as file:
        for index, line in enumerate(csv.DictReader(file)):
            cell = {field: (line.get(column) or None) if column else None for field, column in zip(FIELDS, columns)}
            family, given, middle, suffix = split_name(cell["name"] or "", family_at)
            born = datetime.strptime(cell["born"], dates).strftime("%Y-%m-%d") if cell["born"] else None
            grade = re.match(r"([A-Z]+)-?(\d+)$", cell["grade"] or "")
            rows.append(
                {
                    "unique_id": index,
                    "family": family,
                    "given": given,
                    "middle": middle,
                    "suffix": suffix,
                    "number": cell["number"],
                    "born": born,
                    "service": cell["service"],
                    "grade_kind": grade.group(1) if grade else None,
                    "grade_step": int(grade.group(2)) if grade else None,
                    "specialty": cell["specialty"],
                    "office": cell["office"],
                    "position": cell["position"],
                    "truth": int(cell["truth"]),
                }
            )
    frame = pandas.DataFrame(rows)
    for column in ("number", "born", "specialty", "office", "position", "middle", "suffix", "given", "family"):
        frame[column] = frame[column].astype("string")
    frame["grade_step"] = frame["grade_step"].astype("Int64")
    return frame


def comparisons(has):
    either_initial = "(length(given_l) = 1 or length(given_r) = 1) and left(given_l, 1) = left(given_r, 1)"
    either_middle = "(length(middle_l) = 1 or length(middle_r) = 1) and left(middle_l, 1) = left(middle_r, 1)"
    compared = [
        cl.CustomComparison(
            output_column_name="family",
            comparison_levels=[
                cll.NullLevel("family"),
                cll.ExactMatchLevel("family", term_frequency_adjustments=True),
                cll.CustomLevel("family_l = given_r or given_l = family_r", "swapped"),
                cll.DamerauLevenshteinLevel("family", 1),
                cll.CustomLevel(
                    "length(family_l) >= 5 and length(family_r) >= 5"
                    " and (starts_with(family_l, family_r) or starts_with(family_r, family_l))",
                    "cut",
                ),
                cll.JaroWinklerLevel("family", 0.88),
                cll.ElseLevel(),
            ],
        ),
        cl.CustomComparison(
            output_column_name="given",
            comparison_levels=[
                cll.NullLevel("given"),
                cll.CustomLevel(either_initial, "initial"),
                cll.ExactMatchLevel("given", term_frequency_adjustments=True),
                cll.CustomLevel("family_l = given_r or given_l = family_r", "swapped"),
                cll.DamerauLevenshteinLevel("given", 1),
                cll.CustomLevel("starts_with(given_l, given_r) or starts_with(given_r, given_l)", "cut"),
                cll.CustomLevel("middle_l = given_r or given_l = middle_r", "middle"),
                cll.JaroWinklerLevel("given", 0.88),
                cll.CustomLevel("left(given_l, 1) = left(given_r, 1)", "same first letter"),
                cll.ElseLevel(),
            ],
        ),
        cl.CustomComparison(
            output_column_name="middle",
            comparison_levels=[
                cll.NullLevel("middle"),
                cll.CustomLevel("middle_l = middle_r and length(middle_l) > 1", "the same"),
                cll.CustomLevel("middle_l = middle_r or " + either_middle, "initial"),
                cll.ElseLevel(),
            ],
        ),
        cl.ExactMatch("service"),
        cl.CustomComparison(
            output_column_name="grade",
            comparison_levels=[
                cll.NullLevel("grade_step"),
                cll.CustomLevel("grade_kind_l = grade_kind_r and grade_step_l = grade_step_r", "the same"),
                cll.CustomLevel("grade_kind_l = grade_kind_r and abs(grade_step_l - grade_step_r) = 1", "one step"),
                cll.CustomLevel("grade_kind_l = grade_kind_r", "same kind"),
                cll.ElseLevel(),
            ],
        ),
    ]
    for column in ("specialty", "office"):
        if has(column):
            compared.append(cl.ExactMatch(column).configure(term_frequency_adjustments=True))
    if has("position"):
        compared.append(cl.ExactMatch("position"))
    if has("number"):
        compared.append(cl.DamerauLevenshteinAtThresholds("number", [1, 2]))
    if has("born"):
        swapped = "left(born_l, 4) = left(born_r, 4) and substr(born_l, 6, 2) = substr(born_r, 9, 2) and substr(born_l, 9, 2) = substr(born_r, 6, 2)"
        compared.append(
            cl.CustomComparison(
                output_column_name="born",
                comparison_levels=[
                    cll.NullLevel("born"),
                    cll.ExactMatchLevel("born"),
                    cll.CustomLevel(swapped, "day and month"),
                    cll.DamerauLevenshteinLevel("born", 1),
                    cll.ElseLevel(),
                ],
            )
        )
    return compared


def blocks(has):
    rules = [
        block_on("family", "substr(given, 1, 1)"),
        block_on("substr(family, 1, 4)", "substr(given, 1, 1)"),
        block_on("given", "substr(family, 1, 2)"),
        "l.family = r.given and substr(l.given, 1, 1) = substr(r.family, 1, 1)",
        "l.given = r.family and substr(l.family, 1, 1) = substr(r.given, 1, 1)",
        block_on("family", "office"),
        block_on("given", "office", "grade_kind"),
    ]
    rules += [block_on(column) for column in ("number", "born", "position") if has(column)]
    return rules


def main():
    if sys.argv[1] == "--version":
        print(f"Splink {splink.__version__} on DuckDB {duckdb.__version__}")
        return
    logging.disable(logging.CRITICAL)
    folder, source, least = sys.argv[1], sys.argv[2], float(sys.argv[3])
    known, rows = read(folder, "known"), read(folder, source)
    truth_known, truth_rows = known.pop("truth"), rows.pop("truth")
    started, worked = time.perf_counter(), time.process_time()

    def has(column):
        return rows[column].notna().any()

    settings = SettingsCreator(
        link_type="link_only",
        comparisons=comparisons(has),
        blocking_rules_to_generate_predictions=blocks(has),
        retain_matching_columns=False,
        retain_intermediate_calculation_columns=False,
    )
    api = DuckDBAPI()
    tables = [api.register(known, dataset_display_name="a_known"), api.register(rows, dataset_display_name="b_rows")]
    linker = Linker(tables, settings)
    sure = [block_on("family", "given", "office", "grade_kind")]
    sure += [block_on(column) for column in ("number", "position") if has(column)]
    linker.training.estimate_probability_two_random_records_match(sure, recall=0.9)
    linker.training.estimate_u_using_random_sampling(max_pairs=5e6, seed=1)
    sessions = [block_on("family", "substr(given, 1, 1)"), block_on("office", "specialty", "grade_kind", "grade_step")]
    sessions += [block_on(column) for column in ("number", "born", "position") if has(column)]
    for rule in sessions:
        linker.training.estimate_parameters_using_expectation_maximisation(
            rule, record_sample_proportion=1.0
        )
    pairs = linker.inference.predict(threshold_match_probability=0.001).as_pandas_dataframe()
    # The best candidate of each row, and how far it is ahead of the next.
    pairs = pairs.sort_values("match_weight", ascending=False)
    left_known = pairs["source_dataset_l"].eq("a_known")
    pairs["person"] = pairs["unique_id_l"].where(left_known, pairs["unique_id_r"]).astype(int)
    pairs["row"] = pairs["unique_id_r"].where(left_known, pairs["unique_id_l"]).astype(int)
    best = pairs.groupby("row", sort=False).head(2)
    first = best.groupby("row", sort=False).nth(0).set_index("row")
    second = best.groupby("row", sort=False).nth(1).set_index("row")["match_weight"]
    first["margin"] = (first["match_weight"] - second.reindex(first.index)).fillna(1e9)
    seconds = time.perf_counter() - started
    print("cpu", time.process_time() - worked)

    there = int(truth_rows.isin(set(truth_known)).sum())
    right = truth_known.to_numpy()[first["person"]] == truth_rows.to_numpy()[first.index]
    outcomes = []
    for margin in (0, 0.5, 1, 2, 3, 4, 6):
        clear = first["margin"].to_numpy() >= margin
        for weight in range(-8, 41):
            taken = clear & (first["match_weight"].to_numpy() >= weight)
            outcomes.append((int(taken.sum()), int((right & taken).sum())))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024

    def say(proposed, right):
        print("reached", proposed, right, there, len(rows), seconds, memory)

    say(*max(outcomes, key=lambda outcome: 2 * outcome[1] / (outcome[0] + there)))
    say(*max((o for o in outcomes if o[0] and o[1] / o[0] >= least), key=lambda outcome: outcome[1], default=(0, 0)))


main()
