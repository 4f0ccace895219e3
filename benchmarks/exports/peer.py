"""Holds a network in NetworkX and writes it as GEXF whenever it is asked to, for Program.cs to compare with.

Argument: a folder with BODIES.csv and LINKS.csv as the exports write them. Each line of standard input asks for one
file; the answer is the seconds that it took and its size in bytes.
"""
import csv
import os
import sys
import time

import networkx as nx

folder = sys.argv[1]
graph = nx.MultiGraph()
with open(os.path.join(folder, "BODIES.csv"), encoding="utf-8", newline="") as file:
    for row in csv.DictReader(file):
        graph.add_node(row["Id"], label=row["Label"], **{k: v for k, v in row.items() if v != "" and k not in ("Id", "Label")})
with open(os.path.join(folder, "LINKS.csv"), encoding="utf-8", newline="") as file:
    skip = {"Source", "Target", "source_name", "target_name", "source_kind", "target_kind", "Type", "Id", "Weight"}
    for row in csv.DictReader(file):
        graph.add_edge(row["Source"], row["Target"], key=row["Id"], **{k: v for k, v in row.items() if v != "" and k not in skip})
print("ready", flush=True)

path = os.path.join(folder, "theirs")
for line in sys.stdin:
    start = time.perf_counter()
    nx.write_gexf(graph, path, prettyprint=False)
    print(time.perf_counter() - start, os.path.getsize(path), flush=True)
