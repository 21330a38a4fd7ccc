using Diversion.Local.Programmes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Diversion.Local.Hosting;

/// <summary>Mounts the web app of Diversion.Web in this process.</summary>
internal static class WebParts
{
    public static void Add(IServiceCollection services, ProgrammeFolder folder)
    {
    }

    public static void Map(WebApplication app)
    {
        app.MapGet("/health/live", () => Results.Text("live"));
        app.MapGet("/health/ready", () => Results.Text("ready"));
    }
}
