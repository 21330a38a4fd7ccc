using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Casework.Links;
using Diversion.Casework.Record;
using Diversion.Casework.Register;
using Diversion.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Register;

/// <summary>The filtered register as a file. A user who has given no reason yet is asked for it first.</summary>
public sealed class TableModel(RegisterCsv csv, AccessReasons reasons, RegisterChoices choices) : RegisterPage
{
    public async Task<IActionResult> OnGetAsync()
    {
        var filter = ReadFilter();
        if (!ModelState.IsValid)
        {
            return LocalRedirect(SameCases(Addresses.Register));
        }

        var request = new AccessRequest(By, Now, reasons.For(HttpContext, By, AccessReasons.Register));
        return await csv.Of(request, filter, RecordVisibility is { } visible ? RegisterWording.Of(visible, filter, choices) : "", Cancellation) switch
        {
            Reply<IAsyncEnumerable<string>>.Given { Value: var lines } => new CsvFile("register.csv", lines),
            Reply<IAsyncEnumerable<string>>.Refused { Refusal.Code: CaseworkRefusal.AccessReasonMissing } => LocalRedirect(SameCases(Addresses.RegisterDownload)),
            Reply<IAsyncEnumerable<string>>.Refused { Refusal: var refusal } => Refuse(refusal),
            var reply => throw new InvalidOperationException($"No file for {reply.GetType().Name}."),
        };
    }
}
