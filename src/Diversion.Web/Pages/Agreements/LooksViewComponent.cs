using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Casework.Record;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Agreements;

/// <summary>The latest accesses to a record by people who are not on the case, for those responsible for it.</summary>
public sealed class LooksViewComponent(AccessLogQuery log) : ViewComponent
{
    private const int Latest = 3;

    public async Task<IViewComponentResult> InvokeAsync(string reference, AccessRequest request) =>
        await log.Of(reference, request, Latest, HttpContext.RequestAborted) is Reply<IReadOnlyList<AccessEntry>>.Given { Value: var looks }
            ? View("~/Pages/Agreements/_LatestLooks.cshtml", (reference, looks))
            : Content("");
}
