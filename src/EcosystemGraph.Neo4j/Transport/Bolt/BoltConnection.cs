using System.Net.Sockets;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using EcosystemGraph.Core.Answers;

namespace EcosystemGraph.Neo4j.Transport.Bolt;

/// <summary>A connection to a server, of which one statement at a time makes use. README.md beside this file tells what is said on it.</summary>
internal sealed class BoltConnection : IDisposable
{
    /// <summary>What the server sends: a row, and the three summaries with which it answers a request.</summary>
    public const byte Success = 0x70,
        Record = 0x71,
        Ignored = 0x7E,
        Failure = 0x7F;

    private const byte Hello = 0x01,
        Goodbye = 0x02,
        Reset = 0x0F,
        Run = 0x10,
        Pull = 0x3F,
        Logon = 0x6A;

    // How many rows the server sends before it is asked for more: it works ahead of a slow reader by no more.
    private const int RowsAtOnce = 1000;

    private static readonly string Version = typeof(BoltConnection).Assembly.GetName().Version!.ToString(3);

    // 5.8, and one before it: what every Neo4j from 5.26 on speaks. There are four places for such ranges.
    private static readonly byte[] Greeting =
    [
        .. (ReadOnlySpan<byte>)[0x60, 0x60, 0xB0, 0x17],
        .. (ReadOnlySpan<byte>)[0, 1, 8, 5],
        .. new byte[12],
    ];

    private readonly Stream _stream;
    private readonly Socket? _socket;
    private readonly MessageReader _incoming = new();
    private readonly PackWriter _outgoing = new();

    // How many requests have no summary yet.
    private int _owed;
    private byte _lastTag;
    private bool _isFailed;
    private bool _isBroken;
    private bool _isHeard;
    private long _waitingSince;

    private BoltConnection(Stream stream, Socket? socket) => (_stream, _socket) = (stream, socket);

    /// <summary>The values of the message at hand.</summary>
    public PackReader Values { get; } = new();

    /// <summary>When it was opened, in milliseconds of <see cref="Environment.TickCount64"/>.</summary>
    public long Opened { get; } = Environment.TickCount64;

    /// <summary>When the last statement was done with it.</summary>
    public long Used { get; private set; } = Environment.TickCount64;

    /// <summary>Whether the next statement may be sent: nothing is owed, nothing failed, nothing unread is left.</summary>
    public bool IsReady => !IsBroken && _owed == 0 && !_isFailed && _incoming.IsEmpty;

    /// <summary>Whether nothing more can be said on it.</summary>
    public bool IsBroken => _isBroken || Values.IsNonsense;

    /// <summary>How long the server may be silent in a statement, in milliseconds; it promises a sign of life. 0 where it does not.</summary>
    public long LongestSilence { get; private set; }

    /// <summary>Whether the server has been silent for longer.</summary>
    public bool IsSilent(long now) =>
        LongestSilence > 0 && Volatile.Read(ref _waitingSince) is > 0 and var since && now - since > LongestSilence;

