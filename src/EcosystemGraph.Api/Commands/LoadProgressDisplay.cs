using System.Globalization;
using EcosystemGraph.Neo4j.Loading;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace EcosystemGraph.Api.Commands;

/// <summary>Shows how far a load is: a bar a step on a terminal, plain lines elsewhere.</summary>
internal static class LoadProgressDisplay
{
    /// <summary>Runs a load and shows how far it is.</summary>
    public static async Task<LoadOutcome> ShowAsync(Func<IProgress<LoadProgress>, Task<LoadOutcome>> load)
    {
        // A terminal that cannot move its cursor is written to as a file is.
        if (Console.IsOutputRedirected || !AnsiConsole.Profile.Capabilities.Ansi)
            return await load(new Lines());
        return await AnsiConsole
            .Progress()
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new CountColumn())
            .StartAsync(context => load(new Bars(context)));
    }

    private static string Text(LoadProgress value) =>
        value.Total == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{value.Done} of {value.Total}");

    // A line a tenth.
    private sealed class Lines : IProgress<LoadProgress>
    {
        private string _step = "";
        private int _tenth = -1;

        public void Report(LoadProgress value)
        {
            var tenth = value.Total == 0 ? 0 : (int)(10L * value.Done / value.Total);
            if (value.Step == _step && tenth == _tenth)
                return;
            (_step, _tenth) = (value.Step, tenth);
            Console.Out.WriteLine(value.Total == 0 ? value.Step : $"{value.Step}: {Text(value)}");
        }
    }

    private sealed class Bars(ProgressContext context) : IProgress<LoadProgress>
    {
        private ProgressTask? _bar;

        public void Report(LoadProgress value)
        {
            if (_bar?.Description != value.Step)
            {
                End();
                _bar = context
                    .AddTask(value.Step, maxValue: Math.Max(1, value.Total))
                    .IsIndeterminate(value.Total == 0);
            }
            _bar.State.Update<LoadProgress>(CountColumn.Shown, _ => value);
            _bar.Value = value.Done;
        }

        // A step that does not say how much there is has ended when the next begins.
        private void End()
        {
            if (_bar is null)
                return;
            _bar.IsIndeterminate(false);
            _bar.Value = _bar.MaxValue;
        }
    }

    private sealed class CountColumn : ProgressColumn
    {
        public const string Shown = "shown";

        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
            new Text(Text(task.State.Get<LoadProgress>(Shown)));
    }
}
