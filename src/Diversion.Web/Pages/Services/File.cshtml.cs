using Diversion.Casework.Answers;
using Diversion.Casework.ServiceEntries;
using Diversion.Web.Portal;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Services;

/// <summary>The directory as a file to save.</summary>
public sealed class FileModel(ServiceQuery query) : PortalPage
{
    public async Task<IActionResult> OnGetAsync() => await query.File(By, Cancellation) switch
    {
        Reply<byte[]>.Given { Value: var csv } => File(csv, "text/csv", "services.csv"),
        Reply<byte[]>.Refused { Refusal: var refusal } => Refuse(refusal),
        _ => throw new InvalidOperationException("A reply is given or refused."),
    };
}
