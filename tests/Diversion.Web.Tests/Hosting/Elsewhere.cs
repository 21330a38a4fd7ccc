namespace Diversion.Web.Tests.Hosting;

/// <summary>One host name is answered by another server, everything else here.</summary>
internal sealed class Elsewhere(string host, HttpMessageHandler there, HttpMessageHandler here) : HttpMessageHandler
{
    private readonly HttpMessageInvoker there = new(there, disposeHandler: false);
    private readonly HttpMessageInvoker here = new(here);

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        (request.RequestUri!.Host == host ? there : here).SendAsync(request, cancellationToken);

    protected override void Dispose(bool disposing)
    {
        there.Dispose();
        here.Dispose();
        base.Dispose(disposing);
    }
}
