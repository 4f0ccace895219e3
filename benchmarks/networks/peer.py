"""igraph's side of the benchmark: reads the edges' file, then answers each line of standard input with seconds and a figure."""
import json
import random
import sys
import time

import igraph

edges = [tuple(map(int, line.split())) for line in open(sys.argv[1])]
graph = igraph.Graph(n=int(sys.argv[2]), edges=edges)


def components(_):
    return max(graph.connected_components().sizes())


def cut(_):
    return len(graph.articulation_points())


def pagerank(_):
    return max(graph.pagerank(damping=0.85))


def communities(iterations):
    random.seed(1)
    return graph.community_leiden(objective_function="modularity", n_iterations=iterations).modularity


def one_path(pairs):
    return [len(graph.get_shortest_paths(a, to=b)[0]) for a, b in pairs][0]


print("ready", flush=True)
for line in sys.stdin:
    name, argument = json.loads(line)
    began = time.perf_counter()
    figure = globals()[name](argument)
    print(json.dumps([time.perf_counter() - began, figure]), flush=True)
