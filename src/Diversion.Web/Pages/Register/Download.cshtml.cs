using Diversion.Casework.Queries;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Register;

/// <summary>The register, as narrowed down, to take away.</summary>
public sealed class DownloadModel(RegisterCsv csv) : RegisterPage
{
    public async Task<IActionResult> OnGetAsync()
    {
        var filter = ReadFilter();
        if (!ModelState.IsValid)
        {
            return LocalRedirect($"/register{Request.QueryString}");
        }

        return await csv.Of(By, filter, Cancellation) switch
        {
            Reply<IAsyncEnumerable<string>>.Given { Value: var lines } => new CsvFile("register.csv", lines),
            Reply<IAsyncEnumerable<string>>.Refused { Refusal: var refusal } => Refuse(refusal),
            var other => throw new InvalidOperationException($"No file for {other.GetType().Name}."),
        };
    }
}
