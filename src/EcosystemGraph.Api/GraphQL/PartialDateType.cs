using EcosystemGraph.Core.Dates;
using GraphQL.Types;
using GraphQLParser.AST;

namespace EcosystemGraph.Api.GraphQL;

/// <summary>The scalar PartialDate: a date as precise as its source gives it.</summary>
internal sealed class PartialDateType : ScalarGraphType
{
    /// <summary>Where it is specified, seen from /graphql: wherever the program runs, it says so itself.</summary>
    public const string SpecifiedBy = "partial-date";

    /// <summary>How it is written and what it means.</summary>
    public const string Specification = """
        PartialDate: a date as precise as its source gives it

        A PartialDate is a JSON string, in GraphQL a String literal, in one of these forms, without white space:

          YYYY        a year: 2019
          YYYY-Hn     half of a year, n = 1 or 2: 2019-H2
          YYYY-Qn     a quarter, n = 1 to 4: 2019-Q3
          YYYY-MM     a month, 01 to 12: 2019-07
          YYYY-MM-DD  a day of that month: 2019-07-01

        YYYY is 0001 to 9999 in the proleptic Gregorian calendar. There is no time and no time zone. Any other text, number or object is refused.

        It means every day that it may be, from the first to the last: 2019-H2 is 2019-07-01 to 2019-12-31. Two are equal where both days are.
        They sort by the first day, then by the last. An answer gives a date in the form in which its source does.

        """;

    public PartialDateType()
    {
        Name = "PartialDate";
        Description =
            "A date as precise as its source gives it: \"2019\", \"2019-H2\", \"2019-Q3\", \"2019-07\" or \"2019-07-01\". It means every day it may be.";
    }

    public override object? ParseLiteral(GraphQLValue value) =>
        value switch
        {
            GraphQLStringValue text => ParseValue((string)text.Value),
            GraphQLNullValue => null,
            _ => ThrowLiteralConversionError(value),
        };

    public override bool CanParseLiteral(GraphQLValue value) =>
        value is GraphQLNullValue
        || (value is GraphQLStringValue text && PartialDate.TryParse((string)text.Value, out _));

    public override object? ParseValue(object? value) =>
        value switch
        {
            null => null,
            string text => PartialDate.Parse(text),
            PartialDate date => date,
            _ => ThrowValueConversionError(value),
        };

    public override bool CanParseValue(object? value) =>
        value is null or PartialDate || (value is string text && PartialDate.TryParse(text, out _));

    public override object? Serialize(object? value) => value?.ToString();
}
