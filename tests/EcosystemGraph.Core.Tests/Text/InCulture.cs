using System.Globalization;

namespace EcosystemGraph.Core.Tests.Text;

/// <summary>Runs a piece of a test as a user of that culture would.</summary>
internal static class InCulture
{
    /// <summary>Cultures whose letters, digits, calendars or orders are known to differ.</summary>
    public static readonly string[] Awkward =
    [
        "",
        "tr-TR",
        "az-Latn-AZ",
        "lt-LT",
        "fr-FR",
        "de-DE",
        "ar-SA",
        "fa-IR",
        "th-TH",
        "da-DK",
    ];

    public static T Run<T>(string culture, Func<T> action)
    {
        var (before, beforeUi) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
            return action();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (before, beforeUi);
        }
    }
}
