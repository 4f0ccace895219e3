using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace EcosystemGraph.Api.Operation;

/// <summary>The program's own traces and measurements, for whoever listens; without a listener nothing is made.</summary>
internal static class Telemetry
{
    /// <summary>The name of the source of spans and of the meter.</summary>
    public const string Name = "EcosystemGraph";

    public static readonly ActivitySource Source = new(Name);

    private static readonly Meter Meter = new(Name);

    public static readonly Histogram<double> Duration = Meter.CreateHistogram<double>(
        "ecosystem.question.duration",
        "s",
        "How long a question took, from its request to its answer."
    );

    public static readonly Histogram<long> AnswerSize = Meter.CreateHistogram<long>(
        "ecosystem.answer.size",
        "By",
        "How large an answer is, before compression."
    );

    public static bool IsMeasuring => Duration.Enabled || AnswerSize.Enabled;
}
