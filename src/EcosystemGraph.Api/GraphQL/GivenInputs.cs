using System.Globalization;
using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Dates;
using EcosystemGraph.Core.Queries;
using EcosystemGraph.Core.Questions;

namespace EcosystemGraph.Api.GraphQL;

/// <summary>The arguments of a computed question, read as its inputs.</summary>
/// <param name="name">The name of its answer.</param>
/// <param name="arguments">What was given.</param>
/// <param name="part">Reads which part of the graph is meant.</param>
/// <param name="projection">Reads what is asked of the answer.</param>
internal sealed class GivenInputs(string name, Arguments arguments, NetworkReader part, Func<Projection> projection)
    : IGivenInputs
{
    public string Name => name;

    public Projection Projection() => projection();

    public string Text(Input input) => arguments.Required(input.Name);

    public int Whole(Input input)
    {
        var number = arguments.Whole(input.Name) ?? (int)input.Unset!;
        return Outside(input, number) is { } wrong ? throw Wrong(wrong) : number;
    }

    public bool Flag(Input input) => arguments.Flag(input.Name);

    public PartialDate Date(Input input) => arguments.Date(input.Name);

    public LinkChoice Links(Input kinds, Input activeAt) =>
        NetworkReader.Links(arguments.Value(kinds.Name), arguments.ActiveAt(activeAt.Name));

    public NetworkPart Part(Input input, bool atAnyTime) => part.Part(arguments.Object(input.Name), atAnyTime);

    public Exception Wrong(string message) => new QuestionException(ErrorCodes.BadArgument, message, arguments.Field);

    /// <summary>What is wrong with a number; null where it is within its bounds.</summary>
    public static string? Outside(Input input, int number) =>
        number >= (input.Least ?? int.MinValue) && number <= (input.Most ?? int.MaxValue)
            ? null
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{input.Name} is {number}; give {input.Least} to {input.Most}{(input.Advice is null ? "" : ", ")}{input.Advice}"
            );
}
