using Microsoft.AspNetCore.Http;

namespace Diversion.Web.Requests;

/// <summary>Why a page cannot be shown. Set as a feature of the request, it says more than the status alone.</summary>
/// <param name="Message">A sentence for people, from a refusal; null when the status is enough.</param>
internal sealed record PageFault(int Status, string? Message = null)
{
    /// <summary>The form's token is missing or stale: another session, or another site's form.</summary>
    public static readonly PageFault FormExpired = new(StatusCodes.Status400BadRequest) { IsFormExpired = true };

    /// <summary>The form is too long, or has a character that no form may have.</summary>
    public static readonly PageFault FormUnreadable = new(StatusCodes.Status400BadRequest) { IsFormUnreadable = true };

    public bool IsFormExpired { get; private init; }

    public bool IsFormUnreadable { get; private init; }

    /// <summary>Where the error occurred, path and query: the page itself is shown under another path.</summary>
    public string? Address { get; init; }
}
