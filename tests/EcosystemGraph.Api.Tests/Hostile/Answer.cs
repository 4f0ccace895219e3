using System.Text.Json;
using System.Text.RegularExpressions;

namespace EcosystemGraph.Api.Tests.Hostile;

/// <summary>What every answer must be, whatever was asked.</summary>
internal static partial class Answer
{
    private static readonly string[] Documented =
    [
        "BAD_REQUEST",
        "SYNTAX_ERROR",
        "VALIDATION_ERROR",
        "BAD_ARGUMENT",
        "BAD_CURSOR",
        "UNKNOWN_ID",
        "DOCUMENT_TOO_LARGE",
        "COST_TOO_HIGH",
        "ANSWER_TOO_LARGE",
        "PERSISTED_QUERY_NOT_FOUND",
        "PERSISTED_QUERY_NOT_SUPPORTED",
    ];

    /// <summary>The codes of an answer's errors. Fails where it is no answer, has a code that is not documented, or tells of the inside.</summary>
    public static IReadOnlyList<string> CodesOf(string text)
    {
        using var answer = JsonDocument.Parse(text);
        var hasErrors = answer.RootElement.TryGetProperty("errors", out var errors);
        if (!hasErrors)
        {
            Assert.That(
                answer.RootElement.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Object,
                Is.True,
                text
            );
            return [];
        }
        var codes = new List<string>();
        foreach (var error in errors.EnumerateArray())
        {
            var message = error.GetProperty("message").GetString()!;
            var code = error.GetProperty("extensions").GetProperty("code").GetString()!;
            Assert.That(Documented, Does.Contain(code), message);
            Assert.That(message, Is.Not.Empty);
            Assert.That(Inside().IsMatch(message), Is.False, $"the inside shows: {message}");
            codes.Add(code);
        }
        Assert.That(codes, Is.Not.Empty);
        return codes;
    }

    /// <summary>A stack, a type of the program or a library, a file.</summary>
    [GeneratedRegex(
        @"   at |Exception|System\.[A-Z]|GraphQLParser|EcosystemGraph\.|\.cs\b|\.dll\b|`\d\[|BytePosition|Dictionary"
    )]
    private static partial Regex Inside();
}
