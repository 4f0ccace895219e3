using EcosystemGraph.Core.Answers;
using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Dates;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Networks;
using EcosystemGraph.Core.Queries;

namespace EcosystemGraph.Core.Questions;

/// <summary>A part of the graph as a network, and its measures.</summary>
/// <param name="Name">The name of its answer.</param>
/// <param name="Part">Which part.</param>
/// <param name="Projection">What of it.</param>
public sealed record NetworkRoot(string Name, NetworkPart Part, Projection Projection)
    : PartRoot(Name, Part, Projection)
{
    private static readonly Input Input = new("input", InputKind.Part, "Which part of the graph.");

    /// <summary>The question of the contract.</summary>
    public static ComputedQuestion Question { get; } =
        new(
            "network",
            "A part of the graph as a network, with its measures: who is at its centre, which groups it has, what would fall apart without whom. Everything where no input is given. "
                + "Example: `network(input: { without: [\"pes-21\"] }) { components { entities { name } } }`.",
            Records.Network,
            false,
            [Input],
            given => new NetworkRoot(given.Name, given.Part(Input, atAnyTime: false), given.Projection())
        );

    /// <inheritdoc/>
    public override string Title => $"network {PlanText.Of(Part)}";

    /// <inheritdoc/>
    public override (DaySpan Earlier, DaySpan Later)? Dates => null;

    internal override async ValueTask<ComputedAnswer> AnswerAsync(
        ILinkSource source,
        IDrawings? drawings,
        CancellationToken cancellation
    ) => await NetworkAnswer.MakeAsync(this, source, drawings, cancellation);
}

/// <summary>The answer: the network, its measures, and what is asked of them.</summary>
internal sealed class NetworkAnswer : ComputedAnswer
{
    private readonly NetworkRoot _question;
    private readonly GatheredNetwork _gathered;
    private readonly Network _network;
    private readonly NetworkMeasures _measures;
    private readonly Dictionary<SelectedNetworkList, int[]> _lists = new(ReferenceEqualityComparer.Instance);
    private readonly IReadOnlyDictionary<string, string> _nameKeys;
    private Dictionary<SelectedDrawing, IReadOnlyDictionary<string, object?>> _drawings = [];

    private NetworkAnswer(
        NetworkRoot question,
        GatheredNetwork gathered,
        IReadOnlyDictionary<string, string> nameKeys,
        CancellationToken cancellation
    )
    {
        _question = question;
        _gathered = gathered;
        _network = gathered.Network;
        _nameKeys = nameKeys;
        _measures = new NetworkMeasures(gathered.Network, cancellation);
        foreach (var field in FieldsOf(question.Projection))
            Prepare(field);
    }

    public static async ValueTask<NetworkAnswer> MakeAsync(
        NetworkRoot question,
        ILinkSource source,
        IDrawings? drawings,
        CancellationToken cancellation
    )
    {
        var gathered = await GatheredNetwork.GatherAsync(source, question.Part, cancellation);
        var asked = FieldsOf(question.Projection);
        var needsNames =
            asked.Any(field => field is SelectedNetworkList { Field.IsRanked: true, By: NodeMeasure.NAME })
            || asked
                .OfType<SelectedComputed>()
                .Any(field => field.Field == NetworkFields.Components || field.Field == NetworkFields.Communities);
        var named = needsNames ? gathered.Network.Ids.ToArray() : [];
        if (
            asked
                .OfType<SelectedNetworkList>()
                .Any(list => !list.Field.IsRanked && Asked(list.Projection, NetworkFields.LinkShared).Any())
        )
            named = [.. named.Union(gathered.Shared())];
        var nameKeys =
            named.Length > 0 ? await source.NameKeysAsync(named, cancellation) : new Dictionary<string, string>();
        return new NetworkAnswer(question, gathered, nameKeys, cancellation)
        {
            _drawings = await DrawAsync(
                question.Projection,
                () => Extraction.MakeAsync(gathered, question, source, cancellation),
                drawings,
                cancellation
            ),
        };
    }

