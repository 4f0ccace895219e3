using System.Collections.Immutable;
using System.Globalization;
using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Figures;
using EcosystemGraph.Figures.Exports;

namespace EcosystemGraph.Api.WebPages;

/// <summary>What the page shows of a figure.</summary>
/// <param name="Caption">The text to set beside it.</param>
/// <param name="Description">All that it shows, line by line.</param>
/// <param name="Warnings">What is not as good as it could be.</param>
/// <param name="IsLone">Whether nobody is linked to what it is around.</param>
internal sealed record ShownFigure(string Caption, string Description, ImmutableArray<string> Warnings, bool IsLone);

/// <summary>The page at /figures: a plain form and what it gives; a script only makes it quicker. Addresses are relative: a proxy may serve it under a path of its own.</summary>
internal sealed class FigurePage(
    PageFiles files,
    NetworkFormats formats,
    FigureTexts texts,
    FigureLists lists,
    FigureChoices choices
)
{
    private static readonly string[] LinkChoices =
    [
        FigureChoices.Memberships,
        FigureChoices.Partnerships,
        FigureChoices.AllLinks,
    ];

    private static readonly int[] Depths = [1, 2, 3];

    /// <summary>The whole page.</summary>
    /// <param name="figure">What is shown; null where there is none.</param>
    /// <param name="problem">In its place: why there is none, in one sentence.</param>
    public Markup Whole(ShownFigure? figure, string? problem)
    {
        var title = figure is null ? texts.Title : figure.Description.Split('\n')[0].TrimEnd('.');
        return $"""
            <!doctype html>
            <html lang="{texts.Tag}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{title} – EcosystemGraph</title>
            {(files.Icon is { } icon ? $"<link rel=\"icon\" type=\"image/svg+xml\" href=\"{icon}\">" : Markup.None)}
            <style>{Markup.Own(PageFiles.Style)}</style>
            {(files.Script is { } script ? $"<script type=\"module\" src=\"{script}\"></script>" : Markup.None)}
            </head>
            <body class="figures">
            <a class="skip" href="#result">{texts.Skip}</a>
            <header class="page-header">
            {(files.Icon is { } image ? $"<img src=\"{image}\" alt=\"\" width=\"32\" height=\"32\">" : Markup.None)}
            <div class="page-title"><h1>EcosystemGraph</h1><p>{texts.Tagline}</p></div>
            <div class="page-actions"><a href="./">{texts.Playground}</a></div>
            <nav class="page-languages" aria-label="{texts.LanguageChoice}">{FigureTexts.All.Select(LanguageLink)}</nav>
            </header>
            <p class="said" id="said" role="status" data-redrawn="{texts.Redrawn}" data-not-redrawn="{texts.NotRedrawn}"></p>
            <main>
            {Form}
            {Result(figure, problem)}
            </main>
            </body>
            </html>

            """;
    }

    private Markup LanguageLink(FigureTexts other) =>
        $"<a href=\"{(choices with { Language = other.Language }).PageLink()}\" hreflang=\"{other.Tag}\" lang=\"{other.Tag}\" title=\"{other.Name}\" aria-label=\"{other.Tag.ToUpperInvariant()}, {other.Name}\"{Markup.If(other == texts, $" aria-current=\"true\"")}>{other.Tag.ToUpperInvariant()}</a>";

    private Markup Form =>
        $"""
            <form id="choices" action="figures#result" method="get" aria-label="{texts.Choices}" autocomplete="off">
            <div id="focus-choice">
            {Field(
                "focus",
                texts.Label(NetworkInputs.Focus),
                $"<select id=\"focus\" name=\"focus\">{FocusOptions}</select>",
                null
            )}
            {Field(
                "find",
                texts.Find,
                $"<input id=\"find\" name=\"find\" type=\"search\" value=\"{choices.Find}\" maxlength=\"200\"{Described("find", FindHint)}>",
                FindHint
            )}
            </div>
            <fieldset class="layouts"><legend>{texts.Label(FigureOptions.Layout)}</legend>{FigureOptions.Layout.Variants!.All.Select(LayoutChoice)}</fieldset>
            {Field(
                "links",
                texts.Label(NetworkInputs.Links),
                $"<select id=\"links\" name=\"links\">{LinkChoices.Select(one => Option(one, texts.LinkChoices[one], one == choices.Links))}</select>",
                null
            )}
            {Field(
                "depth",
                texts.Label(NetworkInputs.Depth),
                $"<select id=\"depth\" name=\"depth\">{Depths.Append(choices.Depth).Distinct().Order().Select(one => Option(one.ToString(CultureInfo.InvariantCulture), texts.Far(one), one == choices.Depth))}</select>",
                null
            )}
            {ThemeChoices}
            <div class="dates">
            {Field(
                "date",
                texts.Label(NetworkInputs.ActiveAt),
                $"<input id=\"date\" name=\"date\" value=\"{choices.Date}\" maxlength=\"20\" list=\"years\" aria-describedby=\"date-hint\">",
                texts.Hint(NetworkInputs.ActiveAt)
            )}
            {Field(
                "earlier",
                texts.Label(NetworkInputs.Earlier),
                $"<input id=\"earlier\" name=\"earlier\" value=\"{choices.Earlier}\" maxlength=\"20\" list=\"years\" aria-describedby=\"earlier-hint\">",
                texts.Hint(NetworkInputs.Earlier)
            )}
            <datalist id="years">{lists.Years.Select(year => (Markup)$"<option value=\"{year}\">")}</datalist>
            </div>
            <div class="pair">
            {Field(
                "language",
                texts.Label(FigureOptions.Language),
                $"<select id=\"language\" name=\"language\">{FigureTexts.All.Select(one => Option(one.Language.ToString(), one.Name, one == texts))}</select>",
                null
            )}
            {Field(
                "format",
                texts.Label(FigureFormats.Input),
                $"<select id=\"format\" name=\"format\">{FigureFormats.All.Select(one => Option(one.Name, texts.Label(one), one == choices.Format))}</select>",
                null
            )}
            </div>
            {MoreChoices}
            <div class="submit"><button class="primary" type="submit">{texts.Show}</button> <a href="figures?language={texts.Language.ToString()}">{texts.Reset}</a></div>
            </form>
            """;

    // A list that is complete needs no word on it.
    private string? FindHint
    {
        get
        {
            var (shown, all) = (
                lists.Groupings.Length + Math.Min(lists.ActorCount, FigureLists.Most),
                lists.GroupingCount + lists.ActorCount
            );
            return shown < all ? texts.Shown(shown, all) : null;
        }
    }

    private Markup FocusOptions
    {
        get
        {
            var listed = lists.Groupings.Concat(lists.Actors).Any(body => body.Id == choices.Focus);
            Markup Group(string label, ImmutableArray<ListedBody> bodies) =>
                Markup.If(
                    !bodies.IsEmpty,
                    $"<optgroup label=\"{label}\">{bodies.Select(body => Option(body.Id, body.Label, body.Id == choices.Focus))}</optgroup>"
                );
            var chosen = Markup.If(
                !listed && !string.IsNullOrEmpty(choices.Focus),
                $"<optgroup label=\"{texts.Chosen}\">{Option(choices.Focus ?? "", lists.Focus is { } focus && focus.Id == choices.Focus ? focus.Label : choices.Focus ?? "", true)}</optgroup>"
            );
            return $"{Option("", texts.Everything, choices.Focus is "")}{chosen}{Group(texts.Groupings, lists.Groupings)}{Group(texts.Actors, lists.Actors)}";
        }
    }

    private Markup ThemeChoices
    {
        get
        {
            // A theme of a link is shown even where there is none of that id: it can be taken away.
            var themes = lists
                .Themes.Concat(
                    choices
                        .Themes.Where(chosen => lists.Themes.All(theme => theme.Id != chosen))
                        .Select(id => new ListedTheme(id, id))
                )
                .ToArray();
            if (themes.Length == 0)
                return Markup.None;
            var count = Markup.If(
                !choices.Themes.IsEmpty,
                $" <span class=\"count\">{texts.Chose(choices.Themes.Length)}</span>"
            );
            return $"""
                <details{Markup.If(
                    !choices.Themes.IsEmpty,
                    $" open"
                )}><summary>{texts.Themes}<span id="theme-count">{count}</span></summary>
                <fieldset class="themes" aria-describedby="theme-hint"><legend class="unseen">{texts.Themes}</legend>{themes.Select(
                    Theme
                )}</fieldset>
                <p class="hint" id="theme-hint">{texts.ThemesHint}</p>
                </details>
                """;
        }
    }

    private Markup Theme(ListedTheme theme) =>
        $"<label class=\"check\"><input type=\"checkbox\" name=\"theme\" value=\"{theme.Id}\"{Markup.If(choices.Themes.Contains(theme.Id), $" checked")}> <span dir=\"auto\">{theme.Label}</span></label>";

    private Markup LayoutChoice(Variant layout) =>
        $"""
            <label class="layout"><input type="radio" name="layout" value="{layout.Name}"{Markup.If(
                layout.Name == choices.ValueOf(FigureOptions.Layout),
                $" checked"
            )}> <span><b>{texts.Label(layout)}</b> <small>{layout.TextIn(texts.Language).Hint}</small></span></label>
            """;

    private Markup MoreChoices
    {
        get
        {
            var more = FigureChoices.Options.Remove(FigureOptions.Layout);
            var open = choices.Categories || more.Any(option => choices.Style.ContainsKey(option.Name));
            var numbers = more.Where(option => option.Kind == InputKind.Whole).ToArray();
            return $"""
                <details{Markup.If(open, $" open")}><summary>{texts.More}</summary>
                {more.Except(numbers).Select(OptionField)}
                <div class="pair">
                {numbers.Select(OptionField)}
                </div>
                <label class="check"><input type="checkbox" name="includeCategories" value="true"{Markup.If(
                    choices.Categories,
                    $" checked"
                )}> <span>{texts.Label(NetworkInputs.IncludeCategories)}</span></label>
                </details>
                """;
        }
    }

    // Warnings name a choice as the contract does.
    private Markup OptionField(FigureOption option)
    {
        var (name, value, hint) = (option.Name, choices.ValueOf(option), texts.Hint(option));
        var given = choices.Style.ContainsKey(name) ? value : "";
        return option.Kind switch
        {
            InputKind.Choice => Field(
                name,
                texts.Label(option),
                $"<select id=\"{name}\" name=\"{name}\">{option.Variants!.All.Select(one => Option(one.Name, texts.Label(one), one.Name == value))}</select>",
                hint,
                name
            ),
            InputKind.Whole => Field(
                name,
                texts.Label(option),
                $"<input id=\"{name}\" name=\"{name}\" type=\"number\" min=\"{option.Least ?? 0}\"{Markup.If(option.Most is not null, $" max=\"{option.Most ?? 0}\"")} value=\"{given}\"{Described(name, hint)}>",
                hint,
                name
            ),
            InputKind.Text => Field(
                name,
                texts.Label(option),
                $"<input id=\"{name}\" name=\"{name}\" value=\"{given}\"{Markup.If(option.Most is not null, $" maxlength=\"{option.Most ?? 0}\"")}{Described(name, hint)}>",
                hint
            ),
            InputKind.Flag => Field(
                name,
                texts.Label(option),
                $"<select id=\"{name}\" name=\"{name}\">{Option("true", ChoiceLabels.Of(true, texts.Language), value == "true")}{Option("false", ChoiceLabels.Of(false, texts.Language), value == "false")}</select>",
                hint,
                name
            ),
            InputKind.Id
            or InputKind.Ids
            or InputKind.Choices
            or InputKind.Date
            or InputKind.ActiveAt
            or InputKind.Filter
            or InputKind.Part => throw new InvalidOperationException($"{name}: an option without a field"),
        };
    }

    private Markup Result(ShownFigure? figure, string? problem)
    {
        if (figure is not null)
            return Result(figure);
        return $"""
            <section id="result" aria-label="{texts.Figure}" tabindex="-1" data-page="{choices.PageLink()}">
            <div class="problem"><p>{problem}</p>{Found}</div>
            </section>
            """;
    }

    private Markup Result(ShownFigure figure) =>
        $"""
            <section id="result" aria-label="{texts.Figure}" tabindex="-1" data-page="{choices.PageLink()}">
            {Markup.If(figure.IsLone, Lone)}
            <figure>
            <img src="{choices.FigureLink(FigureFormats.Svg)}" alt="{figure.Description.Split('\n')[
                0
            ]}" aria-describedby="figure-text" width="1200" height="{choices.ValueOf(FigureOptions.Height)}">
            </figure>
            <div class="take">
            <a class="button primary" href="{choices.FigureLink(choices.Format)}" download>{texts.Download.With(
                ("format", choices.Format.Name)
            )}</a>
            <button type="button" class="button" hidden data-copy-link="{choices.FigureLink(
                choices.Format
            )}" data-copied="{texts.LinkCopied}" data-refused="{texts.CopyRefused}">{texts.CopyLink}</button>
            <span class="others">{texts.OtherFormats} {Others}</span>
            <span class="others"><a href="{choices.FigureLink(FigureFormats.Svg)}">{texts.FullSize}</a></span>
            </div>
            {Warnings(figure)}
            <h2>{texts.Caption}</h2>
            <blockquote id="caption">{figure.Caption}</blockquote>
            <p><button type="button" class="button" hidden data-copy-text="{figure.Caption}" data-copied="{texts.CaptionCopied}" data-refused="{texts.CopyRefused}">{texts.CopyCaption}</button></p>
            <details class="text"><summary>{texts.Description}</summary><div id="figure-text">{figure.Description.Split(
                '\n',
                StringSplitOptions.RemoveEmptyEntries
            ).Select(line => (Markup)$"<p dir=\"auto\">{line}</p>")}</div></details>
            <h2>{texts.Files}</h2>
            {Files}
            </section>
            """;

    private Markup Lone =>
        $"<p class=\"notice\">{texts.Lone.With(("links", texts.LinkChoices[choices.Links]))} {Markup.If(choices.Links != FigureChoices.AllLinks, $"<a href=\"{(choices with { Links = FigureChoices.AllLinks, Depth = 1 }).PageLink()}\">{texts.AllLinksInstead}</a>")}</p>";

    private Markup Others
    {
        get
        {
            var others = FigureFormats.All.Where(format => format != choices.Format);
            return $"{others.Select((format, i) => (Markup)$"{(i == 0 ? "" : ", ")}<a href=\"{choices.FigureLink(format)}\" download>{format.Name}</a>")}";
        }
    }

    private Markup Warnings(ShownFigure figure)
    {
        if (figure.Warnings.IsEmpty)
            return $"<p class=\"fine\">{texts.NoWarnings}</p>";
        return $"<div class=\"warnings\"><h2>{texts.Warnings}</h2><ul>{figure.Warnings.Select(warning => (Markup)$"<li>{warning}</li>")}</ul></div>";
    }

    private Markup Found =>
        Markup.If(
            choices.Find.Length > 0 && lists.Found.Length > 1,
            $"<ul class=\"found\">{lists.Found.Select(body => (Markup)$"<li><a href=\"{(choices with { Focus = body.Id, Find = "" }).PageLink()}\"><bdi>{body.Label}</bdi></a></li>")}</ul>"
        );

    private Markup Files
    {
        get
        {
            if (choices.IsChange)
                return $"<p class=\"hint\">{texts.NoFilesOfChange}</p>";
            var files = formats
                .All.Select(writer => writer.Format)
                .OrderBy(format =>
                    format.Name switch
                    {
                        "XLSX" => 0,
                        "CSV" => 1,
                        _ => 2,
                    }
                );
            return $"<p class=\"hint\">{texts.FilesHint}</p><ul class=\"files\">{files.Select(File)}</ul>";
        }
    }

    private Markup File(NetworkFormat format) =>
        $"<li><a href=\"{choices.FileLink(format.FileExtension)}\" download>.{format.FileExtension}</a> <small>{texts.Label(format)}</small></li>";

    private static Markup Field(string id, string label, Markup control, string? hint, string? alias = null)
    {
        // Warnings name a choice as the contract does.
        var name = Markup.If(alias is not null, $" <code>{alias}</code>");
        var below = Markup.If(hint is not null, $"<p class=\"hint\" id=\"{id}-hint\">{hint}</p>");
        return $"<div class=\"field\"><label for=\"{id}\">{label}{name}</label>{control}{below}</div>";
    }

    private static Markup Described(string id, string? hint) =>
        Markup.If(hint is not null, $" aria-describedby=\"{id}-hint\"");

    private static Markup Option(string value, string label, bool selected) =>
        $"<option value=\"{value}\" dir=\"auto\"{Markup.If(selected, $" selected")}>{label}</option>";
}
