using System.Net;
using Diversion.Web.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Diversion.Web.Demo;

public static class DemoRequests
{
    /// <summary>The demo that this host serves; null for a real programme.</summary>
    public static IDemo? Demo(this HttpContext http) => http.RequestServices.GetService<IDemo>();

    /// <summary>
    /// From this machine, to this machine. A page of another site could reach us under its own host name (DNS rebinding),
    /// and a proxy under a public one.
    /// </summary>
    public static bool IsFromThisMachine(this HttpContext http) =>
        http.Connection.RemoteIpAddress is { } from && IPAddress.IsLoopback(from) && Loopback.IsHost(http.Request.Host.Host);
}