    /// <summary>Agrees with a server on the version and logs on.</summary>
    /// <param name="stream">The way there. Closed with the connection, or where there is none.</param>
    /// <param name="socket">The socket under it; null where there is none.</param>
    /// <param name="settings">Who asks.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public static async ValueTask<BoltConnection> OpenAsync(
        Stream stream,
        Socket? socket,
        Neo4jSettings settings,
        CancellationToken cancellation
    )
    {
        var connection = new BoltConnection(stream, socket);
        try
        {
            await connection.GreetAsync(cancellation);
            await connection.LogOnAsync(settings, cancellation);
            return connection;
        }
        catch
        {
            connection._isBroken = true;
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Sends a statement, and asks for its first rows with it.</summary>
    public ValueTask SendAsync(Statement statement, string database, long milliseconds, CancellationToken cancellation)
    {
        var isRead = statement.Mode == AccessMode.Read;
        _outgoing.Start(Run, 3);
        _outgoing.Text(statement.Text);
        _outgoing.Value(statement.Parameters);
        _outgoing.Map(isRead ? 3 : 2);
        _outgoing.Text("db"u8);
        _outgoing.Text(database);
        _outgoing.Text("tx_timeout"u8);
        _outgoing.Whole(milliseconds);
        if (isRead)
        {
            _outgoing.Text("mode"u8);
            _outgoing.Text("r"u8);
        }
        _outgoing.End();
        _isHeard = false;
        _incoming.StartAnswer();
        _owed++;
        return PullAsync(cancellation);
    }

    /// <summary>Asks for further rows.</summary>
    public ValueTask PullAsync(CancellationToken cancellation)
    {
        _outgoing.Start(Pull, 1);
        _outgoing.Map(1);
        _outgoing.Text("n"u8);
        _outgoing.Whole(RowsAtOnce);
        _outgoing.End();
        _owed++;
        return FlushAsync(cancellation);
    }

    /// <summary>Goes to the next message, where all of it has come.</summary>
    /// <param name="tag">Its kind.</param>
    public bool TryNext(out byte tag)
    {
        try
        {
            if (!_incoming.TryNext(Values, out tag))
                return false;
        }
        catch (Neo4jException)
        {
            _isBroken = true;
            throw;
        }
        _isHeard = true;
        if (tag == Record)
            return true;
        if (tag is not (Success or Ignored or Failure) || --_owed < 0)
            throw Nonsense();
        _isFailed |= tag == Failure;
        return true;
    }

    /// <summary>Waits for what comes next, be it a part of a message or several.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public async ValueTask ReceiveAsync(CancellationToken cancellation)
    {
        Volatile.Write(ref _waitingSince, Environment.TickCount64);
        try
        {
            var length = await _stream.ReadAsync(_incoming.Room(), cancellation);
            if (length == 0)
                throw Broken(null);
            _incoming.Filled(length);
        }
        catch (Exception error) when (IsBreak(error))
        {
            throw Broken(error);
        }
        catch (AnswerTooLargeException)
        {
            _isBroken = true;
            throw;
        }
        catch (OperationCanceledException)
        {
            // A socket of which nothing was read can be read on; whether what lies over it can is not said.
            _isBroken |= _stream is not NetworkStream;
            throw;
        }
        finally
        {
            Volatile.Write(ref _waitingSince, 0);
        }
    }

    /// <summary>
    /// Brings it back to where a statement may be sent, whatever was under way: the server stops it as soon as it hears of it,
    /// ahead of all that it has not done yet. What still comes of it is passed over.
    /// </summary>
    public async ValueTask ResetAsync(CancellationToken cancellation)
    {
        _outgoing.Start(Reset, 0);
        _outgoing.End();
        _owed++;
        _incoming.StartAnswer();
        await FlushAsync(cancellation);
        while (_owed > 0)
            await SummaryAsync(cancellation);
        if (_lastTag != Success)
            throw Nonsense();
        _isFailed = false;
    }

    /// <summary>Puts it aside until the next statement: without a buffer, and where it closed meanwhile, that is seen.</summary>
    public void Rest()
    {
        _incoming.Release();
        Used = Environment.TickCount64;
    }

    /// <summary>Whether the server sent something unasked, or closed the connection; then also <see cref="IsBroken"/>.</summary>
    public bool IsDisturbed()
    {
        if (_socket is null)
            return false;
        try
        {
            if (!_socket.Poll(0, SelectMode.SelectRead))
                return false;
            _isBroken |= _socket.Available == 0;
        }
        catch (Exception error) when (IsBreak(error))
        {
            _isBroken = true;
        }
        return true;
    }

    /// <summary>Enters the row at hand.</summary>
    public void ReadRow()
    {
        if (Values.Next != ValueKind.List)
            throw Nonsense();
        Values.StartList();
    }

    /// <summary>The code of the failure at hand.</summary>
    public string ReadCode()
    {
        var code = "";
        ReadMap(name =>
        {
            if (!name.SequenceEqual("neo4j_code"u8))
                return false;
            code = Values.Text();
            return true;
        });
        // It is put into messages: nothing but a code is.
        return code.Length is > 0 and < 200 && code.All(c => char.IsAsciiLetterOrDigit(c) || c == '.')
            ? code
            : throw Nonsense();
    }

    /// <summary>Whether the summary at hand says that there are more rows.</summary>
    public bool ReadHasMore()
    {
        var hasMore = false;
        ReadMap(name =>
        {
            if (!name.SequenceEqual("has_more"u8))
                return false;
            hasMore = Values.Flag();
            return true;
        });
        return hasMore;
    }

    /// <summary>Closes it, with a word where that is in order.</summary>
    public void Dispose()
    {
        try
        {
            if (IsReady)
            {
                _outgoing.Start(Goodbye, 0);
                _outgoing.End();
                _stream.Write(_outgoing.Written.Span);
            }
            _stream.Dispose();
        }
        catch (Exception error) when (IsBreak(error)) { }
        _isBroken = true;
        _outgoing.Clear();
        _incoming.Release();
    }

    /// <summary>Closes it under whoever waits for it.</summary>
    public void Abort() => _socket?.Dispose();

    /// <summary>What came is none of what may come there.</summary>
    public Neo4jException Nonsense()
    {
        _isBroken = true;
        return BoltErrors.Nonsense();
    }

    private async ValueTask GreetAsync(CancellationToken cancellation)
    {
        try
        {
            await _stream.WriteAsync(Greeting, cancellation);
            var chosen = new byte[4];
            if (await _stream.ReadAtLeastAsync(chosen, 4, throwOnEndOfStream: false, cancellation) < 4)
                throw BoltErrors.Closed(_stream is not NetworkStream);
            if (chosen is [0, 0, 7 or 8, 5])
                return;
            if (chosen.AsSpan().SequenceEqual("HTTP"u8))
                throw BoltErrors.IsHttp();
            // A TLS server answers what is no TLS with an alert.
            throw chosen switch
            {
                [0, 0, 0, 0] => BoltErrors.NoVersion(),
                [0x15, 0x03, ..] => BoltErrors.NeedsTls(),
                _ => BoltErrors.IsNotBolt(),
            };
        }
        catch (Exception error) when (IsBreak(error))
        {
            throw BoltErrors.Closed(_stream is not NetworkStream, error);
        }
    }

    private async ValueTask LogOnAsync(Neo4jSettings settings, CancellationToken cancellation)
    {
        _outgoing.Start(Hello, 1);
        _outgoing.Map(3);
        _outgoing.Text("user_agent"u8);
        _outgoing.Text($"EcosystemGraph/{Version}");
        _outgoing.Text("bolt_agent"u8);
        _outgoing.Map(3);
        _outgoing.Text("product"u8);
        _outgoing.Text($"EcosystemGraph/{Version}");
        _outgoing.Text("platform"u8);
        _outgoing.Text(RuntimeInformation.OSDescription);
        _outgoing.Text("language"u8);
        _outgoing.Text(RuntimeInformation.FrameworkDescription);
        // What the server finds remarkable takes it time to say, and nobody reads it.
        _outgoing.Text("notifications_minimum_severity"u8);
        _outgoing.Text("OFF"u8);
        _outgoing.End();
        _outgoing.Start(Logon, 1);
        if (settings.Token.Length > 0)
            Credentials("bearer", null, settings.Token);
        else if (settings.User.Length > 0)
            Credentials("basic", settings.User, settings.Password);
        else
            Credentials("none", null, null);
        _outgoing.End();
        _owed += 2;
        await FlushAsync(cancellation);
        await SummaryAsync(cancellation);
        ReadHints();
        await SummaryAsync(cancellation);
        if (_lastTag != Success)
            throw ServerErrors.Of(ReadCode());
    }

    private void Credentials(string scheme, string? user, string? secret)
    {
        _outgoing.Map(1 + (user is null ? 0 : 1) + (secret is null ? 0 : 1));
        _outgoing.Text("scheme"u8);
        _outgoing.Text(scheme);
        if (user is not null)
        {
            _outgoing.Text("principal"u8);
            _outgoing.Text(user);
        }
        if (secret is not null)
        {
            _outgoing.Text("credentials"u8);
            _outgoing.Text(secret);
        }
    }

    private void ReadHints()
    {
        if (_lastTag != Success)
            throw ServerErrors.Of(ReadCode());
        ReadMap(name =>
        {
            if (!name.SequenceEqual("hints"u8))
                return false;
            ReadMap(hint =>
            {
                if (!hint.SequenceEqual("connection.recv_timeout_seconds"u8))
                    return false;
                LongestSilence = Math.Clamp(Values.Whole(), 0, 86_400) * 1000;
                return true;
            });
            return true;
        });
    }

    // Goes through a map that belongs to the protocol: what is not read of it is passed over.
    private void ReadMap(ReadMember read)
    {
        try
        {
            Values.StartMap();
            while (Values.Next != ValueKind.End)
            {
                if (!read(Values.Utf8()))
                    Values.Skip();
            }
            Values.End();
        }
        catch (Neo4jException error) when (error.Fault == Neo4jFault.WrongShape)
        {
            throw Nonsense();
        }
    }

    /// <summary>Reads the value of a name, or says that it has not.</summary>
    private delegate bool ReadMember(ReadOnlySpan<byte> name);

    // Waits for the next summary; rows before it are passed over.
    private async ValueTask SummaryAsync(CancellationToken cancellation)
    {
        while (true)
        {
            while (!TryNext(out _lastTag))
                await ReceiveAsync(cancellation);
            if (_lastTag != Record)
                return;
        }
    }

    private async ValueTask FlushAsync(CancellationToken cancellation)
    {
        try
        {
            await _stream.WriteAsync(_outgoing.Written, cancellation);
        }
        catch (Exception error)
        {
            // Half a request may have been sent.
            _isBroken = true;
            if (IsBreak(error))
                throw BoltErrors.NoAnswer(error);
            throw;
        }
        finally
        {
            _outgoing.Clear();
        }
    }

    private Neo4jException Broken(Exception? cause)
    {
        _isBroken = true;
        return _isHeard ? BoltErrors.BrokenOff(cause) : BoltErrors.NoAnswer(cause);
    }

    private static bool IsBreak(Exception error) => error is IOException or SocketException or ObjectDisposedException;
}
