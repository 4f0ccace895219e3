using System.CommandLine;

namespace EcosystemGraph.Api.Commands;

/// <summary><c>health</c>: asks a running server whether it can answer, for whatever watches it.</summary>
internal static class HealthCommand
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    public static Command Create()
    {
        var url = new Option<string>("--url")
        {
            Description = "The server's address.",
            DefaultValueFactory = _ => ServeCommand.DefaultUrl,
        };
        var command = new Command(
            "health",
            "Asks a running server whether it can answer. Exit code 0 it can, 1 it cannot."
        )
        {
            url,
        };
        command.SetAction((parsed, cancellation) => RunAsync(parsed.GetValue(url)!, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string url, CancellationToken cancellation)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            await Console.Error.WriteLineAsync($"'{url}' is no address; write one such as {ServeCommand.DefaultUrl}");
            return 1;
        }
        using var http = new HttpClient { Timeout = Limit };
        try
        {
            using var response = await http.GetAsync(new Uri(address, "/health/ready"), cancellation);
            var text = (await response.Content.ReadAsStringAsync(cancellation)).Trim();
            await (response.IsSuccessStatusCode ? Console.Out : Console.Error).WriteLineAsync(text);
            return response.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception error) when (error is HttpRequestException or TaskCanceledException)
        {
            await Console.Error.WriteLineAsync($"No server answers at {url}.");
            return 1;
        }
    }
}
