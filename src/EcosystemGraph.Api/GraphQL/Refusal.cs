using EcosystemGraph.Core.Answers;
using EcosystemGraph.Core.Questions;
using EcosystemGraph.Core.Stores;
using GraphQLParser;
using GraphQLParser.AST;
using GraphQLParser.Exceptions;

namespace EcosystemGraph.Api.GraphQL;

/// <summary>How a request was answered.</summary>
internal enum AnswerOutcome
{
    /// <summary>With data, perhaps with errors beside them.</summary>
    Answered,

    /// <summary>Not at all: the request is wrong.</summary>
    Refused,

    /// <summary>Not at all: it asks for a mutation, and there are none.</summary>
    AskedToWrite,

    /// <summary>Not at all: the store cannot answer now, or takes too long.</summary>
    Unavailable,

    /// <summary>Not at all: something went wrong inside.</summary>
    Failed,

    /// <summary>Not at all: whoever asked has left.</summary>
    Left,
}

/// <summary>Why a question has no answer, whichever face asked and wherever it was found out: each face says it in its own way.</summary>
/// <param name="Outcome">What kind of refusal it is.</param>
/// <param name="Errors">What is wrong, the first thing first; one at least.</param>
internal sealed record Refusal(AnswerOutcome Outcome, IReadOnlyList<ErrorText> Errors)
{
    public Refusal(AnswerOutcome outcome, string code, string message)
        : this(outcome, [new ErrorText(code, message)]) { }

    /// <summary>Of a message that is no question at all: its HTTP status under every media type.</summary>
    public int? Status { get; init; }

    /// <summary>Whether nothing can follow on the connection.</summary>
    public bool Closes { get; init; }

    /// <summary>What a fault in the store is to the question that met it.</summary>
    public static Refusal Of(RootError error) => new(AnswerOutcome.Refused, error.Code, error.Message);

    public string Code => Errors[0].Code;

    /// <summary>What is wrong and what would be right, as a whole sentence.</summary>
    public string Sentence => Errors[0].Message.TrimEnd('.') + ".";

    /// <summary>The refusal that an exception stands for; null for a mistake of ours.</summary>
    /// <param name="error">What happened.</param>
    /// <param name="document">The document that was asked, to say where it is wrong; null where there is none to show.</param>
    public static Refusal? Of(Exception error, string? document = null) =>
        error switch
        {
            RefusedException refused => refused.Refusal,
            GraphQLSyntaxErrorException syntax => new(
                AnswerOutcome.Refused,
                [new ErrorText(ErrorCodes.Syntax, syntax.Description, [(syntax.Location.Line, syntax.Location.Column)])]
            ),
            GraphQLMaxDepthExceededException => new(
                AnswerOutcome.Refused,
                ErrorCodes.Syntax,
                "the document is nested too deeply; nest fewer selections"
            ),
            QuestionException wrong => new(
                wrong.Node is GraphQLOperationDefinition { Operation: OperationType.Mutation }
                    ? AnswerOutcome.AskedToWrite
                    : AnswerOutcome.Refused,
                [
                    new ErrorText(
                        wrong.Code,
                        wrong.Message,
                        wrong.Node is null || document is null ? [] : [ErrorText.LocationOf(document, wrong.Node)]
                    ),
                ]
            ),
            DrawingException wrong => new(AnswerOutcome.Refused, wrong.Code, wrong.Message),
            AnswerTooLargeException large => new(AnswerOutcome.Refused, ErrorCodes.TooLarge, large.Message),
            StoreUnavailableException away => new(AnswerOutcome.Unavailable, away.Code, away.Message),
            _ => null,
        };
}

/// <summary>Ends the work on a question that has no answer.</summary>
internal class RefusedException(Refusal refusal) : Exception(refusal.Errors[0].Message)
{
    public Refusal Refusal { get; } = refusal;
}
