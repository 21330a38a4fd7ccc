using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Casework.Caseload;
using Diversion.Domain.Agreements;
using Diversion.Web.Forms;
using Diversion.Web.Portal;
using Diversion.Web.Wording;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Caseload;

/// <summary>The reader's open cases. The filter is in the address, so it has no personal data.</summary>
public sealed class IndexModel(CaseloadQuery caseloads) : PortalPage
{
    private static readonly AgreementStatus[] Open =
    [
        AgreementStatus.Referred, AgreementStatus.Eligible, AgreementStatus.Offered, AgreementStatus.Active, AgreementStatus.BreachReview,
        AgreementStatus.Concluding,
    ];

    [BindProperty(SupportsGet = true)]
    public string? Status { get; set; }

    [BindProperty(SupportsGet = true)]
    public List<string> Only { get; set; } = [];

    public static IReadOnlyList<Choice> Statuses { get; } = [.. Open.Select(status => new Choice(status.ToString(), Labels.Of(status).Text))];

    public static IReadOnlyList<Choice> Kinds { get; } = [new(nameof(CaseloadFilter.Overdue), "Something overdue"), new(nameof(CaseloadFilter.Warned), "A warning in force")];

    public bool IsFiltered => Filter != new CaseloadFilter();

    public Page<CaseloadItem> Cases { get; private set; } = null!;

    private CaseloadFilter Filter => new(
        Enum.TryParse<AgreementStatus>(Status, out var status) && Open.Contains(status) ? status : null,
        Only.Contains(nameof(CaseloadFilter.Overdue)),
        Only.Contains(nameof(CaseloadFilter.Warned)));

    public async Task<IActionResult> OnGetAsync(string? cursor) => AccessPolicy.KeepsCaseload(By)
        ? Show(await caseloads.Of(By, null, Filter, cursor, Cancellation), cases => Cases = cases)
        : NotForRole();
}
