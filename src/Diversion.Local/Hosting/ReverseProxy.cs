using System.Net;
using Diversion.Local.Faults;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Diversion.Local.Hosting;

/// <summary>
/// A proxy with TLS in front of the server. Only those proxies that the settings name are believed when they say who asked and
/// how; without this list nobody is. Where the programme's address begins with https, browsers are sent there and told to stay.
/// </summary>
/// <param name="From">Addresses and networks of the proxies.</param>
internal sealed record ReverseProxy(IReadOnlyList<IPAddress> From, IReadOnlyList<System.Net.IPNetwork> Networks)
{
    public const string Setting = "Proxy:From";

    private static readonly TimeSpan StayFor = TimeSpan.FromDays(365);

    /// <returns>Null where no proxy is named.</returns>
    /// <exception cref="CannotGoOnException">The list has something else than addresses and networks.</exception>
    public static ReverseProxy? Read(IConfiguration configuration)
    {
        var named = (configuration[Setting] ?? string.Empty).Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (named.Length == 0)
        {
            return null;
        }

        var (addresses, networks) = (new List<IPAddress>(), new List<System.Net.IPNetwork>());
        foreach (var one in named)
        {
            if (IPAddress.TryParse(one, out var address))
            {
                addresses.Add(address);
            }
            else if (System.Net.IPNetwork.TryParse(one, out var network) && network.PrefixLength > 0)
            {
                networks.Add(network);
            }
            else
            {
                throw new CannotGoOnException(
                    ExitCodes.WrongUsage, $"Proxy__From has {one}, which is neither an address nor a network. Write addresses and networks of the proxies, such as 127.0.0.1, 10.1.2.0/24.");
            }
        }

        return new ReverseProxy(addresses, networks);
    }

    public void Configure(IServiceCollection services, Uri publicUrl)
    {
        services.Configure<ForwardedHeadersOptions>(options =>
        {
            // Who asked, and whether by TLS. The name of the host is the request's own: a header for it would be one more thing to forge.
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            foreach (var address in From)
            {
                options.KnownProxies.Add(address);
            }

            foreach (var network in Networks)
            {
                options.KnownIPNetworks.Add(network);
            }
        });
        services.AddHostFiltering(options =>
        {
            options.AllowedHosts = [publicUrl.Host, "localhost", "127.0.0.1", "[::1]"];
            options.AllowEmptyHosts = false;
        });
        services.AddHttpsRedirection(options => (options.HttpsPort, options.RedirectStatusCode) = (publicUrl.Port, StatusCodes.Status308PermanentRedirect));
        services.AddHsts(options => options.MaxAge = StayFor);
    }

    /// <summary>Before everything else in the pipeline.</summary>
    public static void Use(IApplicationBuilder app, Uri publicUrl)
    {
        app.UseForwardedHeaders();
        app.UseHostFiltering();
        if (publicUrl.Scheme == Uri.UriSchemeHttps)
        {
            app.UseHsts();

            // The proxy's own question whether the server is well comes without TLS.
            app.UseWhen(http => !http.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal), pages => pages.UseHttpsRedirection());
        }
    }
}
