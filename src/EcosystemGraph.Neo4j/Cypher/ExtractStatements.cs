using System.Collections.Immutable;
using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Dates;
using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Networks;
using EcosystemGraph.Core.Queries;
using EcosystemGraph.Neo4j.Shapes;
using EcosystemGraph.Neo4j.Transport;

namespace EcosystemGraph.Neo4j.Cypher;

/// <summary>Statements that give what figures and files show of bodies and links, each with how its rows are read.</summary>
internal static class ExtractStatements
{
    /// <summary>The data set with all its sources.</summary>
    public static Finder<ExtractDataset> Dataset() =>
        Finding(
            cypher =>
            {
                cypher.Line("MATCH (d:Dataset)");
                cypher.Call(
                    [],
                    () =>
                    {
                        cypher.Line("MATCH (s:Source)");
                        cypher.Line("WITH s ORDER BY s.rank");
                        cypher.Line("RETURN collect([s.id, s.title, s.publisher, s.date]) AS sources");
                    }
                );
                cypher.Line("RETURN collect([d.title, d.version, d.sha256, sources]) AS found");
            },
            values =>
                Row(
                    values,
                    () => new ExtractDataset(values.Text(), values.Text(), values.Text(), [.. values.List(ReadSource)])
                )
        );

    private static ExtractSource ReadSource(IValues values) =>
        Row(values, () => new ExtractSource(values.Text(), values.Text(), values.TextOrNull(), Date(values)));

    /// <summary>Bodies.</summary>
    public static Finder<ExtractBody> Bodies(IReadOnlyCollection<string> ids) =>
        Finding(
            cypher =>
            {
                cypher.Line($"UNWIND {cypher.Parameter(Value.Of(ids))} AS id");
                cypher.Line("MATCH (y:Entity {id: id})");
                cypher.Line("OPTIONAL MATCH (k:Concept {id: CASE WHEN y:Grouping THEN y.kind ELSE y.actorKind END})");
                cypher.Line("OPTIONAL MATCH (t:Territory {id: y.territory})");
                cypher.Line(
                    $"RETURN collect([y.id, y.name, y.acronym, y:Grouping, y:Actor, y.named, {Term("k")}, CASE WHEN t IS NULL THEN null ELSE [t.id, {Same("t.name")}] END, y.from, y.to, y.openness]) AS found"
                );
            },
            values =>
                Row(
                    values,
                    () =>
                        BodyOf(
                            values.Text(),
                            values.Text(),
                            values.TextOrNull(),
                            values.Flag(),
                            values.Flag(),
                            values.FlagOrNull(),
                            ReadTerm(values),
                            ReadTermOrNull(values),
                            Date(values),
                            Date(values),
                            values.TextOrNull()
                        )
                )
        );

    // What a body is as an actor is not asked where it is a grouping.
    private static ExtractBody BodyOf(
        string id,
        string name,
        string? acronym,
        bool isGrouping,
        bool isActor,
        bool? named,
        ExtractTerm kind,
        ExtractTerm? territory,
        PartialDate? from,
        PartialDate? to,
        string? openness
    ) =>
        new(
            id,
            name,
            acronym,
            isGrouping,
            isActor,
            isGrouping || named == true,
            kind,
            territory,
            from,
            to,
            null,
            openness is null ? Openness.UNKNOWN : Enum.Parse<Openness>(openness)
        );

    /// <summary>Links of a kind.</summary>
    public static Finder<ExtractLink> Links(LinkKind kind, IReadOnlyCollection<string> ids)
    {
        var isMembership = kind == LinkKind.MEMBERSHIP;
        return Finding(
            cypher =>
            {
                cypher.Line($"UNWIND {cypher.Parameter(Value.Of(ids))} AS id");
                cypher.Line($"MATCH (s)-[y:{(isMembership ? "MEMBER_OF" : "PARTNER_OF")} {{id: id}}]->(e)");
                cypher.Line($"OPTIONAL MATCH (k:Concept {{id: y.{(isMembership ? "role" : "type")}}})");
                if (!isMembership)
                {
                    cypher.Line("OPTIONAL MATCH (r:Concept {id: y.role})");
                    cypher.Line("OPTIONAL MATCH (o:Concept {id: y.occasion})");
                    cypher.Call(
                        ["y"],
                        () =>
                        {
                            cypher.Line("UNWIND range(0, size(coalesce(y.themes, [])) - 1) AS i");
                            cypher.Line("MATCH (c:Concept {id: y.themes[i]})");
                            cypher.Line("WITH c, i ORDER BY i");
                            cypher.Line($"RETURN collect({Term("c")}) AS themes");
                        }
                    );
                }
                cypher.Call(
                    ["y"],
                    () =>
                    {
                        cypher.Line("UNWIND range(0, size(coalesce(y.passages, [])) - 1) AS i");
                        cypher.Line("MATCH (q:Passage {id: y.passages[i]})");
                        cypher.Line("WITH q, y.mentions[i] AS mention, i ORDER BY i");
                        cypher.Line("RETURN collect([q.id, q.source, q.locator, nullIf(mention, '')]) AS evidence");
                    }
                );
                var own = isMembership ? "y.isMember" : $"y.mutual, themes, {Term("r")}, {Term("o")}";
                cypher.Line(
                    $"RETURN collect([y.id, [s.id, s.name], [e.id, e.name], {Term("k")}, {own}, y.from, y.to, {PeriodShape.Values("y")}, y.status, y.confidence, y.regularity, {Spoken("y", "note")}, y.openness, evidence]) AS found"
                );
            },
            values => Row(values, () => isMembership ? ReadMembership(values) : ReadPartnership(values))
        );
    }

