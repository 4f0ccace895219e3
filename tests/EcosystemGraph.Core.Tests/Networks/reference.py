"""Measures networks with NetworkX and igraph, for ReferenceTests.cs to compare with.

Reads from standard input a JSON list of networks: {"nodes": n, "edges": [[a, b, weight], ...], "communities": [[...], ...],
"pairs": [[from, to], ...], "sources": [...], "memberships": [[body, grouping, first, last], ...]}; writes to standard output a JSON list of what the two libraries say of each.
Needs Debian's python3-networkx and python3-igraph.

With arguments, ARCHIVE FILE COLUMN COLUMN ROWS, it writes instead the pairs that the first rows of a CSV file in a tar.xz
archive have in two columns.
"""
import csv
import io
import itertools
import json
import random
import sys
import tarfile

import igraph
import networkx as nx
from networkx.algorithms.link_analysis import pagerank_alg

# NetworkX 2.8's default needs SciPy; its own plain version does not.
pagerank = getattr(pagerank_alg, "_pagerank_python", nx.pagerank)


def by_node(values):
    return [values[node] for node in range(len(values))]


def paths(graph, source, target):
    try:
        return sorted(nx.all_shortest_paths(graph, source, target))
    except nx.NetworkXNoPath:
        return []


def projections(memberships):
    """Who shares what, as NetworkX projects a bipartite graph: [[a, b, weight], ...] of bodies, and of groupings."""
    graph = nx.Graph()
    for body, grouping, first, last in memberships:
        bodies, groupings = ("body", body), ("grouping", grouping)
        graph.add_edge(bodies, groupings)
        graph[bodies][groupings].setdefault("periods", []).append((first, last))

    def met(graph, one, other):
        return sum(
            any(a[0] <= b[1] and b[0] <= a[1] for a in graph[one][shared]["periods"] for b in graph[other][shared]["periods"])
            for shared in set(graph[one]) & set(graph[other])
        )

    def projected(kind):
        nodes = [node for node in graph if node[0] == kind]
        found = nx.bipartite.generic_weighted_projected_graph(graph, nodes, weight_function=met).edges(data="weight")
        return sorted([min(a[1], b[1]), max(a[1], b[1]), weight] for a, b, weight in found if weight)

    return {"bodies": projected("body"), "groupings": projected("grouping")}


def measure(network):
    n = network["nodes"]
    graph = nx.Graph()
    graph.add_nodes_from(range(n))
    for a, b, weight in network["edges"]:
        # Several links between two nodes: one tie, which weighs as much as they do together.
        if graph.has_edge(a, b):
            graph[a][b]["weight"] += weight
        else:
            graph.add_edge(a, b, weight=weight)
    edges = list(graph.edges(data="weight"))
    other = igraph.Graph(n=n, edges=[(a, b) for a, b, _ in edges])
    tied = len(edges) > 0

    # igraph draws from Python's generator.
    random.seed(1)
    leiden = other.community_leiden(objective_function="modularity", weights=[w for _, _, w in edges], n_iterations=-1) if tied else None
    membership = [0] * n
    for index, community in enumerate(network["communities"]):
        for node in community:
            membership[node] = index
    subset = nx.betweenness_centrality_subset(graph, network["sources"], list(graph), normalized=False)
    return {
        "size": len(edges),
        "density": nx.density(graph),
        "degree": [graph.degree(node) for node in range(n)],
        "strength": [graph.degree(node, weight="weight") for node in range(n)],
        "components": [sorted(component) for component in nx.connected_components(graph)],
        "igraphComponents": [sorted(component) for component in other.connected_components()],
        "cutVertices": sorted(nx.articulation_points(graph)),
        "igraphCutVertices": sorted(other.articulation_points()),
        "betweenness": by_node(nx.betweenness_centrality(graph)),
        "betweennessCounts": by_node(nx.betweenness_centrality(graph, normalized=False)),
        "igraphBetweennessCounts": other.betweenness(),
        "betweennessFromSources": by_node(subset),
        "closeness": by_node(nx.closeness_centrality(graph)),
        "pageRank": by_node(pagerank(graph, alpha=0.85, tol=1e-12, max_iter=1000)) if n else [],
        "igraphPageRank": other.pagerank(damping=0.85, weights=[w for _, _, w in edges]) if n else [],
        "modularity": nx.community.modularity(graph, [set(c) for c in network["communities"]]) if tied else 0,
        "igraphModularity": other.modularity(membership, weights=[w for _, _, w in edges]) if tied else 0,
        "louvainModularity": nx.community.modularity(graph, nx.community.louvain_communities(graph, seed=1)) if tied else 0,
        "leidenModularity": other.modularity(leiden, weights=[w for _, _, w in edges]) if tied else 0,
        "projections": projections(network["memberships"]),
        "paths": [paths(graph, source, target) for source, target in network["pairs"]],
    }


def cut(archive, file, one, other, rows):
    with tarfile.open(archive) as opened:
        lines = csv.DictReader(io.TextIOWrapper(opened.extractfile(file), "utf-8"))
        return [[row[one], row[other]] for row in itertools.islice(lines, int(rows))]


if len(sys.argv) > 1:
    json.dump(cut(*sys.argv[1:]), sys.stdout)
    sys.exit()
json.dump([measure(network) for network in json.load(sys.stdin)], sys.stdout)
