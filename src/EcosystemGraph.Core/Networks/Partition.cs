namespace EcosystemGraph.Core.Networks;

/// <summary>The bodies of a network in groups, each in one: by size, the largest first, then by the least member.</summary>
public sealed class Partition
{
    private readonly int[] _groups;
    private readonly int[] _offsets;
    private readonly int[] _members;

    private Partition(int[] groups, int[] offsets, int[] members)
    {
        _groups = groups;
        _offsets = offsets;
        _members = members;
    }

    /// <summary>How many groups there are.</summary>
    public int Count => _offsets.Length - 1;

    /// <summary>How many bodies there are.</summary>
    public int NodeCount => _groups.Length;

    /// <summary>The group that <paramref name="node"/> is in.</summary>
    public int GroupOf(int node) => _groups[node];

    /// <summary>The members of a group, ascending; one at least.</summary>
    public ReadOnlySpan<int> Members(int group) =>
        _members.AsSpan(_offsets[group], _offsets[group + 1] - _offsets[group]);

    /// <summary>Puts groups in their order.</summary>
    /// <param name="labels">A label for each body, from 0 to below <paramref name="labelCount"/>; the same for those in one group. Taken over.</param>
    /// <param name="labelCount">How many labels there may be; those without a body make no group.</param>
    internal static Partition Of(int[] labels, int labelCount)
    {
        var sizes = new int[labelCount];
        var least = new int[labelCount];
        for (var node = labels.Length - 1; node >= 0; node--)
        {
            sizes[labels[node]]++;
            least[labels[node]] = node;
        }
        var order = new List<int>(labelCount);
        for (var label = 0; label < labelCount; label++)
        {
            if (sizes[label] > 0)
                order.Add(label);
        }
        order.Sort(
            (one, other) =>
                sizes[one] != sizes[other] ? sizes[other].CompareTo(sizes[one]) : least[one].CompareTo(least[other])
        );

        var offsets = new int[order.Count + 1];
        var groupOf = new int[labelCount];
        for (var group = 0; group < order.Count; group++)
        {
            groupOf[order[group]] = group;
            offsets[group + 1] = offsets[group] + sizes[order[group]];
        }
        var next = offsets.AsSpan(0, order.Count).ToArray();
        var members = new int[labels.Length];
        for (var node = 0; node < labels.Length; node++)
        {
            labels[node] = groupOf[labels[node]];
            members[next[labels[node]]++] = node;
        }
        return new Partition(labels, offsets, members);
    }
}
