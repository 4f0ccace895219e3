using System.Globalization;
using EcosystemGraph.Neo4j.Loading;

namespace EcosystemGraph.Api.Commands;

/// <summary>Shows how far a load is: a bar on a terminal, plain lines elsewhere.</summary>
internal abstract class LoadProgressDisplay : IProgress<LoadProgress>, IDisposable
{
    public static LoadProgressDisplay Create() => Console.IsOutputRedirected ? new Lines() : new Bar();

    public abstract void Report(LoadProgress value);

    public virtual void End() { }

    public void Dispose() => End();

    private sealed class Lines : LoadProgressDisplay
    {
        private string _step = "";
        private int _tenth = -1;

        public override void Report(LoadProgress value)
        {
            var tenth = value.Total == 0 ? 0 : (int)(10L * value.Done / value.Total);
            if (value.Step == _step && tenth == _tenth) return;
            (_step, _tenth) = (value.Step, tenth);
            Console.Out.WriteLine(value.Total == 0
                ? string.Create(CultureInfo.InvariantCulture, $"{value.Step}{(value.Done == 0 ? "" : $": {value.Done}")}")
                : string.Create(CultureInfo.InvariantCulture, $"{value.Step}: {value.Done} of {value.Total}"));
        }
    }

    private sealed class Bar : LoadProgressDisplay
    {
        private const int Width = 30;
        private string _step = "";

        public override void Report(LoadProgress value)
        {
            if (_step.Length > 0 && value.Step != _step) Console.Out.WriteLine();
            _step = value.Step;
            var filled = value.Total == 0 ? 0 : (int)((long)Width * value.Done / value.Total);
            var bar = new string('#', filled).PadRight(Width, '.');
            Console.Out.Write(string.Create(CultureInfo.InvariantCulture, $"\r{value.Step,-24} {(value.Total == 0 ? "" : $"[{bar}] ")}{(value.Done == 0 ? "" : value.Done.ToString(CultureInfo.InvariantCulture))}   "));
        }

        public override void End()
        {
            if (_step.Length > 0) Console.Out.WriteLine();
            _step = "";
        }
    }
}
