namespace Diversion.Web.Portal;

/// <summary>A feature of the request: the answer holds something that is nowhere kept, and so the page is not kept either.</summary>
internal sealed record ShownOnce;
