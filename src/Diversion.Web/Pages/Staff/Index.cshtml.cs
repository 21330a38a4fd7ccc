using Diversion.Casework.Links;
using Diversion.Casework.Record;
using Diversion.Casework.Staff;
using Diversion.Domain.Staff;
using Diversion.Web.Forms;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Staff;

/// <summary>The programme's people, teams and partner organisations, and what changed last.</summary>
public sealed class IndexModel(StaffQuery query, StaffService staff) : StaffPage(query, staff)
{
    private const int ChangesShown = 10;
    private readonly StaffQuery query = query;

    [BindProperty]
    public string? TeamId { get; set; }

    [BindProperty]
    public string? NewTeam { get; set; }

    [BindProperty]
    public string? Manager { get; set; }

    [BindProperty]
    public string? Organisation { get; set; }

    /// <summary>The name of the organisation to close.</summary>
    [BindProperty]
    public string? Closing { get; set; }

    public IReadOnlyList<TimelineItem> Changes { get; private set; } = [];

    /// <summary>Those who work here by name, then those who have left.</summary>
    public IEnumerable<MemberView> People => Directory.People.OrderBy(person => person.HasLeft).ThenBy(person => person.Name, StringComparer.CurrentCulture);

    public Task<IActionResult> OnPostTeamAsync() => Change(
        () => new StaffCommand.AddTeam(
            Read.Text(nameof(TeamId), TeamId, "the team's id", 64), Read.Text(nameof(NewTeam), NewTeam, "the team's name"), string.IsNullOrEmpty(Manager) ? null : Manager),
        "The team was added.",
        Addresses.Staff,
        field => field switch { "id" => nameof(TeamId), "name" => nameof(NewTeam), "manager" => nameof(Manager), _ => null });

    public Task<IActionResult> OnPostOrganisationAsync() => Change(
        () => new StaffCommand.AddOrganisation(Read.Text(nameof(Organisation), Organisation, "the organisation's name")), "The organisation was added.", Addresses.Staff, _ => nameof(Organisation));

    public Task<IActionResult> OnPostCloseOrganisationAsync() => Change(
        () => new StaffCommand.CloseOrganisation(Read.Text(nameof(Closing), Closing, "the organisation")),
        "The organisation was closed. Nobody is referred to it any more. Add it again under the same name to reopen it.",
        Addresses.Staff,
        _ => nameof(Closing));

    protected override async Task<IActionResult?> Load()
    {
        if (await base.Load() is { } other)
        {
            return other;
        }

        return Take(await query.Timeline(By, newestFirst: true, ChangesShown, null, Cancellation), page => Changes = page.Items);
    }
}
