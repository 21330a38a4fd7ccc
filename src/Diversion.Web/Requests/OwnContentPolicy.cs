namespace Diversion.Web.Requests;

/// <summary>A file of somebody else's making is sent under a stricter policy than a page. Set as a feature of the request.</summary>
internal sealed record OwnContentPolicy(string Policy)
{
    /// <summary>Whatever is in it, a browser runs nothing, loads nothing, and treats it as of no site.</summary>
    public static readonly OwnContentPolicy Sandbox = new("default-src 'none'; sandbox; frame-ancestors 'none'");
}
