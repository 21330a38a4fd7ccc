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

    public IReadOnlyList<TimelineItem> Changes { get; private set; } = [];

    /// <summary>Those who work here by name, then those who have left.</summary>
    public IEnumerable<MemberView> People => Directory.People.OrderBy(person => person.HasLeft).ThenBy(person => person.Name, StringComparer.CurrentCulture);

    public IReadOnlyList<Choice> ManagerChoices => [.. Directory.People.Where(person => !person.HasLeft).Select(person => new Choice(person.Id, person.Name))];

    public async Task<IActionResult> OnPostTeamAsync()
    {
        if (await Load() is { } other)
        {
            return other;
        }

        var id = Read.Text(nameof(TeamId), TeamId, "the team's id", 64);
        var name = Read.Text(nameof(NewTeam), NewTeam, "the team's name");
        return await Run(
            () => new StaffCommand.AddTeam(id, name, string.IsNullOrEmpty(Manager) ? null : Manager),
            "The team was added.",
            Addresses.Staff,
            field => field switch { "id" => nameof(TeamId), "name" => nameof(NewTeam), "manager" => nameof(Manager), _ => null });
    }

    public async Task<IActionResult> OnPostOrganisationAsync()
    {
        if (await Load() is { } other)
        {
            return other;
        }

        var name = Read.Text(nameof(Organisation), Organisation, "the organisation's name");
        return await Run(() => new StaffCommand.AddOrganisation(name), "The organisation was added.", Addresses.Staff, _ => nameof(Organisation));
    }

    protected override async Task<IActionResult?> Load()
    {
        if (await base.Load() is { } other)
        {
            return other;
        }

        return Take(await query.Timeline(By, newestFirst: true, ChangesShown, null, Cancellation), page => Changes = page.Items);
    }
}
