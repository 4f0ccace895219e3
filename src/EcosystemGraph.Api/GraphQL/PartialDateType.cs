using EcosystemGraph.Core.Dates;
using GraphQL.Types;
using GraphQLParser.AST;

namespace EcosystemGraph.Api.GraphQL;

/// <summary>The scalar PartialDate: a date as precise as its source gives it.</summary>
internal sealed class PartialDateType : ScalarGraphType
{
    public PartialDateType()
    {
        Name = "PartialDate";
        Description = "A date as precise as its source gives it: \"2019\", \"2019-H2\", \"2019-Q3\", \"2019-07\" or \"2019-07-01\". It means every day it may be.";
    }

    public override object? ParseLiteral(GraphQLValue value) => value switch
    {
        GraphQLStringValue text => ParseValue((string)text.Value),
        GraphQLNullValue => null,
        _ => ThrowLiteralConversionError(value),
    };

    public override bool CanParseLiteral(GraphQLValue value) =>
        value is GraphQLNullValue || (value is GraphQLStringValue text && PartialDate.TryParse((string)text.Value, out _));

    public override object? ParseValue(object? value) => value switch
    {
        null => null,
        string text => PartialDate.Parse(text),
        PartialDate date => date,
        _ => ThrowValueConversionError(value),
    };

    public override bool CanParseValue(object? value) => value is null or PartialDate || (value is string text && PartialDate.TryParse(text, out _));

    public override object? Serialize(object? value) => value?.ToString();
}
