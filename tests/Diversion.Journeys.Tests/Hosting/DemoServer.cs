using System.Net;
using System.Net.Sockets;
using Diversion.Casework.Agreements;
using Diversion.Journeys.Tests.Crawling;
using Diversion.Local.Hosting;
using Diversion.Local.Programmes;
using Diversion.Local.Tests.Demo;
using Diversion.Simulation.Demo;
using Diversion.Web.Demo;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Diversion.Journeys.Tests.Hosting;

/// <summary>The one-process host with a demo of its own, at a free port, with a clock that the test moves.</summary>
internal sealed class DemoServer : IAsyncDisposable
{
    private readonly ProgrammeFolder folder;
    private readonly WebApplication app;

    private DemoServer(ProgrammeFolder folder, WebApplication app, Uri address)
    {
        this.folder = folder;
        this.app = app;
        Address = address;
        Pages = new PageRoutes(app.Services.GetRequiredService<EndpointDataSource>());
        app.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(DemoSession.Scheme).TimeProvider = Machine;
    }

    public Uri Address { get; }

    /// <summary>The clock for sessions.</summary>
    public MovableMachineTime Machine { get; } = new();

    public CaseworkService Casework => app.Services.GetRequiredService<CaseworkService>();

    public PageRoutes Pages { get; }

    public Instant Now => folder.Clock.GetCurrentInstant();

    public static async Task<DemoServer> Start()
    {
        var opened = await ProgrammeFolder.Open(await DemoTemplate.Copy(), MadeDemo.Schemes, null);
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var built = Server.Build(opened, [address], verbose: false);
        await Server.Start(built, [address], CancellationToken.None);
        return new DemoServer(opened, built, address);
    }

    /// <summary>Everything that falls due on the way happens.</summary>
    public async Task MoveTo(Instant instant) =>
        Assert.NotNull(await app.Services.GetRequiredService<DemoClock>().MoveTo(instant));

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        await folder.DisposeAsync();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
