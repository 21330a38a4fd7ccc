using System.Net;

namespace Diversion.Web.Requests;

/// <summary>Whether a host name can only mean the machine that it is used on.</summary>
public static class Loopback
{
    /// <param name="host">A name or an address, an IPv6 address with or without its brackets.</param>
    public static bool IsHost(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
