using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Stores.InMemory.Bindings;
using NUnit.Framework;

namespace EcosystemGraph.Core.Tests.Stores.InMemory;

/// <summary>What the in-memory store binds to the catalogue is whole and fits, or the program does not start.</summary>
public sealed class BindingTests
{
    [Test]
    public void Every_field_of_the_catalogue_is_bound()
    {
        var table = new BindingTable(BindingTable.All());
        foreach (
            var field in Records.WithRows.SelectMany(type => type.Fields).Where(field => field is not CoMembersField)
        )
        {
            Assert.That(table.Readers[field.Number], Is.Not.Null, field.Name);
        }
    }

    [Test]
    public void A_field_that_is_not_bound_is_named()
    {
        var forgotten = new RecordBinding(
            Records.Territory,
            graph => graph.Territories.Length,
            (graph, id) => graph.FindTerritory(id)
        ).Text("id", (graph, row) => graph.Territories[row].Id);
        Assert.That(
            () => With(forgotten),
            Throws.InvalidOperationException.With.Message.StartsWith("Territory.name is not bound")
        );
    }

    [Test]
    public void A_type_that_is_not_bound_is_named() =>
        Assert.That(
            () => new BindingTable(BindingTable.All().Where(binding => binding.Type != Records.Source)),
            Throws.InvalidOperationException.With.Message.StartsWith("Source is not bound")
        );

    [Test]
    public void What_does_not_fit_its_description_is_named()
    {
        static RecordBinding Territory() => new(Records.Territory, graph => graph.Territories.Length);
        Assert.That(
            () => Territory().Text("nobody", (_, _) => ""),
            Throws.InvalidOperationException.With.Message.EqualTo("Territory.nobody is not in the catalogue")
        );
        Assert.That(
            () => Territory().Whole("name", (_, _) => 1),
            Throws.InvalidOperationException.With.Message.EqualTo(
                "Territory.name is described as a TextColumn, but read as a WholeColumn"
            )
        );
        Assert.That(
            () => Territory().Rows("within", (_, _) => []),
            Throws.InvalidOperationException.With.Message.StartsWith("Territory.within is described as a ToOne")
        );
        Assert.That(
            () => Territory().Text("id", (_, _) => "").Text("id", (_, _) => ""),
            Throws.InvalidOperationException.With.Message.EqualTo("Territory.id is bound twice")
        );
        Assert.That(
            () =>
                new RecordBinding(Records.Source, graph => graph.Sources.Length).Choice(
                    "language",
                    (_, _) => Core.Model.Status.PAST
                ),
            Throws.InvalidOperationException.With.Message.EqualTo(
                "Source.language is described as a Language, but read as a Status"
            )
        );
    }

    private static BindingTable With(RecordBinding changed) =>
        new(BindingTable.All().Where(binding => binding.Type != changed.Type).Append(changed));
}
