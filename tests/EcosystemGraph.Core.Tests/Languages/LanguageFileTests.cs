using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Model;

namespace EcosystemGraph.Core.Tests.Languages;

/// <summary>The files of languages say the same things, and what is said fills their places.</summary>
public sealed partial class LanguageFileTests
{
    [Test]
    public void Every_key_is_in_every_language_with_the_same_places()
    {
        var french = LanguageFiles.TextsOf(Language.FR);
        Assert.That(french, Has.Count.GreaterThan(400));
        foreach (var language in Language.All)
        {
            Assert.That(LanguageFiles.FaultsOf(language), Is.Empty);
            foreach (var (key, text) in LanguageFiles.TextsOf(language))
                Assert.That(text.Trim(' '), Is.Not.Empty.Or.EqualTo(french[key].Trim(' ')), $"{language} {key}");
        }
    }

    [Test]
    public void Whoever_says_a_sentence_fills_its_places()
    {
        var sentences = LanguageFiles
            .TextsOf(Language.FR)
            .Where(text => Places(text.Value).Length > 0)
            .ToLookup(text => Capital(text.Key.Split('.')[^1]), text => string.Join(' ', Places(text.Value)));
        var said = 0;
        foreach (
            var file in Directory.EnumerateFiles(SharedFiles.InRepository("src"), "*.cs", SearchOption.AllDirectories)
        )
        {
            foreach (Match call in Call().Matches(File.ReadAllText(file)))
            {
                var given = Place()
                    .Matches(Arguments(call))
                    .Select(place => place.Groups[1].Value)
                    .Distinct()
                    .Order(StringComparer.Ordinal);
                Assert.That(
                    sentences[call.Groups[1].Value],
                    Does.Contain(string.Join(' ', given)),
                    $"{file}: {call.Groups[1].Value}"
                );
                said++;
            }
        }
        Assert.That(said, Is.GreaterThan(30));
    }

    [Test]
    public void A_file_that_lacks_a_key_or_has_one_too_many_is_refused()
    {
        Assert.That(
            () => Read("""{ "typography": { "colon": ":" } }"""),
            Throws.InstanceOf<JsonException>().With.Message.Contains("semicolon")
        );
        var whole = new StreamReader(LanguageFiles.Open(Language.EN)).ReadToEnd();
        Assert.That(Read(whole).Colon, Is.EqualTo(": "));
        Assert.That(
            () => Read(whole.Replace("\"colon\"", "\"colom\": \"\", \"colon\"", StringComparison.Ordinal)),
            Throws.InstanceOf<JsonException>().With.Message.Contains("colom")
        );
    }

    [Test]
    public void A_sentence_is_said_with_all_its_places_and_no_other()
    {
        var sentence = new Sentence("{names} and {count} more");
        Assert.That(sentence.With(("count", 1234), ("names", "{count}")), Is.EqualTo("{count} and 1234 more"));
        Assert.That(() => sentence.With(("names", "A")), Throws.ArgumentException);
        Assert.That(() => sentence.With(("names", "A"), ("count", 1), ("other", 2)), Throws.ArgumentException);
        Assert.That(() => new Sentence("{names and more"), Throws.InstanceOf<FormatException>());
        Assert.That(() => new Sentence("nothing to fill"), Throws.InstanceOf<FormatException>());
    }

    private static Typography Read(string file) =>
        LanguageFiles.Read<Typography>(new MemoryStream(Encoding.UTF8.GetBytes(file)), "typography");

    private static string[] Places(string text) =>
        [
            .. PlaceOfText()
                .Matches(text)
                .Select(place => place.Groups[1].Value)
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];

    // From the bracket that opens to the one that closes it.
    private static string Arguments(Match call)
    {
        var depth = 0;
        var rest = call.Groups[2].Value;
        for (var i = 0; i < rest.Length; i++)
        {
            if (rest[i] == '(')
                depth++;
            if (rest[i] == ')' && --depth == 0)
                return Inner(rest[..i]);
        }
        return rest;
    }

    // A sentence within a sentence fills its own places.
    private static string Inner(string arguments) =>
        Regex.Replace(arguments[1..], @"\.With\((?:[^()]|\([^()]*\))*\)", "");

    private static string Capital(string key) => char.ToUpperInvariant(key[0]) + key[1..];

    [GeneratedRegex(@"\.(\w+)\.With(?=(\([\s\S]{0,600}))\(")]
    private static partial Regex Call();

    [GeneratedRegex(@"\(""(\w+)"", ")]
    private static partial Regex Place();

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex PlaceOfText();
}
