using Diversion.Casework.Answers;
using Diversion.Casework.Register;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Register;

/// <summary>Every case that the reader may find, newest referral first; for an analyst without personal data.</summary>
public sealed class IndexModel(RegisterQuery register, RegisterChoices choices) : RegisterPage
{
    private const int PageSize = 50;

    public RegisterChoices Choices => choices;

    /// <summary>Null when the filter has faults.</summary>
    public Page<RegisterItem>? Cases { get; private set; }

    public bool IsFiltered { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? cursor)
    {
        var filter = ReadFilter();
        IsFiltered = filter != new RegisterFilter() || !ModelState.IsValid;
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        return Show(await register.Of(By, filter, PageSize, cursor, Cancellation), cases => Cases = cases);
    }
}
