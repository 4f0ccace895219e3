namespace EcosystemGraph.Neo4j.Transport;

/// <summary>
/// A way to one server: it carries statements there and rows back. There is one for each protocol, chosen by the scheme of
/// Neo4j:Uri (<see cref="Transports"/>). Everything that is the same for all of them, repetition, time limit and spans, is
/// <see cref="Neo4jClient"/>'s.
/// </summary>
/// <remarks>
/// Who writes a second one must see to this:
/// <list type="bullet">
/// <item>It is used by many at once; each sending has a connection of its own for as long as its rows are not disposed of.</item>
/// <item>Parameters are written down here and nowhere else, each <see cref="Value"/> as the protocol has it.</item>
/// <item><see cref="AccessMode.Read"/> is told to the server, which then refuses any write.</item>
/// <item>Nothing is repeated here: what fails is told, as a <see cref="Neo4jException"/> with its <see cref="Neo4jFault"/>, whose
/// message names the cause and the cure and holds neither the statement, nor values, nor what the server said.</item>
/// <item>Cancelled, it throws <see cref="OperationCanceledException"/> at once. Where the protocol can end the statement on the
/// server, it does.</item>
/// <item>What the server sends is bounded (<see cref="MaxAnswer"/>) and checked: nonsense is <see cref="Neo4jFault.BadAnswer"/>.</item>
/// </list>
/// </remarks>
public interface ITransport : IDisposable
{
    /// <summary>The most that an answer may take on the wire, in bytes: one of lists is about as large as what is made of it.</summary>
    public const int MaxAnswer = 64 << 20;

    /// <summary>Sends a statement.</summary>
    /// <param name="statement">What to run.</param>
    /// <param name="cancellation">Ends the waiting, for the answer's beginning only: each row is waited for with its own.</param>
    /// <returns>The rows, before the first. To be disposed of, whether or not they were read.</returns>
    /// <exception cref="Neo4jException">There is no answer.</exception>
    ValueTask<IRows> SendAsync(Statement statement, CancellationToken cancellation);
}

/// <summary>The rows that a statement brings back: walked once, in order, and only as far as one likes.</summary>
/// <remarks>
/// The answer is whole only when <see cref="NextAsync"/> has said that there is no further row: until then a fault may still
/// come, and whatever was made of earlier rows is worth nothing. Disposed of before that, the rows leave no connection behind
/// that another statement could meet: it is drained, reset or closed.
/// </remarks>
public interface IRows : IAsyncDisposable
{
    /// <summary>The values of the row at hand, column by column.</summary>
    IValues Values { get; }

    /// <summary>What the server says of the statement; once there is no further row.</summary>
    Summary Summary { get; }

    /// <summary>Goes to the next row, before its first value. What was not read of the row at hand is passed over.</summary>
    /// <returns>Whether there is one; where not, the answer is whole.</returns>
    /// <exception cref="Neo4jException">The server failed, or the answer broke off.</exception>
    ValueTask<bool> NextAsync(CancellationToken cancellation);
}

/// <summary>
/// The values of a row, each read once and in order. Nothing is kept: a value may be read from the bytes that came, and there
/// need be no tree of them. A value read as what it is not is a <see cref="Neo4jFault.WrongShape"/>
/// (<see cref="ValuesExtensions.Otherwise"/>).
/// </summary>
public interface IValues
{
    /// <summary>Of what kind the next value is; <see cref="ValueKind.End"/> where the row, the list or the map at hand has no further.</summary>
    ValueKind Next { get; }

    /// <summary>Reads null.</summary>
    void Null();

    /// <summary>Reads true or false.</summary>
    bool Flag();

    /// <summary>Reads a whole number.</summary>
    long Whole();

    /// <summary>Reads a number, whole or not.</summary>
    double Number();

    /// <summary>Reads a text.</summary>
    string Text();

    /// <summary>Reads a text as UTF-8, to be used before anything else is read.</summary>
    ReadOnlySpan<byte> Utf8();

    /// <summary>Enters a list: its values follow.</summary>
    void StartList();

    /// <summary>Enters a map: its names follow, texts, and after each its value.</summary>
    void StartMap();

    /// <summary>Leaves the list or map at hand, which must have been read to its end.</summary>
    void End();
}

/// <summary>What a value is.</summary>
public enum ValueKind
{
    /// <summary>Null.</summary>
    Null,

    /// <summary>True or false.</summary>
    Flag,

    /// <summary>A whole number of 64 bits.</summary>
    Whole,

    /// <summary>A floating-point number of 64 bits.</summary>
    Number,

    /// <summary>A text.</summary>
    Text,

    /// <summary>A list of values.</summary>
    List,

    /// <summary>Values by names.</summary>
    Map,

    /// <summary>No value: the end of what is being read.</summary>
    End,
}

/// <summary>What the server says of a statement that it ran.</summary>
/// <param name="Remarks">What it finds remarkable, such as a name that it has never met; it takes its time to say so.</param>
public sealed record Summary(IReadOnlyList<string> Remarks)
{
    /// <summary>Nothing.</summary>
    public static readonly Summary Empty = new([]);
}
