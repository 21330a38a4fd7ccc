using Diversion.Web.Tests.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Diversion.Web.Tests.Pages;

/// <summary>A host with a pipeline of its own passes requests on, as Azure Functions do.</summary>
public sealed class MountingTests
{
    [Theory]
    [InlineData("/about/cookies", 200, "<title>Cookies – Diversion</title>")]
    [InlineData("/nowhere", 404, "<title>Page not found – Diversion</title>")]
    [InlineData("/health/live", 200, "\"live\"")]
    [InlineData("/api/v1/inbox", 401, "not-signed-in")]
    [InlineData("/own", 200, "of the host")]
    public async Task A_bare_application_builder_makes_the_whole_app(string path, int status, string part)
    {
        await using var app = await TestApp.Begin(ownHost: true);
        var pipeline = new ApplicationBuilder(app.Services).UseDiversionWeb(more => more.MapGet("/own", () => "of the host")).Build();

        await using var scope = app.Services.CreateAsyncScope();
        using var body = new MemoryStream();
        var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        http.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(body));
        http.Request.Method = "GET";
        http.Request.Scheme = "https";
        http.Request.Host = new HostString("localhost");
        http.Request.Path = path;
        await pipeline(http);
        await http.Response.CompleteAsync();

        Assert.Equal(status, http.Response.StatusCode);
        Assert.Contains(part, System.Text.Encoding.UTF8.GetString(body.ToArray()), StringComparison.Ordinal);
    }
}
