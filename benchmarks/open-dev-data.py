#!/usr/bin/env python3
"""Makes a data package of an unpacked open-dev-data folder: open-dev-data.py FROM TO

Drops the columns that a package does not have and turns links.csv into part_of. A day that no calendar has
(2025-10-32) is cut to its month.
"""
import csv
import datetime
import pathlib
import sys

source, target = map(pathlib.Path, sys.argv[1:])
target.mkdir(parents=True, exist_ok=True)
cut = 0


def date(text):
    global cut
    try:
        if len(text) == 10:
            datetime.date.fromisoformat(text)
        return text
    except ValueError:
        cut += 1
        return text[:7]


def rows(name):
    with open(source / name, newline="", encoding="utf-8") as file:
        yield from csv.DictReader(file)


def write(name, columns, table):
    with open(target / name, "w", newline="", encoding="utf-8") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(columns)
        out.writerows([date(row[c]) if c in ("from", "to") else row[c] for c in columns] for row in table)


wholes = {}
for link in rows("links.csv"):
    if link["scope"] == "grouping":
        wholes.setdefault(link["source"], {})[link["target"]] = True

write("actors.csv", ["id", "name", "kind", "territory"], rows("actors.csv"))
write("groupings.csv", ["id", "name", "kind", "from", "to", "themes", "territory", "part_of"],
      (row | {"part_of": "|".join(wholes.get(row["id"], ()))} for row in rows("groupings.csv")))
write("memberships.csv", ["actor", "grouping", "role", "from", "to"], rows("memberships.csv"))
print(f"{cut} dates cut to their month")
