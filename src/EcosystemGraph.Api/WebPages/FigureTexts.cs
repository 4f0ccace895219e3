using System.Collections.Frozen;
using System.Globalization;
using EcosystemGraph.Core.Dates;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Figures;

namespace EcosystemGraph.Api.WebPages;

/// <summary>What the page at /figures says, in one language: every text is required, so that none can lack one.</summary>
internal sealed record FigureTexts
{
    public required Language Language { get; init; }

    /// <summary>As the attribute lang has it.</summary>
    public required string Tag { get; init; }

    public required string Name { get; init; }
    public required string Title { get; init; }
    public required string Tagline { get; init; }
    public required string Skip { get; init; }
    public required string Playground { get; init; }
    public required string Languages { get; init; }
    public required string Choices { get; init; }
    public required string Everything { get; init; }
    public required string Groupings { get; init; }
    public required string Actors { get; init; }
    public required string Chosen { get; init; }
    public required string Find { get; init; }
    public required Func<int, int, string> FindMore { get; init; }
    public required string Themes { get; init; }
    public required Func<int, string> ThemesChosen { get; init; }
    public required string ThemesHint { get; init; }
    public required FrozenDictionary<string, string> LinkChoices { get; init; }
    public required Func<int, string> DepthChoice { get; init; }
    public required string More { get; init; }
    public required string Yes { get; init; }
    public required string No { get; init; }
    public required string Show { get; init; }
    public required string Reset { get; init; }
    public required string Figure { get; init; }
    public required Func<string, string> Download { get; init; }
    public required string OtherFormats { get; init; }
    public required string FullSize { get; init; }
    public required string CopyLink { get; init; }
    public required string LinkCopied { get; init; }
    public required string CopyCaption { get; init; }
    public required string CaptionCopied { get; init; }
    public required string CopyRefused { get; init; }
    public required string Redrawn { get; init; }
    public required string NotRedrawn { get; init; }
    public required string Warnings { get; init; }
    public required string NoWarnings { get; init; }
    public required string Caption { get; init; }
    public required string Description { get; init; }
    public required string Files { get; init; }
    public required string FilesHint { get; init; }
    public required string NoFilesOfChange { get; init; }
    public required string AllLinksInstead { get; init; }
    public required Func<string, string> Lone { get; init; }
    public required Func<string, string> WrongChoice { get; init; }
    public required Func<string, string> UnknownBody { get; init; }
    public required Func<string, string> NotFound { get; init; }
    public required Func<string, string> Several { get; init; }
    public required Func<string, string> NoDate { get; init; }
    public required string LaterMissing { get; init; }
    public required string WrongOrder { get; init; }
    public required string Empty { get; init; }
    public required string TooLarge { get; init; }
    public required string TooLong { get; init; }
    public required string Unavailable { get; init; }
    public required string NotMade { get; init; }
    public required string Failed { get; init; }

    public static FigureTexts In(Language language) => language == Language.EN ? English : French;

