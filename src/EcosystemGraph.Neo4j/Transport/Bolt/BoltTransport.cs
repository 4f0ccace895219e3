using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;

namespace EcosystemGraph.Neo4j.Transport.Bolt;

/// <summary>Neo4j's own protocol, to one server: <c>bolt://</c>, encrypted as <c>bolt+s://</c> and, whoever answers, <c>bolt+ssc://</c>.</summary>
/// <remarks>
/// A statement that is given up is ended on the server, and each has the time limit of Neo4j:TimeoutSeconds there too, should
/// the server not hear of it.
/// </remarks>
internal sealed class BoltTransport : ITransport
{
    /// <summary>The port where an address names none.</summary>
    public const int DefaultPort = 7687;

    private static readonly TimeSpan LongestOpening = TimeSpan.FromSeconds(5);

    private readonly Neo4jSettings _settings;
    private readonly Uri _address;
    private readonly BoltPool _pool;

    /// <param name="settings">Where the server is and who asks.</param>
    public BoltTransport(Neo4jSettings settings)
    {
        _settings = settings;
        _address = new Uri(settings.Uri);
        _pool = new BoltPool(settings.Connections, OpenAsync);
    }

    /// <summary>How many connections are open and not in use.</summary>
    public int Idle => _pool.Unused;

    /// <summary>What of an address cannot be used; null where all of it is.</summary>
    public static string? Unused(Uri address) =>
        address switch
        {
            { UserInfo.Length: > 0 } => "a user",
            { AbsolutePath.Length: > 1 } => "a path",
            { Query.Length: > 0 } or { Fragment.Length: > 0 } => "a query",
            _ => null,
        };

    /// <inheritdoc/>
    public async ValueTask<IRows> SendAsync(Statement statement, CancellationToken cancellation)
    {
        var connection = await _pool.TakeAsync(cancellation);
        try
        {
            await connection.SendAsync(statement, _settings.Database, _settings.TimeoutSeconds * 1000L, cancellation);
            return new BoltRows(_pool, connection);
        }
        catch
        {
            _pool.Return(connection);
            throw;
        }
    }

    /// <summary>Closes the connections that have been silent or unused for too long at a time; it is done every few seconds.</summary>
    public void Watch(long now) => _pool.Watch(now);

    /// <summary>Closes every connection under whoever uses it.</summary>
    public void Abort() => _pool.Abort();

    /// <inheritdoc/>
    public void Dispose() => _pool.Dispose();

    private async ValueTask<BoltConnection> OpenAsync(CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(LongestOpening);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, true);
            var port = _address.Port < 0 ? DefaultPort : _address.Port;
            await socket.ConnectAsync(_address.DnsSafeHost, port, limit.Token);
            Stream stream = new NetworkStream(socket, ownsSocket: true);
            if (_address.Scheme != "bolt")
                stream = await SecureAsync(stream, limit.Token);
            return await BoltConnection.OpenAsync(stream, socket, _settings, limit.Token);
        }
        catch (Exception error)
        {
            socket.Dispose();
            if (
                error is SocketException
                || (error is OperationCanceledException && !cancellation.IsCancellationRequested)
            )
                throw BoltErrors.NoAnswer(error);
            throw;
        }
    }

    private async ValueTask<Stream> SecureAsync(Stream stream, CancellationToken cancellation)
    {
        var trust = new Trust(_settings, isBlind: _address.Scheme == "bolt+ssc");
        trust.Options.TargetHost = _address.DnsSafeHost;
        var secure = new SslStream(stream);
        try
        {
            await secure.AuthenticateAsClientAsync(trust.Options, cancellation);
            return secure;
        }
        catch (Exception error) when (error is AuthenticationException or IOException)
        {
            throw trust.Fault(error) ?? BoltErrors.HasNoTls(error);
        }
    }
}
