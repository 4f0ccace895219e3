using System.Globalization;
using EcosystemGraph.Figures.Tests.Exports;

// The tests' own program, which a test starts with another culture and time zone.
if (args is ["fingerprints"])
{
    Console.WriteLine($"{CultureInfo.CurrentCulture.Name} {TimeZoneInfo.Local.Id}");
    foreach (var line in await SameBytesTests.FingerprintsAsync()) Console.WriteLine(line);
}