    public static FigureTexts French { get; } = new()
    {
        Language = Language.FR,
        Tag = "fr",
        Name = "Français",
        Title = "Figures",
        Tagline = "Une figure pour votre rapport\u00A0: choisissez, vérifiez, téléchargez.",
        Skip = "Aller à la figure",
        Playground = "Bac à sable",
        Languages = "Langue",
        Choices = "Vos choix",
        Everything = "Tout l’écosystème",
        Groupings = "Groupements",
        Actors = "Acteurs",
        Chosen = "Choix actuel",
        Find = "Ou cherchez un nom",
        FindMore = (shown, all) => $"La liste en montre {Number(shown)} sur {Number(all)}\u202F; les autres se trouvent par leur nom.",
        Themes = "Thèmes",
        ThemesChosen = count => count < 2 ? $"{Number(count)}\u00A0choisi" : $"{Number(count)}\u00A0choisis",
        ThemesHint = "Aucune case cochée\u00A0: tous les thèmes. Les thèmes plus précis sont compris.",
        LinkChoices = Of(
            (FigureChoices.Memberships, "Qui est membre de quoi"),
            (FigureChoices.Partnerships, "Qui travaille avec qui"),
            (FigureChoices.AllLinks, "Les deux")),
        DepthChoice = depth => depth switch
        {
            0 => "Cette structure seule",
            1 => "Ses liens",
            2 => "Ses liens et les leurs",
            _ => $"Jusqu’à {Number(depth)}\u00A0liens de distance",
        },
        More = "Autres choix",
        Yes = "oui",
        No = "non",
        Show = "Voir la figure",
        Reset = "Tout remettre à zéro",
        Figure = "La figure",
        Download = format => $"Télécharger en {format}",
        OtherFormats = "ou en",
        FullSize = "Voir en grand",
        CopyLink = "Copier le lien",
        LinkCopied = "Lien copié\u00A0: il redonne cette figure.",
        CopyCaption = "Copier la légende",
        CaptionCopied = "Légende copiée.",
        CopyRefused = "Le navigateur refuse la copie\u202F; sélectionnez le texte, ou copiez l’adresse du lien de téléchargement.",
        Redrawn = "Figure à jour.",
        NotRedrawn = "La figure n’a pas pu être refaite\u202F; réessayez dans un moment.",
        Warnings = "À vérifier avant de publier",
        NoWarnings = "Rien à signaler sur cette figure.",
        Caption = "Légende, à placer sous la figure",
        Description = "La figure en texte, pour qui ne la voit pas",
        Files = "Les données de la figure",
        FilesHint = "Mêmes structures, mêmes liens, avec leurs dates et le paragraphe qui les énonce.",
        NoFilesOfChange = "Les fichiers montrent une date à la fois\u00A0: videz la date plus ancienne pour les obtenir.",
        AllLinksInstead = "Montrer tous les liens",
        Lone = links => $"Avec le choix «\u202F{links}\u202F», personne n’est lié à cette structure.",
        WrongChoice = name => $"Le choix «\u202F{name}\u202F» n’a pas de valeur qui convienne\u202F; choisissez-la de nouveau.",
        UnknownBody = id => $"Aucune structure n’a l’identifiant «\u202F{id}\u202F»\u202F; choisissez-en une dans la liste, ou cherchez son nom.",
        NotFound = text => $"Aucun nom ne contient «\u202F{text}\u202F»\u202F; essayez un seul mot du nom, ou choisissez dans la liste.",
        Several = text => $"Plusieurs structures répondent à «\u202F{text}\u202F»\u202F; choisissez la bonne\u00A0:",
        NoDate = text => $"«\u202F{text}\u202F» n’est pas une date\u202F; écrivez-la ainsi\u00A0: {PartialDate.Forms.Replace(" or ", " ou ", StringComparison.Ordinal)}.",
        LaterMissing = "Il manque la date la plus récente\u202F; écrivez-la, ou videz la plus ancienne.",
        WrongOrder = "La date plus ancienne doit être finie avant que l’autre commence\u202F; échangez-les, ou changez-en une.",
        Empty = "Aucun lien ne répond à ces choix\u202F; prenez moins de thèmes, une autre date ou d’autres liens.",
        TooLarge = "Il y a trop de structures pour une figure\u202F; partez d’une structure, choisissez des thèmes, ou limitez leur nombre dans «\u202FAutres choix\u202F».",
        TooLong = "Cette figure demande trop de temps\u202F; partez d’une structure, ou choisissez des thèmes ou une date.",
        Unavailable = "Les données ne répondent pas en ce moment\u202F; réessayez dans une minute.",
        NotMade = "Cette figure ne peut pas être faite\u202F; changez un choix.",
        Failed = "Une erreur s’est produite de notre côté\u202F; réessayez, et prévenez qui s’occupe du service si elle revient.",
    };

