using Diversion.Casework.Links;
using Diversion.Casework.Staff;
using Diversion.Domain.Staff;
using Diversion.Web.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Staff;

/// <summary>One team: its name, its manager, its members, and its end.</summary>
public sealed class TeamModel(StaffQuery query, StaffService staff) : StaffPage(query, staff)
{
    [FromRoute(Name = "team")]
    public string Id { get; set; } = "";

    public Team Team { get; private set; } = null!;

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Manager { get; set; }

    [BindProperty]
    public string? Capacity { get; set; }

    public IReadOnlyList<MemberView> Members => [.. Directory.People.Where(person => !person.HasLeft && person.Team == Team.Id)];

    public Task<IActionResult> OnPostNameAsync() =>
        Change(() => new StaffCommand.RenameTeam(Id, Read.Text(nameof(Name), Name, "the team's name")), "The team was renamed.", Addresses.StaffTeam(Id), _ => nameof(Name));

    public Task<IActionResult> OnPostManagerAsync() =>
        Change(() => new StaffCommand.ChangeTeamManager(Id, string.IsNullOrEmpty(Manager) ? null : Manager), "The manager was saved. They see the team's cases from now on.", Addresses.StaffTeam(Id), _ => nameof(Manager));

    public Task<IActionResult> OnPostCapacityAsync() =>
        Change(() => new StaffCommand.SetTeamCapacity(Id, ReadCapacity(nameof(Capacity), Capacity)), "The capacity was saved.", Addresses.StaffTeam(Id), _ => nameof(Capacity));

    public Task<IActionResult> OnPostCloseAsync() => Change(() => new StaffCommand.CloseTeam(Id), "The team was closed.", Addresses.StaffTeam(Id));

    protected override async Task<IActionResult?> Load()
    {
        if (await base.Load() is { } other)
        {
            return other;
        }

        if (Directory.Teams.FirstOrDefault(team => team.Id == Id) is not { } found)
        {
            HttpContext.Features.Set(new PageFault(StatusCodes.Status404NotFound, "The directory has no team with this id. Look for it on the page Staff."));
            return NotFound();
        }

        Team = found;
        return null;
    }

    protected override void Begin() => (Name, Manager, Capacity) = (Team.Name, Team.Manager, $"{Team.Capacity}");

    protected override void Fill() => (Name, Manager, Capacity) = (Name ?? Team.Name, Manager ?? Team.Manager, Capacity ?? $"{Team.Capacity}");
}