    // All that may be refused is computed before anything is written.
    private void Prepare(Selected field)
    {
        switch (field)
        {
            case SelectedNetworkList { Field.IsRanked: true } nodes:
                var ranked = Ranked(nodes);
                _lists.Add(nodes, ranked);
                foreach (var asked in FieldsOf(nodes.Projection).OfType<SelectedComputed>())
                    PrepareNodes(asked, ranked);
                break;
            case SelectedNetworkList links:
                var ties = Enumerable.Range(0, Math.Min(links.First ?? int.MaxValue, _network.TieCount)).ToArray();
                _lists.Add(links, ties);
                foreach (var end in Asked(links.Projection, NetworkFields.LinkSource))
                    Request(end.Projection!, Records.Entity, ties.Select(tie => _gathered.EndsOf(tie).Source));
                foreach (var end in Asked(links.Projection, NetworkFields.LinkTarget))
                    Request(end.Projection!, Records.Entity, ties.Select(tie => _gathered.EndsOf(tie).Target));
                foreach (var shared in Asked(links.Projection, NetworkFields.LinkShared))
                    Request(shared.Projection!, Records.Entity, ties.SelectMany(_gathered.SharedBy));
                foreach (var behind in Asked(links.Projection, NetworkFields.LinkLinks))
                    Request(
                        behind.Projection!,
                        Records.Link,
                        ties.SelectMany(tie => _gathered.LinksOf(tie)).Select(link => link.Key)
                    );
                break;
            case SelectedComputed computed when computed.Field == NetworkFields.Components:
                PrepareGroups(computed, NetworkFields.ComponentEntities);
                break;
            case SelectedComputed computed when computed.Field == NetworkFields.Communities:
                PrepareGroups(computed, NetworkFields.CommunityEntities);
                break;
        }
    }

    private void PrepareNodes(SelectedComputed asked, int[] nodes)
    {
        if (asked.Field == NetworkFields.NodeEntity)
            Request(asked.Projection!, Records.Entity, nodes.Select(IdOf));
        else if (asked.Field == NetworkFields.Betweenness)
            _ = _measures.Betweenness;
        else if (asked.Field == NetworkFields.Closeness)
            _ = _measures.Closeness;
    }

    private void PrepareGroups(SelectedComputed groups, ComputedField entities)
    {
        foreach (var asked in Asked(groups.Projection!, entities))
            Request(asked.Projection!, Records.Entity, _network.Ids.ToArray());
    }

    private string IdOf(int node) => _network.Ids[node];

    private int[] Ranked(SelectedNetworkList list)
    {
        var nodes = Enumerable.Range(0, _network.NodeCount);
        // Bodies are numbered in the order of their ids, and sorting is stable.
        var sorted = list.By switch
        {
            NodeMeasure.DEGREE => nodes.OrderByDescending(_network.Degree),
            NodeMeasure.BETWEENNESS => nodes.OrderByDescending(node => _measures.Betweenness[node]),
            NodeMeasure.CLOSENESS => nodes.OrderByDescending(node => _measures.Closeness[node]),
            NodeMeasure.PAGERANK => nodes.OrderByDescending(node => _measures.PageRank[node]),
            NodeMeasure.NAME => nodes.OrderBy(NameOf, StringComparer.Ordinal),
        };
        return [.. sorted.Take(list.First ?? int.MaxValue)];
    }

    private string NameOf(int node) => NameOf(IdOf(node));

    private string NameOf(string id) => _nameKeys.GetValueOrDefault(id, "");

