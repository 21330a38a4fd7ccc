using Diversion.Casework;
using Diversion.Casework.Delivery;
using Diversion.Casework.Storage;
using Diversion.Functions.Hosting;
using Diversion.Functions.ServiceBus;
using Diversion.Functions.Triggers;
using Diversion.Storage.Compliance;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Moq;

namespace Diversion.Functions.Tests.Hosting;

/// <summary>
/// The app's own services, in a pipeline like the worker's: forwarded headers, routing that has chosen the one catch-all
/// function, and the function's result executed after it (Worker.Extensions.Http.AspNetCore,
/// FunctionsHostBuilderExtensions.cs and FunctionsHttpProxyingMiddleware.cs).
/// </summary>
internal sealed class WorkerApp : IAsyncDisposable
{
    private readonly IHost host;

    private readonly TaskCompletionSource<Exception?> ended = new();

    private WorkerApp(IHost host) => this.host = host;

    /// <summary>The end of the first execution of the function, with any exception.</summary>
    public Task<Exception?> FirstEnd => ended.Task;

    public IServiceProvider Services => host.Services;

    public static async Task<WorkerApp> Begin(AppSettings settings, ITableStore? store = null, IMessageSettlement? settlement = null)
    {
        WorkerApp? made = null;
        var builder = Host.CreateDefaultBuilder().ConfigureLogging(logging => logging.ClearProviders());
        builder.UseDefaultServiceProvider(services =>
        {
            services.ValidateOnBuild = true;
            services.ValidateScopes = true;
        });
        builder.ConfigureServices(services =>
        {
            services.AddSingleton(store ?? new InMemoryTableStore());
            services.AddSingleton(Mock.Of<IMailer>());
            services.AddSingleton(Mock.Of<IPublisher>());
            services.AddCasework(settings.Rulebook);
            services.AddSingleton(settlement ?? Mock.Of<IMessageSettlement>());
            services.AddWeb(settings);
            services.AddScoped<WebApp>();
            services.AddScoped<FeedQueues>();
            services.AddScoped<OverdueSweep>();
            services.AddScoped<EndedWorkflows>();
            services.AddScoped<OldDrafts>();
            services.Configure<ForwardedHeadersOptions>(headers => headers.ForwardedHeaders = ForwardedHeaders.All);
        });
        builder.ConfigureWebHost(web => web.UseTestServer().Configure(app =>
        {
            app.UseForwardedHeaders();
            app.UseRouting();
            app.UseEndpoints(endpoints => endpoints.Map("/{*path}", http => made!.RunFunction(http)));
        }));
        made = new WorkerApp(builder.Build());
        await made.host.StartAsync();
        return made;
    }

    public HttpClient Client() => new(host.GetTestServer().CreateHandler()) { BaseAddress = new Uri("https://diversion.example") };

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        host.Dispose();
    }

    private async Task RunFunction(HttpContext http)
    {
        var function = http.RequestServices.GetRequiredService<WebApp>();
        IActionResult result;
        try
        {
            result = await function.Answer(http.Request, new Mock<DurableTaskClient>("test").Object);
            ended.TrySetResult(null);
        }
        catch (Exception fault)
        {
            ended.TrySetResult(fault);
            throw;
        }

        await result.ExecuteResultAsync(new ActionContext(http, http.GetRouteData(), new ActionDescriptor()));
    }
}
