using Diversion.Casework;
using Diversion.Casework.Access;
using Diversion.Casework.Queries;
using Diversion.Domain.Agreements;
using Diversion.Web.Forms;
using Diversion.Web.Portal;
using Diversion.Web.Wording;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Caseload;

/// <summary>Open cases of the reader, or of somebody in their team, narrowed down by what stands in the address: no personal data there.</summary>
public sealed class IndexModel(CaseloadQuery caseloads, Rulebook rulebook) : PortalPage
{
    private static readonly AgreementStatus[] Open =
    [
        AgreementStatus.Referred, AgreementStatus.Eligible, AgreementStatus.Offered, AgreementStatus.Active, AgreementStatus.BreachReview,
        AgreementStatus.Concluding,
    ];

    /// <summary>Whose; the reader's own when it is left out.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Worker { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Status { get; set; }

    [BindProperty(SupportsGet = true)]
    public List<string> Only { get; set; } = [];

    public static IReadOnlyList<Choice> Statuses { get; } = [.. Open.Select(status => new Choice(status.ToString(), Labels.Of(status).Text))];

    public static IReadOnlyList<Choice> Kinds { get; } = [new(nameof(CaseloadFilter.Overdue), "Something is overdue"), new(nameof(CaseloadFilter.Warned), "A warning stands")];

    /// <summary>The others of the reader's team: whoever stands in for one of them looks here.</summary>
    public IReadOnlyList<Choice> Team =>
    [
        .. rulebook.Programme.Staff.KeyWorkers.Where(one => one.Id != By.Id && one.Team is not null && one.Team == By.Team)
            .OrderBy(one => one.Name, StringComparer.CurrentCulture)
            .Select(one => new Choice(one.Id, one.Name)),
    ];

    public string? OfWhom => Team.FirstOrDefault(one => one.Value == Worker)?.Text;

    public bool IsFiltered => Filter != new CaseloadFilter();

    public Page<CaseloadItem> Cases { get; private set; } = null!;

    private CaseloadFilter Filter => new(
        Enum.TryParse<AgreementStatus>(Status, out var status) && Open.Contains(status) ? status : null,
        Only.Contains(nameof(CaseloadFilter.Overdue)),
        Only.Contains(nameof(CaseloadFilter.Warned)));

    public async Task<IActionResult> OnGetAsync(string? cursor) => AccessPolicy.KeepsCaseload(By)
        ? Show(await caseloads.Of(By, string.IsNullOrEmpty(Worker) ? null : Worker, Filter, cursor, Cancellation), cases => Cases = cases)
        : NotForRole();
}
