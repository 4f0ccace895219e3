using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using CsvHelper;
using EcosystemGraph.Api.Asking;
using EcosystemGraph.Api.GraphQL;
using EcosystemGraph.Core.Answers;
using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Figures.Exports;
using Spectre.Console;

namespace EcosystemGraph.Api.Commands;

/// <summary><c>ask</c>: answers a question of a file, as tables for people, as JSON or as CSV.</summary>
internal static class AskCommand
{
    // What is not asked of a terminal is as wide as it needs to be.
    private const int WideEnough = 10_000;

    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static Command Create(NetworkFormats formats)
    {
        var file = new Argument<FileInfo>("FILE")
        {
            Description = "A .graphql file, such as examples/01-accompagnement-agri-rural.graphql.",
        };
        var variables = new Option<string?>("--variables")
        {
            Description = "Values of its variables, as JSON.",
            HelpName = "JSON",
        };
        var json = new Option<bool>("--json")
        {
            Description = "The answer as JSON, by the contract's names: CURRENT, INFERRED…",
        };
        var csv = new Option<bool>("--csv")
        {
            Description =
                "The answer as CSV; where it has several tables, each under its name, an empty line between them.",
        };
        var language = new Option<Language>("--language")
        {
            Description =
                $"The language of texts that the question asks for without one, and of words for values ({Language.Usual}).",
            HelpName = string.Join('|', Language.Names),
            CustomParser = given =>
            {
                if (!Language.TryFind(given.Tokens[0].Value, out var found))
                    given.AddError(
                        $"There is no language '{given.Tokens[0].Value}'; give {string.Join(" or ", Language.Names)}."
                    );
                return found;
            },
        };
        var store = new StoreOptions(formats);
        var command = new Command(
            "ask",
            "Answers the question of a file: as a table, with --json or with --csv. Tables and CSV are for people: their values are words. Exit code 0 answered, 1 with errors, 2 cannot read."
        )
        {
            file,
            variables,
            language,
            json,
            csv,
        };
        store.AddTo(command);
        command.Validators.Add(parsed =>
        {
            if (parsed.GetValue(json) && parsed.GetValue(csv))
                parsed.AddError("--json and --csv are both given; give one of them.");
        });
        command.SetAction(
            async (parsed, cancellation) =>
            {
                var asked = parsed.GetRequiredValue(file);
                if (!asked.Exists)
                {
                    await Console.Error.WriteLineAsync($"There is no file '{asked}'.");
                    return 2;
                }
                return await store.WithServiceAsync(
                    parsed,
                    async asking =>
                    {
                        if (
                            await QuestionFile.ReadAsync(asked, parsed.GetValue(variables), cancellation)
                            is not { } question
                        )
                            return 2;
                        var form =
                            parsed.GetValue(json) ? Form.Json
                            : parsed.GetValue(csv) ? Form.Csv
                            : Form.Table;
                        return await RunAsync(question, asking, form, parsed.GetValue(language));
                    },
                    cancellation,
                    parsed.GetValue(language)
                );
            }
        );
        return command;
    }

    private enum Form
    {
        Table,
        Json,
        Csv,
    }

    private static async Task<int> RunAsync(
        Question question,
        QuestionService.Asking asking,
        Form form,
        Language language
    )
    {
        using var writer = new AnswerWriter(int.MaxValue);
        var answering = await asking.AnswerAsync(question, null, writer);
        using var answer = JsonDocument.Parse(writer.Written);
        var failed = answer.RootElement.TryGetProperty("errors", out var errors);
        if (failed)
        {
            foreach (var error in errors.EnumerateArray())
                await Console.Error.WriteLineAsync(error.GetProperty("message").GetString());
        }
        var hasData = answer.RootElement.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Object;
        if (form == Form.Json)
            await Console.Out.WriteLineAsync(
                JsonSerializer.Serialize(answer.RootElement, Indented).ReplaceLineEndings("\n")
            );
        else if (hasData)
        {
            var tables = AnswerTables.Of(
                data,
                answering.Reading?.Plan is { } plan ? AnswerWords.Of(plan, language) : null
            );
            if (form == Form.Csv)
                await Console.Out.WriteAsync(CsvOf(tables));
            else
                WriteTables(tables);
        }
        return failed ? 1 : 0;
    }

    private static void WriteTables(IReadOnlyList<AnswerTable> tables)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Out) });
        if (Console.IsOutputRedirected)
            console.Profile.Width = WideEnough;
        foreach (var table in tables)
        {
            console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{table.Name} ({table.Rows.Count})"));
            if (table.Rows.Count == 0)
                continue;
            var drawn = new Table { Border = TableBorder.Rounded };
            foreach (var column in table.Columns)
                drawn.AddColumn(new TableColumn(new Text(column)));
            foreach (var row in table.Rows)
                drawn.AddRow(row.Select(cell => new Text(cell)));
            console.Write(drawn);
        }
    }

    /// <summary>Tables as CSV; where there are several each under its name, an empty line between them.</summary>
    public static string CsvOf(IReadOnlyList<AnswerTable> tables)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        // A spreadsheet runs a text that begins like a formula: the library puts an apostrophe before it.
        var options = CsvWriterOptions.Default with
        {
            Injection = CsvInjection.Escape,
        };
        for (var i = 0; i < tables.Count; i++)
        {
            if (i > 0)
                text.Write("\r\n");
            // An empty list has no columns: its name says what was empty. Names are of letters, digits, _ and dots.
            if (tables.Count > 1 || tables[i].Columns.Count == 0)
                text.Write($"{tables[i].Name}\r\n");
            if (tables[i].Columns.Count == 0)
                continue;
            using var csv = CsvWriter.Create(text, options, true);
            csv.WriteRecord([.. tables[i].Columns]);
            foreach (var row in tables[i].Rows)
                csv.WriteRecord([.. row]);
        }
        return text.ToString();
    }
}
