"""Opens exported files with the readers that people have, and prints as JSON what each saw, for the tests to compare.

usage: readers.py READER FILE...    READER: networkx-graphml, networkx-gexf, igraph-graphml, csv, jsonld, dot

Each file gives {"directed": bool, "nodes": {id: {...}}, "edges": [{"id", "source", "target", ...}, ...]}.
Needs Debian's python3-networkx, python3-igraph, python3-rdflib and graphviz.
"""
import csv
import json
import math
import re
import subprocess
import sys


def networkx_of(graph):
    edges = [{**data, "source": a, "target": b} for a, b, data in graph.edges(data=True)]
    if graph.is_multigraph():
        # The reader of GraphML takes an edge's id for its key.
        edges = [{"id": key, **data, "source": a, "target": b} for a, b, key, data in graph.edges(data=True, keys=True)]
    return {"directed": graph.is_directed(), "nodes": dict(graph.nodes(data=True)), "edges": edges}


def networkx_graphml(path):
    import networkx
    return networkx_of(networkx.read_graphml(path, force_multigraph=True))


def networkx_gexf(path):
    import networkx
    from networkx.readwrite import gexf
    # NetworkX 2.8 knows older namespaces only; its reader goes by this table.
    gexf.GEXF.versions["1.3"] = {**gexf.GEXF.versions["1.2draft"], "NS_GEXF": "http://gexf.net/1.3", "NS_VIZ": "http://gexf.net/1.3/viz", "VERSION": "1.3"}
    return networkx_of(networkx.read_gexf(path, version="1.3"))


def igraph_graphml(path):
    import igraph
    graph = igraph.Graph.Read_GraphML(path)

    def there(attributes):
        found = {k: v for k, v in attributes.items() if v != "" and v is not None and not (isinstance(v, float) and math.isnan(v))}
        # igraph has no truth value that is missing: it says false for a body without measures, too.
        if "degree" not in found:
            found.pop("cut_vertex", None)
        return found

    names = graph.vs["id"]
    return {
        "directed": graph.is_directed(),
        "nodes": {v["id"]: there(v.attributes()) for v in graph.vs},
        "edges": [{**there(e.attributes()), "source": names[e.source], "target": names[e.target]} for e in graph.es],
    }


def plain(cell):
    """A cell without the apostrophes that keep spreadsheet programs from taking it for a formula."""
    return re.sub(r"(^|[;\t\r\n])([\" ]*)'(.)", r"\1\2\3", cell, flags=re.S)


def csv_of(path):
    with open(path, encoding="utf-8", newline="") as file:
        rows = [{k: plain(v) for k, v in row.items() if v != ""} for row in csv.DictReader(file, strict=True)]
    lower = [{k.lower(): v for k, v in row.items()} for row in rows]
    for row in lower:
        if "period" in row:
            row.update(zip(("from", "to"), (date or None for date in row.pop("period").split("/"))))
    if rows and "Source" in rows[0]:
        return {"directed": False, "nodes": {}, "edges": lower}
    return {"directed": False, "nodes": {row["id"]: row for row in lower}, "edges": []}


