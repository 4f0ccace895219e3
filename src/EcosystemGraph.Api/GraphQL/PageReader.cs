using System.Collections.Immutable;
using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Queries;

namespace EcosystemGraph.Api.GraphQL;

/// <summary>Reads the order and the page that a client asks for.</summary>
internal static class PageReader
{
    public static Order Order(RecordType type, Arguments arguments)
    {
        if (arguments.Value("order") is not System.Collections.IEnumerable elements)
            return Core.Queries.Order.DefaultOf(type);
        var keys = ImmutableArray.CreateBuilder<SortKey>();
        foreach (var element in elements)
        {
            if (element is not IDictionary<string, object?> key)
                throw Wrong("order: an element is null; leave it out of the list", arguments);
            keys.Add(Key(type, null, key, arguments));
        }
        return keys.Count == 0 ? Core.Queries.Order.DefaultOf(type) : new Order(keys.DrainToImmutable(), false);
    }

    public static Page Page(string list, Order order, Arguments arguments)
    {
        var first = Size("first", arguments);
        var last = Size("last", arguments);
        if (first is not null && last is not null)
        {
            throw new QuestionException(
                ErrorCodes.BadArgument,
                "first and last are both given; give one of them",
                arguments.Field
            );
        }
        return new Page(
            first ?? last ?? Core.Queries.Page.DefaultSize,
            last is not null,
            Cursor("after", list, order, arguments),
            Cursor("before", list, order, arguments)
        );
    }

    /// <summary>The order of co-members, whose values are computed.</summary>
    public static Order CoMembers(Arguments arguments)
    {
        if (Order(Records.CoMember, arguments) is { IsDefault: false } order)
            return order;
        return ComputedOrders.CoMembers;
    }

    private static SortKey Key(RecordType type, ToOne? hop, IDictionary<string, object?> element, Arguments arguments)
    {
        if (element.Count != 1)
            throw Wrong(
                $"order: an element has {element.Count} keys; give exactly one field in each element, the first deciding first",
                arguments
            );
        var (name, value) = element.Single();
        if (value is null)
            throw Wrong($"order: {name} is null; give ASC or DESC", arguments);
        var field = type.FieldOf(name)!;
        if (field is ComputedField { Value: ComputedValue.Whole })
            return ComputedOrders.BySharedCount(value is SortDirection.DESC);
        if (field is ComputedField)
            return OfCoMember((IDictionary<string, object?>)value, arguments);
        if (field is Column column)
            return new SortKey(hop, column, value is SortDirection.DESC);
        if (hop is not null)
            throw Wrong(
                $"order: {hop.Name}.{name} leads too far; a key is a value of the record or of one that it names directly",
                arguments
            );
        return Key(((ToOne)field).Target, (ToOne)field, (IDictionary<string, object?>)value, arguments);
    }

    private static SortKey OfCoMember(IDictionary<string, object?> element, Arguments arguments)
    {
        var key = Key(Records.Actor, null, element, arguments);
        if (key.Hop is { } hop)
            throw Wrong(
                $"order: actor.{hop.Name} leads too far; a key is a value of the record or of one that it names directly",
                arguments
            );
        return ComputedOrders.ByActor(key.Column, key.Descending);
    }

    /// <summary>A number of records that is asked for; null where none is given.</summary>
    /// <param name="name">The argument.</param>
    /// <param name="arguments">The field's arguments.</param>
    /// <param name="instead">What else to do where more is wanted.</param>
    public static int? Size(string name, Arguments arguments, string instead = "and ask for the rest page by page")
    {
        if (arguments.Whole(name) is not { } size)
            return null;
        if (size is >= 0 and <= Core.Queries.Page.MaxSize)
            return size;
        throw Wrong(
            string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"{name} is {size}; give 0 to {Core.Queries.Page.MaxSize}, {instead}"
            ),
            arguments
        );
    }

    private static Cursor? Cursor(string name, string list, Order order, Arguments arguments)
    {
        if (arguments.Text(name) is not { } text)
            return null;
        return Core.Queries.Cursor.Read(text, list, order)
            ?? throw new QuestionException(
                ErrorCodes.BadCursor,
                $"{name} is no cursor of {list} in this order; give a cursor that the same field returned for the same order",
                arguments.Field
            );
    }

    private static QuestionException Wrong(string message, Arguments arguments) =>
        new(ErrorCodes.BadArgument, message, arguments.Field);
}
