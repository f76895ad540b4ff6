// Solves one instance of the bench with LEMON and prints objective, best wall seconds, mean CPU seconds and peak bytes.
//
// The optional sides cost one node: every person may send its unit to the stand-in, and the stand-in may fill every
// position or keep what is left. Building the graph is not counted, for or against it: the time is that of the
// algorithm's own set-up and run.

#include <lemon/cost_scaling.h>
#include <lemon/network_simplex.h>
#include <lemon/smart_graph.h>

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>

using Graph = lemon::SmartDigraph;

static FILE* file;

template <class T>
static T next() {
    T value;
    if (std::fread(&value, sizeof value, 1, file) != 1) {
        std::fprintf(stderr, "the instance ends too early\n");
        std::exit(1);
    }
    return value;
}

static long long peak_bytes() {
    FILE* status = std::fopen("/proc/self/status", "r");
    char line[256];
    long long kilobytes = 0;
    while (status && std::fgets(line, sizeof line, status)) std::sscanf(line, "VmHWM: %lld", &kilobytes);
    return kilobytes * 1024;
}

template <class Method>
static void run(const Graph& graph, const Graph::ArcMap<int>& capacity, const Graph::ArcMap<std::int64_t>& cost,
                const Graph::NodeMap<int>& supply) {
    double best = 1e300, total = 0;
    std::int64_t objective = 0;
    const std::clock_t cpu = std::clock();
    int runs = 0;
    while (total < 5 && (runs < 3 || total < 0.3)) {
        const auto started = std::chrono::steady_clock::now();
        Method method(graph);
        method.upperMap(capacity).costMap(cost).supplyMap(supply);
        if (method.run() != Method::OPTIMAL) {
            std::fprintf(stderr, "not solved to optimality\n");
            std::exit(1);
        }
        const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count();
        objective = method.template totalCost<std::int64_t>();
        best = seconds < best ? seconds : best;
        total += seconds;
        runs += 1;
    }
    const double mean = double(std::clock() - cpu) / CLOCKS_PER_SEC / runs;
    std::printf("%lld %.6f %.6f %lld\n", (long long)objective, best, mean, peak_bytes());
}

int main(int, char** argv) {
    if (!std::strcmp(argv[1], "--version")) {
        std::printf("LEMON 1.3.1\n");
        return 0;
    }
    file = std::fopen(argv[2], "rb");
    if (!file) {
        std::fprintf(stderr, "cannot open %s\n", argv[2]);
        return 1;
    }
    const auto people = next<std::uint64_t>(), positions = next<std::uint64_t>(), pairs = next<std::uint64_t>();
    Graph graph;
    graph.reserveNode(people + positions + 2);
    graph.reserveArc(pairs + people + 2 * positions + 1);
    for (std::uint64_t node = 0; node < people + positions + 2; node++) graph.addNode();
    const Graph::Node stand_in = graph.nodeFromId(people + positions);
    const Graph::Node sink = graph.nodeFromId(people + positions + 1);
    Graph::ArcMap<int> capacity(graph);
    Graph::ArcMap<std::int64_t> cost(graph);
    Graph::NodeMap<int> supply(graph);
    for (std::uint64_t pair = 0; pair < pairs; pair++) {
        const auto person = next<std::uint32_t>(), position = next<std::uint32_t>();
        cost[graph.addArc(graph.nodeFromId(person), graph.nodeFromId(people + position))] = next<std::int64_t>();
    }
    for (std::uint64_t person = 0; person < people; person++) {
        cost[graph.addArc(graph.nodeFromId(person), stand_in)] = next<std::int64_t>();
        supply[graph.nodeFromId(person)] = 1;
    }
    for (std::uint64_t position = 0; position < positions; position++) {
        const Graph::Node node = graph.nodeFromId(people + position);
        cost[graph.addArc(stand_in, node)] = next<std::int64_t>();
        cost[graph.addArc(node, sink)] = 0;
    }
    const Graph::Arc rest = graph.addArc(stand_in, sink);
    // A map does not give its first value to arcs added after it.
    for (Graph::ArcIt arc(graph); arc != lemon::INVALID; ++arc) capacity[arc] = arc == rest ? people : 1;
    cost[rest] = 0;
    for (std::uint64_t position = 0; position < positions; position++) supply[graph.nodeFromId(people + position)] = 0;
    supply[stand_in] = positions;
    supply[sink] = -int(people + positions);
    std::fclose(file);
    if (!std::strcmp(argv[1], "network-simplex")) {
        run<lemon::NetworkSimplex<Graph, int, std::int64_t>>(graph, capacity, cost, supply);
    } else {
        run<lemon::CostScaling<Graph, int, std::int64_t>>(graph, capacity, cost, supply);
    }
}