    public static FigureTexts English { get; } = new()
    {
        Language = Language.EN,
        Tag = "en",
        Name = "English",
        Title = "Figures",
        Tagline = "A figure for your report: choose, check, download.",
        Skip = "Skip to the figure",
        Playground = "Playground",
        Languages = "Language",
        Choices = "Your choices",
        Everything = "The whole ecosystem",
        Groupings = "Groupings",
        Actors = "Actors",
        Chosen = "Chosen now",
        Find = "Or look for a name",
        FindMore = (shown, all) => $"The list shows {Grouped(shown)} of {Grouped(all)}; the others are found by name.",
        Themes = "Themes",
        ThemesChosen = count => $"{Grouped(count)} chosen",
        ThemesHint = "None ticked: all themes. Narrower themes are meant too.",
        LinkChoices = Of(
            (FigureChoices.Memberships, "Who is a member of what"),
            (FigureChoices.Partnerships, "Who works with whom"),
            (FigureChoices.AllLinks, "Both")),
        DepthChoice = depth => depth switch
        {
            0 => "This body alone",
            1 => "Its links",
            2 => "Its links, and theirs",
            _ => $"Up to {Grouped(depth)} links away",
        },
        More = "More choices",
        Yes = "yes",
        No = "no",
        Show = "Show the figure",
        Reset = "Start again",
        Figure = "The figure",
        Download = format => $"Download as {format}",
        OtherFormats = "or as",
        FullSize = "See full size",
        CopyLink = "Copy link",
        LinkCopied = "Link copied: it gives this figure again.",
        CopyCaption = "Copy caption",
        CaptionCopied = "Caption copied.",
        CopyRefused = "The browser does not allow copying; select the text, or copy the address of the download link.",
        Redrawn = "The figure is up to date.",
        NotRedrawn = "The figure could not be drawn again; try again in a moment.",
        Warnings = "To check before you publish",
        NoWarnings = "Nothing to report on this figure.",
        Caption = "Caption, to set below the figure",
        Description = "The figure as text, for people who do not see it",
        Files = "The figure’s data",
        FilesHint = "The same bodies and links, with their dates and the paragraph that states them.",
        NoFilesOfChange = "Files show one date at a time: empty the earlier date to get them.",
        AllLinksInstead = "Show all links",
        Lone = links => $"With “{links}”, nobody is linked to this body.",
        WrongChoice = name => $"“{name}” has no value that fits; choose it again.",
        UnknownBody = id => $"No body has the id “{id}”; choose one of the list, or look for its name.",
        NotFound = text => $"No name contains “{text}”; try a single word of the name, or choose from the list.",
        Several = text => $"Several bodies answer to “{text}”; choose the right one:",
        NoDate = text => $"“{text}” is no date; write it as {PartialDate.Forms}.",
        LaterMissing = "The later date is missing; write it, or empty the earlier one.",
        WrongOrder = "The earlier date must have ended before the other begins; swap them, or change one.",
        Empty = "No link fits these choices; take fewer themes, another date or other links.",
        TooLarge = "There are too many bodies for one figure; begin at a body, choose themes, or limit their number under “More choices”.",
        TooLong = "This figure takes too long; begin at a body, or choose themes or a date.",
        Unavailable = "The data do not answer right now; try again in a minute.",
        NotMade = "This figure cannot be made; change a choice.",
        Failed = "Something went wrong on our side; try again, and tell whoever runs the service if it comes back.",
    };

    /// <summary>What is said in this language of what says of itself how it is called.</summary>
    public string Said(BilingualText? said) => said?.In(Language) ?? "";

    private static FrozenDictionary<TKey, TValue> Of<TKey, TValue>(params (TKey Key, TValue Value)[] pairs) where TKey : notnull =>
        pairs.ToFrozenDictionary(pair => pair.Key, pair => pair.Value);

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture).Replace(",", "\u202F", StringComparison.Ordinal);

    private static string Grouped(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
