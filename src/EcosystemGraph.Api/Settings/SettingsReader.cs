using System.Collections.Immutable;
using System.Globalization;
using EcosystemGraph.Core.Text;

namespace EcosystemGraph.Api.Settings;

/// <summary>A setting, as README's table has it.</summary>
/// <param name="Name">Its name, such as Http:MaxBodyBytes.</param>
/// <param name="Unset">What holds where it is not set.</param>
/// <param name="Range">What it may be.</param>
internal sealed record Setting(string Name, string Unset, string Range);

/// <summary>
/// Reads settings once, each with its default and range, and collects what is wrong with all of them. A section is
/// known by the settings read from it: any other name within it is a mistake.
/// </summary>
internal sealed class SettingsReader(IConfiguration configuration)
{
    private static readonly char[] Separators = [' ', ',', ';'];

    private readonly List<Setting> _known = [];
    private readonly List<string> _problems = [];
    private readonly HashSet<string> _open = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The settings read so far.</summary>
    public IReadOnlyList<Setting> Known => _known;

    /// <summary>A whole number.</summary>
    public int Whole(string name, int unset, int least, int most, string unit)
    {
        var range = string.Create(CultureInfo.InvariantCulture, $"{least} to {most} {unit}");
        if (Given(name, unset.ToString(CultureInfo.InvariantCulture), range) is not { } given)
            return unset;
        if (
            int.TryParse(given, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            && value >= least
            && value <= most
        )
            return value;
        _problems.Add($"{name} is '{given}'; give a whole number, {range}");
        return unset;
    }

    /// <summary>True or false.</summary>
    public bool Flag(string name, bool unset)
    {
        if (Given(name, unset ? "true" : "false", "true or false") is not { } given)
            return unset;
        if (bool.TryParse(given, out var value))
            return value;
        _problems.Add($"{name} is '{given}'; give true or false");
        return unset;
    }

    /// <summary>One of a few words.</summary>
    public T Choice<T>(string name, T unset, params ReadOnlySpan<T> choices)
        where T : struct, Enum
    {
        var words = string.Join(", ", choices.ToArray().Select(choice => choice.ToString()));
        if (Given(name, unset.ToString(), words) is not { } given)
            return unset;
        foreach (var choice in choices)
        {
            if (choice.ToString().Equals(given, StringComparison.OrdinalIgnoreCase))
                return choice;
        }
        _problems.Add($"{name} is '{given}'; give one of {words}");
        return unset;
    }

    /// <summary>A text that may be empty.</summary>
    /// <param name="name">The setting.</param>
    /// <param name="range">What it may be.</param>
    /// <param name="right">Whether a text is right.</param>
    public string Text(string name, string range, Func<string, bool> right)
    {
        if (Given(name, "", range) is not { Length: > 0 } given)
            return "";
        if (right(given))
            return given;
        _problems.Add($"{name} is '{given}'; give {range}");
        return "";
    }

    /// <summary>A list of texts: members of their own (NAME:0, NAME:1), or one text with spaces, commas or semicolons between.</summary>
    /// <param name="name">The setting.</param>
    /// <param name="range">What each may be.</param>
    /// <param name="right">Whether one is right.</param>
    public ImmutableArray<string> List(string name, string range, Func<string, bool> right)
    {
        _open.Add(name);
        string?[] given =
        [
            Given(name, "", range),
            .. configuration.GetSection(name).GetChildren().Select(child => child.Value),
        ];
        var all = given
            .OfType<string>()
            .SelectMany(text => text.Split(Separators, StringSplitOptions.RemoveEmptyEntries))
            .ToImmutableArray();
        _problems.AddRange(all.Where(text => !right(text)).Select(text => $"{name} has '{text}'; give {range}"));
        return all;
    }

    /// <summary>Secrets by names that the operator chooses: SECTION:name = secret. No message shows a secret.</summary>
    /// <param name="section">The section.</param>
    /// <param name="least">The fewest characters of a secret.</param>
    public ImmutableSortedDictionary<string, string> Secrets(string section, int least)
    {
        var range = string.Create(CultureInfo.InvariantCulture, $"{least} characters or more");
        _open.Add(section);
        _known.Add(new Setting(section + ":NAME", "", range));
        var secrets = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var child in configuration.GetSection(section).GetChildren())
        {
            if (
                child.Value is { } secret
                && secret.Length >= least
                && secret.All(char.IsAscii)
                && !secret.Any(char.IsWhiteSpace)
            )
                secrets[child.Key] = secret;
            else
                _problems.Add(
                    $"{section}:{child.Key} is too short or has other than ASCII characters without spaces; give {range}"
                );
        }
        return secrets.ToImmutable();
    }

    /// <summary>Adds a problem that shows only when settings are seen together.</summary>
    public void Problem(string problem) => _problems.Add(problem);

    /// <summary>What is wrong with what was read, and with names in its sections that are no settings.</summary>
    public IReadOnlyList<string> Problems() =>
        [
            .. _problems,
            .. _known
                .Select(setting => Section(setting.Name))
                .Distinct(StringComparer.Ordinal)
                .Where(section => !_open.Contains(section))
                .SelectMany(Unknown),
        ];

    private string? Given(string name, string unset, string range)
    {
        _known.Add(new Setting(name, unset, range));
        return configuration[name];
    }

    private IEnumerable<string> Unknown(string section)
    {
        var names = _known.Where(setting => Section(setting.Name) == section).Select(setting => setting.Name).ToArray();
        foreach (var child in configuration.GetSection(section).GetChildren())
        {
            if (
                names.Contains(child.Path, StringComparer.OrdinalIgnoreCase)
                && (_open.Contains(child.Path) || !child.GetChildren().Any())
            )
                continue;
            var near = NearTexts.Of(child.Path, names.Select(name => (name, name)), 1);
            yield return $"{child.Path} is no setting; {(near.Count > 0 ? $"did you mean {near[0]}" : $"{section} has {string.Join(", ", names)}")}";
        }
    }

    private static string Section(string name) => name.Split(':')[0];
}
