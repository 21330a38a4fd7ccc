using Diversion.Casework.Queries;
using Diversion.Web.Wording;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Register;

/// <summary>The register, as narrowed down, to take away for a reason that is kept.</summary>
public sealed class DownloadModel(RegisterCsv csv, RegisterChoices choices) : RegisterPage
{
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>Which cases the table has, in words.</summary>
    public string Which { get; private set; } = "";

    /// <summary>The same cases on the screen.</summary>
    public string Register => $"/register{Request.QueryString}";

    public IActionResult OnGet() => Begin(out _) ?? Page();

    public async Task<IActionResult> OnPostAsync()
    {
        const string what = "the reason";
        if (Begin(out var filter) is { } other)
        {
            return other;
        }

        var reason = Read.Text(nameof(Reason), Reason, what, Looking.LongestReason);
        if (reason.Length is > 0 and < Looking.ShortestReason)
        {
            Read.Fault(nameof(Reason), FaultWording.TooShort(what, Looking.ShortestReason));
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        return await csv.Of(new Look(By, Now, reason), filter, Which, Cancellation) switch
        {
            Reply<IAsyncEnumerable<string>>.Given { Value: var lines } => new CsvFile("register.csv", lines),
            Reply<IAsyncEnumerable<string>>.Refused { Refusal: var refusal } => Refuse(refusal),
            var reply => throw new InvalidOperationException($"No file for {reply.GetType().Name}."),
        };
    }

    /// <returns>What to answer instead; null to go on.</returns>
    private IActionResult? Begin(out RegisterFilter filter)
    {
        filter = ReadFilter();
        if (Sight is not { } sight)
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        Which = RegisterWording.Of(sight, filter, choices);
        return ModelState.IsValid ? null : LocalRedirect(Register);
    }
}