    public override void Write(AnswerWriter writer, IRecordWriter records) =>
        WriteObject(
            writer,
            _question.Projection,
            field =>
            {
                if (field is SelectedNetworkList list)
                {
                    writer.StartList();
                    foreach (var place in _lists[list])
                    {
                        if (list.Field.IsRanked)
                            WriteNode(writer, records, list.Projection, place);
                        else
                            WriteLink(writer, records, list.Projection, place);
                    }
                    writer.EndList();
                    return;
                }
                if (field is SelectedDrawing drawing)
                {
                    WriteDrawing(writer, drawing, _drawings[drawing]);
                    return;
                }
                var computed = (SelectedComputed)field;
                if (computed.Field == NetworkFields.NodeCount)
                    writer.Whole(_network.NodeCount);
                else if (computed.Field == NetworkFields.LinkCount)
                    writer.Whole(_network.TieCount);
                else if (computed.Field == NetworkFields.Density)
                    writer.Number(_measures.Density);
                else if (computed.Field == NetworkFields.Modularity)
                    writer.Number(_measures.Modularity);
                else
                    WriteGroups(
                        writer,
                        records,
                        computed.Projection!,
                        computed.Field == NetworkFields.Components
                            ? _measures.Components
                            : _measures.Communities.Partition
                    );
            }
        );

    private void WriteNode(AnswerWriter writer, IRecordWriter records, Projection projection, int node) =>
        WriteObject(
            writer,
            projection,
            selected =>
            {
                var computed = (SelectedComputed)selected;
                if (computed.Field == NetworkFields.NodeEntity)
                    records.Write(computed.Projection!, IdOf(node));
                else if (computed.Field == NetworkFields.Degree)
                    writer.Whole(_network.Degree(node));
                else if (computed.Field == NetworkFields.Betweenness)
                    writer.Number(_measures.Betweenness[node]);
                else if (computed.Field == NetworkFields.Closeness)
                    writer.Number(_measures.Closeness[node]);
                else if (computed.Field == NetworkFields.PageRank)
                    writer.Number(_measures.PageRank[node]);
                else if (computed.Field == NetworkFields.NodeComponent)
                    writer.Whole(_measures.Components.GroupOf(node));
                else if (computed.Field == NetworkFields.NodeCommunity)
                    writer.Whole(_measures.Communities.Partition.GroupOf(node));
                else
                    writer.Flag(_measures.CutVertices[node]);
            }
        );

    private void WriteLink(AnswerWriter writer, IRecordWriter records, Projection projection, int tie) =>
        WriteObject(
            writer,
            projection,
            selected =>
            {
                var computed = (SelectedComputed)selected;
                if (computed.Field == NetworkFields.LinkSource)
                    records.Write(computed.Projection!, _gathered.EndsOf(tie).Source);
                else if (computed.Field == NetworkFields.LinkTarget)
                    records.Write(computed.Projection!, _gathered.EndsOf(tie).Target);
                else if (computed.Field == NetworkFields.Weight)
                    writer.Number(_network.Weight(tie));
                else if (computed.Field == NetworkFields.LinkShared)
                    WriteRecords(
                        writer,
                        records,
                        computed.Projection!,
                        _gathered
                            .SharedBy(tie)
                            .OrderBy(NameOf, StringComparer.Ordinal)
                            .ThenBy(id => id, StringComparer.Ordinal)
                    );
                else
                    WriteRecords(
                        writer,
                        records,
                        computed.Projection!,
                        _gathered.LinksOf(tie).Select(link => link.Key)
                    );
            }
        );

    private void WriteGroups(AnswerWriter writer, IRecordWriter records, Projection projection, Partition partition)
    {
        writer.StartList();
        for (var group = 0; group < partition.Count; group++)
        {
            var index = group;
            WriteObject(
                writer,
                projection,
                selected =>
                {
                    var computed = (SelectedComputed)selected;
                    if (computed.Field.Value == ComputedValue.Whole)
                        writer.Whole(index);
                    else
                        WriteRecords(
                            writer,
                            records,
                            computed.Projection!,
                            partition.Members(index).ToArray().OrderBy(NameOf, StringComparer.Ordinal).Select(IdOf)
                        );
                }
            );
        }
        writer.EndList();
    }
}