    private static ExtractLink ReadMembership(IValues values)
    {
        var (id, source, target, role, isMember) = (
            values.Text(),
            ReadEnd(values),
            ReadEnd(values),
            ReadTerm(values),
            values.Flag()
        );
        return ReadDated(values, id, true, source, target, role, false, isMember) with { Themes = [] };
    }

    private static ExtractLink ReadPartnership(IValues values)
    {
        var (id, source, target, type, mutual) = (
            values.Text(),
            ReadEnd(values),
            ReadEnd(values),
            ReadTerm(values),
            values.Flag()
        );
        var (themes, role, occasion) = (values.List(ReadTerm), ReadTermOrNull(values), ReadTermOrNull(values));
        return ReadDated(values, id, false, source, target, type, !mutual, true) with
        {
            Themes = [.. themes],
            Role = role,
            Occasion = occasion,
        };
    }

    // What both kinds have.
    private static ExtractLink ReadDated(
        IValues values,
        string id,
        bool isMembership,
        ExtractEnd source,
        ExtractEnd target,
        ExtractTerm type,
        bool directed,
        bool isMember
    )
    {
        var (from, to, period) = (Date(values), Date(values), PeriodShape.Read(values));
        var (status, confidence, regularity) = (
            Choice<Status>(values),
            Choice<Confidence>(values),
            Choice<Regularity>(values)
        );
        var (note, openness, evidence) = (ReadTexts(values), Choice<Openness>(values), values.List(ReadEvidence));
        return new ExtractLink(
            id,
            isMembership,
            source,
            target,
            type,
            directed,
            isMember,
            from,
            to,
            period,
            status,
            confidence,
            regularity,
            [],
            note,
            [.. evidence],
            null,
            openness
        );
    }

    private static ExtractEvidence ReadEvidence(IValues values) =>
        Row(values, () => new ExtractEvidence(values.Text(), values.Text(), values.Text(), values.TextOrNull()));

    private static ExtractEnd ReadEnd(IValues values) =>
        Row(values, () => new ExtractEnd(values.Text(), values.Text()));

    /// <summary>What people read for records of a type, each after its id.</summary>
    public static Finder<(string Id, MultilingualText Label)> Labels(
        RecordType type,
        IReadOnlyCollection<string> ids
    ) =>
        Finding(
            cypher =>
            {
                cypher.Line($"UNWIND {cypher.Parameter(Value.Of(ids))} AS id");
                cypher.Line($"MATCH {Kinds.Pattern(type, "y", "id")}");
                cypher.Line(
                    $"RETURN collect([y.id, {(type.Label is MultilingualColumn label ? Spoken("y", label.Name) : Same($"y.{type.Label}"))}]) AS found"
                );
            },
            values => Row(values, () => (values.Text(), ReadTexts(values)))
        );

    // A text in each language, where it lacks one in another.
    private static string Spoken(string x, string name, string orElse = "") =>
        string.Join(", ", Language.All.Select(language => $"coalesce({Properties.Spoken(x, name, language)}{orElse})"));

    private static string Same(string text) => string.Join(", ", Language.All.Select(_ => text));

    private static string Term(string x) =>
        $"CASE WHEN {x} IS NULL THEN null ELSE [{x}.id, {Spoken(x, "label", $", {x}.id")}] END";

    private static MultilingualText ReadTexts(IValues values) => new(_ => values.TextOrNull());

    private static ExtractTerm ReadTerm(IValues values) =>
        Row(values, () => new ExtractTerm(values.Text(), ReadTexts(values)));

    private static ExtractTerm? ReadTermOrNull(IValues values) => values.IsNull() ? null : ReadTerm(values);

    private static PartialDate? Date(IValues values) =>
        values.TextOrNull() is { } date ? PartialDate.Parse(date) : null;

    private static T Choice<T>(IValues values)
        where T : struct, Enum => Enum.Parse<T>(values.Text());

    private static T Row<T>(IValues values, Func<T> read)
    {
        values.StartList();
        var row = read();
        values.End();
        return row;
    }

    private static Finder<T> Finding<T>(Action<CypherWriter> body, Func<IValues, T> read) =>
        Finder<T>.Of(new Plan([]), (cypher, _) => body(cypher), read);
}
