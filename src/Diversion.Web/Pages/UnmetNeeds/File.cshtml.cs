using Diversion.Casework.Answers;
using Diversion.Casework.UnmetNeeds;
using Diversion.Domain.Time;
using Diversion.Web.Portal;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.UnmetNeeds;

/// <summary>The table of needs that no service meets, as a file to save.</summary>
public sealed class FileModel(UnmetNeedsQuery query) : PortalPage
{
    public async Task<IActionResult> OnGetAsync() => await query.File(By, WorkingCalendar.DateOf(Now).PlusYears(-1), Cancellation) switch
    {
        Reply<byte[]>.Given { Value: var csv } => File(csv, "text/csv", "unmet-needs.csv"),
        Reply<byte[]>.Refused { Refusal: var refusal } => Refuse(refusal),
        _ => throw new InvalidOperationException("A reply is given or refused."),
    };
}
