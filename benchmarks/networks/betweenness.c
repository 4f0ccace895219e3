/* igraph's betweenness from given sources, which its Python package does not offer in every version.
   Arguments: the edges' file, the number of nodes; each line of standard input: how many sources, then these. */
#include <igraph/igraph.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

int main(int argc, char **argv) {
    if (argc != 3) return 2;
    FILE *file = fopen(argv[1], "r");
    if (!file) return 2;
    igraph_vector_int_t edges, sources;
    igraph_vector_int_init(&edges, 0);
    long a, b;
    while (fscanf(file, "%ld %ld", &a, &b) == 2) {
        igraph_vector_int_push_back(&edges, a);
        igraph_vector_int_push_back(&edges, b);
    }
    fclose(file);
    igraph_t graph;
    igraph_create(&graph, &edges, atol(argv[2]), IGRAPH_UNDIRECTED);
    igraph_vector_t result;
    igraph_vector_init(&result, 0);
    igraph_vector_int_init(&sources, 0);
    printf("ready\n");
    fflush(stdout);
    long count;
    while (scanf("%ld", &count) == 1) {
        igraph_vector_int_clear(&sources);
        for (long i = 0; i < count && scanf("%ld", &a) == 1; i++) igraph_vector_int_push_back(&sources, a);
        igraph_vs_t from;
        igraph_vs_vector(&from, &sources);
        struct timespec began, ended;
        clock_gettime(CLOCK_MONOTONIC, &began);
        igraph_betweenness_subset(&graph, &result, igraph_vss_all(), IGRAPH_UNDIRECTED, from, igraph_vss_all(), NULL);
        clock_gettime(CLOCK_MONOTONIC, &ended);
        printf("[%.6f, %.9g]\n", ended.tv_sec - began.tv_sec + 1e-9 * (ended.tv_nsec - began.tv_nsec), (double)igraph_vector_max(&result));
        fflush(stdout);
    }
    return 0;
}
