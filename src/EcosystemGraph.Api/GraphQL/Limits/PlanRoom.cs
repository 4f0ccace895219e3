using System.Globalization;
using GraphQLParser.AST;

namespace EcosystemGraph.Api.GraphQL.Limits;

/// <summary>
/// How many steps a plan may still have. A field below an interface is planned once for each type, and again below each of
/// these; a filter in a variable is read wherever it is used: a short document can come to a long plan.
/// </summary>
internal sealed class PlanRoom(int most)
{
    private int _taken;

    /// <exception cref="QuestionException">There are no more.</exception>
    public void Take(int steps, ASTNode node)
    {
        _taken += steps;
        if (_taken <= most)
            return;
        throw new QuestionException(
            ErrorCodes.DocumentTooLarge,
            string.Create(
                CultureInfo.InvariantCulture,
                $"the question comes to more than {most} steps, as many as are allowed (Limits:PlanSteps); a field counts once for each type that it may be asked of, and each part of a filter wherever it is used; ask in several questions"
            ),
            node
        );
    }
}