def jsonld(path):
    from rdflib import Graph, Namespace, RDF, URIRef
    graph = Graph().parse(path, format="json-ld")
    own, schema, prov, skos = (Namespace(n) for n in ("urn:x-ecosystem:term:", "https://schema.org/", "http://www.w3.org/ns/prov#", "http://www.w3.org/2004/02/skos/core#"))

    def after(iri, sort):
        start = f"urn:x-ecosystem:{sort}:"
        assert str(iri).startswith(start), (iri, sort)
        return str(iri)[len(start):]

    def facts(subject):
        found = {}
        for _, predicate, value in graph.triples((subject, None, None)):
            found.setdefault(re.split("[/#:]", str(predicate))[-1], value.toPython() if hasattr(value, "toPython") else str(value))
        return {k: v if isinstance(v, (bool, int, float, str)) else str(v) for k, v in found.items()}

    def end(link, name):
        return after(graph.value(link, own[name]), "body")

    edges = []
    for sort in ("membership", "partnership"):
        for link in sorted(s for s in set(graph.subjects(own.source)) if str(s).startswith(f"urn:x-ecosystem:{sort}:")):
            passages = sorted(graph.objects(link, prov.wasDerivedFrom))
            edges.append({
                **facts(link),
                "id": f"{sort}:{after(link, sort)}",
                "source": end(link, "source"),
                "target": end(link, "target"),
                "type": after(graph.value(link, own.type), "concept"),
                "passages": [after(p, "passage") for p in passages],
                "locators": [str(graph.value(p, own.locator)) for p in passages],
                "documents": [str(graph.value(graph.value(p, schema.isPartOf), schema.name)) for p in passages],
                "mentions": sorted([after(graph.value(d, prov.entity), "passage"), str(graph.value(d, schema.text))] for d in graph.objects(link, prov.qualifiedDerivation)),
                "member": [str(o) for o in graph.objects(link, schema.member)] + [str(o) for o in graph.objects(link, schema.memberOf)],
                "notes": {n.language: str(n) for n in graph.objects(link, skos.note)},
            })
    ties = [{
        **facts(tie),
        "id": str(tie).replace("urn:x-ecosystem:", "").replace("%7C", "|"),
        "between": sorted(after(b, "body") for b in graph.objects(tie, own.between)),
        "shared": sorted(after(b, "body") for b in graph.objects(tie, own.shared)),
        "memberships": sorted(after(m, "membership") for m in graph.objects(tie, own.membership)),
        "passages": sorted(after(p, "passage") for p in graph.objects(tie, prov.wasDerivedFrom)),
    } for tie in sorted(set(graph.subjects(RDF.type, own.Tie)))]
    bodies = [b for b in set(graph.subjects(RDF.type, schema.Organization))]
    # Whatever is no blank node must be one of ours or a term of the vocabularies.
    strangers = sorted({str(t) for s, p, o in graph for t in (s, p, o) if isinstance(t, URIRef) and not str(t).startswith(("urn:x-ecosystem:", str(schema), str(prov), str(skos), str(RDF)))})
    return {
        "directed": False,
        "nodes": {after(b, "body"): {**facts(b), "kind_labels": sorted(str(x) for x in graph.objects(graph.value(b, own.kind), skos.prefLabel))} for b in bodies},
        "edges": edges + ties,
        "triples": len(graph),
        "strangers": strangers,
    }


def dot(path):
    program = r"""
BEGIN { string a; }
BEG_G { printf("G\x1f%d\x1e", isDirect($G)); }
N { printf("N\x1f%s", $.name); for (a = fstAttr($G, "N"); a != ""; a = nxtAttr($G, "N", a)) printf("\x1f%s\x1f%s", a, aget($, a)); printf("\x1e"); }
E { printf("E\x1f%s\x1f%s", $.tail.name, $.head.name); for (a = fstAttr($G, "E"); a != ""; a = nxtAttr($G, "E", a)) printf("\x1f%s\x1f%s", a, aget($, a)); printf("\x1e"); }
"""
    # gvpr knows \n and \t only: the control characters go in as they are.
    program = program.replace(r"\x1f", "\x1f").replace(r"\x1e", "\x1e")
    printed = subprocess.run(["gvpr", program, path], check=True, stdout=subprocess.PIPE).stdout.decode("utf-8")

    def value(text):
        """What Graphviz shows for a string: a backslash makes of the next character a sign of its own."""
        import html
        text = re.sub(r"\\(.)", lambda m: "\n" if m[1] == "n" else m[1], text, flags=re.S)
        return re.sub(r"&(#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);", lambda m: "\r" if m[0] == "&#13;" else html.unescape(m[0]), text)

    directed, nodes, edges = False, {}, []
    for record in printed.split("\x1e")[:-1]:
        sort, *fields = record.split("\x1f")
        if sort == "G":
            directed = fields[0] == "1"
            continue
        ends = 1 if sort == "N" else 2
        attributes = {fields[i]: value(fields[i + 1]) for i in range(ends, len(fields) - 1, 2) if fields[i + 1] != ""}
        if sort == "N":
            nodes[fields[0]] = attributes
        else:
            edges.append({**attributes, "source": fields[0], "target": fields[1]})
    return {"directed": directed, "nodes": nodes, "edges": edges}


READERS = {"networkx-graphml": networkx_graphml, "networkx-gexf": networkx_gexf, "igraph-graphml": igraph_graphml, "csv": csv_of, "jsonld": jsonld, "dot": dot}

if __name__ == "__main__":
    read = READERS[sys.argv[1]]
    json.dump([read(path) for path in sys.argv[2:]], sys.stdout)
