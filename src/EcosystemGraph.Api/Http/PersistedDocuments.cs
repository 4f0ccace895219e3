using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using EcosystemGraph.Api.GraphQL;
using EcosystemGraph.Api.Settings;

namespace EcosystemGraph.Api.Http;

/// <summary>A document to be answered, and what is to be done with it after.</summary>
/// <param name="Text">The document.</param>
/// <param name="Name">Its name where it is of the folder; null otherwise.</param>
/// <param name="RegisterAs">The hash under which it is kept once it has been found valid; null for none.</param>
internal readonly record struct FoundDocument(string Text, string? Name = null, string? RegisterAs = null);

/// <summary>
/// Documents that clients name rather than send: those of a folder, by name or <c>sha256:…</c>, read when the program
/// starts; and those that clients register by their hash.
/// </summary>
internal sealed class PersistedDocuments(DocumentSettings settings, GraphQLReader reader) : IHostedService
{
    private const string Prefix = "sha256:";

    private readonly AutomaticDocuments? _automatic = settings is { Only: false, AutomaticCount: > 0 }
        ? new(settings.AutomaticCount, settings.AutomaticBytes)
        : null;
    private FrozenDictionary<string, FoundDocument> _byId = FrozenDictionary<string, FoundDocument>.Empty;

    /// <summary>Reads the folder, before the program listens.</summary>
    /// <exception cref="StartException">A document is none, or does not fit the schema.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (settings.Folder.Length == 0)
            return;
        var byId = new Dictionary<string, FoundDocument>(StringComparer.Ordinal);
        var problems = new List<string>();
        foreach (var file in Directory.GetFiles(settings.Folder, "*.graphql").Order(StringComparer.Ordinal))
        {
            var text = await File.ReadAllTextAsync(file, cancellationToken);
            var errors = await reader.ProblemsAsync(text, cancellationToken);
            if (errors.Count > 0)
                problems.AddRange(
                    errors.Select(error => $"Documents:Folder: {Path.GetFileName(file)}{Place(error)}: {error.Message}")
                );
            var name = Path.GetFileNameWithoutExtension(file);
            var document = new FoundDocument(text, name);
            byId[name] = document;
            // An editor ends the last line where the client's copy may not.
            byId[Prefix + HashOf(text)] = document;
            byId[Prefix + HashOf(text.TrimEnd())] = document;
        }
        if (problems.Count > 0)
            throw new StartException(problems);
        if (byId.Count == 0)
            throw new StartException([$"Documents:Folder: '{settings.Folder}' has no *.graphql file"]);
        _byId = byId.ToFrozenDictionary(StringComparer.Ordinal);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The document that a request means.</summary>
    /// <exception cref="RequestException">It means none, or two.</exception>
    /// <exception cref="QuestionException">It names one that is not kept, or sends one that may not be asked.</exception>
    public FoundDocument Find(in GraphQLRequest request)
    {
        if (request.DocumentId is { } id)
        {
            if (request.Query is not null)
                throw RequestException.Bad("query and documentId are both given; give one of them");
            return Named(id);
        }
        if (request.Sha256 is { } hash)
            return Hashed(request.Query, hash);
        return settings.Only
            ? throw new QuestionException(
                ErrorCodes.PersistedOnly,
                "only persisted documents are answered; name one by documentId"
            )
            : new FoundDocument(request.Query!);
    }

    /// <summary>Keeps a document that a client has registered, once it is known to be valid.</summary>
    public void Keep(in FoundDocument document)
    {
        if (document.RegisterAs is { } hash)
            _automatic?.Keep(hash, document.Text);
    }

    private FoundDocument Named(string id)
    {
        if (_byId.TryGetValue(id, out var found))
            return found;
        if (
            _automatic is not null
            && id.StartsWith(Prefix, StringComparison.Ordinal)
            && _automatic.TryFind(id[Prefix.Length..], out var text)
        )
            return new FoundDocument(text);
        throw new QuestionException(
            ErrorCodes.PersistedNotFound,
            "no document is kept under this documentId; give the name or sha256:… of one that is"
        );
    }

    // Messages and codes are those that Apollo's clients look for.
    private FoundDocument Hashed(string? query, string hash)
    {
        if (query is not null && HashOf(query) != hash)
            throw RequestException.Bad(
                "extensions.persistedQuery.sha256Hash is not the SHA-256 of query; send the hash of the very text"
            );
        if (_byId.TryGetValue(Prefix + hash, out var found))
            return found;
        if (query is not null)
        {
            return settings.Only
                ? throw new QuestionException(
                    ErrorCodes.PersistedOnly,
                    "only persisted documents are answered; this is none of them"
                )
                : new FoundDocument(query, RegisterAs: _automatic is null ? null : hash);
        }
        if (_automatic is not null && _automatic.TryFind(hash, out var text))
            return new FoundDocument(text);
        throw _automatic is null && !settings.Only
            ? new QuestionException(ErrorCodes.PersistedNotSupported, "PersistedQueryNotSupported")
            : new QuestionException(ErrorCodes.PersistedNotFound, "PersistedQueryNotFound");
    }

    private static string HashOf(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string Place(ErrorText error) =>
        error.Locations is [var (line, column), ..]
            ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $":{line}:{column}")
            : "";
}
