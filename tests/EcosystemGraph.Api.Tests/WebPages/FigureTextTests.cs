using System.Collections;
using System.Text.RegularExpressions;
using EcosystemGraph.Api.WebPages;
using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Figures;
using EcosystemGraph.Figures.Exports;

namespace EcosystemGraph.Api.Tests.WebPages;

/// <summary>The words of the page at /figures.</summary>
public sealed partial class FigureTextTests
{
    [Test]
    public void Both_languages_have_every_text_and_every_choice()
    {
        foreach (var texts in FigureTexts.All)
        {
            Assert.That(Texts(texts), Is.All.Not.Empty);
            Assert.That(
                texts.LinkChoices.Keys,
                Is.EquivalentTo(new[] { FigureChoices.Memberships, FigureChoices.Partnerships, FigureChoices.AllLinks })
            );
        }
        Assert.That(Texts(FigureTexts.In(Language.FR)), Has.Count.EqualTo(Texts(FigureTexts.In(Language.EN)).Count));
        foreach (var language in Language.All)
            Assert.That(Declared(language), Has.Length.GreaterThan(30).And.All.Not.Empty);
        Assert.That(
            FigureOptions.OnForms.Where(option => option.Kind == InputKind.Choice && option.Name != "language"),
            Is.All.Matches<FigureOption>(option => option.Variants is not null),
            "a list of a form has names for people"
        );
    }

    [Test]
    public void French_is_set_as_French_is()
    {
        foreach (var text in Texts(FigureTexts.In(Language.FR)).Concat(Declared(Language.FR)))
        {
            Assert.That(
                Plain().IsMatch(text),
                Is.False,
                $"a narrow no-break space stands before ; ! ? and inside guillemets, a no-break space before a colon: {text}"
            );
            Assert.That(text, Does.Not.Contain("'"), text);
        }
    }

    [Test]
    public void A_mistake_of_setting_would_be_found()
    {
        Assert.That(
            new[] { "a ;", "a;", "a :", "a:", "« a »", "a\u00A0;" },
            Is.All.Matches<string>(text => Plain().IsMatch(text))
        );
        Assert.That(Plain().IsMatch("a\u00A0: «\u202Fb\u202F»\u202F;"), Is.False);
    }

    // What inputs, options, formats and layouts say of themselves.
    private static string[] Declared(Language language) =>
        [
            .. new[]
            {
                NetworkInputs.All,
                [NetworkInputs.Earlier, FigureFormats.Input],
                FigureOptions.All.CastArray<Input>(),
            }
                .SelectMany(inputs => inputs)
                .Where(input => input.IsOnForms)
                .SelectMany(input => Both(input.TextIn(language))),
            .. FigureOptions
                .All.Select(option => option.Variants)
                .Append(FigureFormats.Input.Variants)
                .Append(NetworkFormats.BuiltIn.Variants)
                .OfType<Variants>()
                .Where(variants => variants != Variants.OfLanguages)
                .SelectMany(variants => variants.All)
                .SelectMany(one => Both(one.TextIn(language))),
        ];

    private static IEnumerable<string> Both(FormText text) =>
        text.Hint is null ? [text.Label] : [text.Label, text.Hint];

    // All that is a text, also within lists and sentences about something.
    private static List<string> Texts(FigureTexts texts)
    {
        var found = new List<string>();
        foreach (
            var property in typeof(FigureTexts)
                .GetProperties()
                .Where(property => property.GetMethod is { IsStatic: false } && property.Name != "EqualityContract")
        )
        {
            switch (property.GetValue(texts))
            {
                case string text:
                    found.Add(text);
                    break;
                case Sentence sentence:
                    found.Add(sentence.ToString());
                    break;
                case IDictionary list:
                    found.AddRange(
                        list.Values.Cast<object>()
                            .SelectMany(value =>
                                value is (string name, string goodFor) ? [name, goodFor] : new[] { (string)value }
                            )
                    );
                    break;
                case Language:
                    break;
                case var other:
                    throw new AssertionException($"{property.Name} is {other}");
            }
        }
        found.AddRange(
            new[] { 0, 1, 2, 3, 1000 }.SelectMany(number => new[] { texts.Chose(number), texts.Far(number) })
        );
        found.AddRange(texts.Shown(500, 12345), texts.IsNoDate("X"));
        return found;
    }

    [GeneratedRegex("[^\u202F][;!?]|[^\u00A0]:|«[^\u202F]|[^\u202F]»")]
    private static partial Regex Plain();
}
