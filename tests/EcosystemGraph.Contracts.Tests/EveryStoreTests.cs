namespace EcosystemGraph.Contracts.Tests;

/// <summary>No contract is left out for a store.</summary>
public sealed class EveryStoreTests
{
    private static readonly Type[] Types = typeof(StoreContract).Assembly.GetTypes();

    private static IEnumerable<Type> Contracts =>
        Types.Where(type => type.IsAbstract && type.BaseType == typeof(StoreContract));

    [Test]
    public void Each_contract_is_held_against_each_store()
    {
        Assert.That(Contracts.Count(), Is.GreaterThan(4));
        foreach (var contract in Contracts)
        {
            var names = Types.Where(type => type.BaseType == contract && !type.IsAbstract).Select(type => type.Name);
            Assert.That(
                names,
                Is.EquivalentTo(
                    Stores.Suffixes.Select(store => contract.Name.Replace("Contract", store, StringComparison.Ordinal))
                )
            );
        }
    }
}
