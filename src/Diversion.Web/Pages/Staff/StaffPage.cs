using Diversion.Casework.Access;
using Diversion.Casework.Staff;
using Diversion.Domain.Agreements;
using Diversion.Domain.Staff;
using Diversion.Web.Forms;
using Diversion.Web.Portal;
using Diversion.Web.Wording;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Staff;

/// <summary>A page on the staff directory, for programme leads.</summary>
public abstract class StaffPage(StaffQuery query, StaffService staff) : StreamPage
{
    public StaffView Directory { get; private set; } = null!;

    /// <summary>The roles that people have; the clock and the feeds are not people.</summary>
    public static IReadOnlyList<Choice> RoleChoices { get; } =
        [.. Enum.GetValues<Role>().Where(AccessPolicy.IsForPeople).Select(role => new Choice($"{role}", Labels.Of(role)))];

    public IReadOnlyList<Choice> TeamChoices => [.. Directory.Teams.Where(team => !team.IsClosed).Select(team => new Choice(team.Id, team.Name))];

    public IReadOnlyList<Choice> OrganisationChoices => [.. Directory.Organisations.Where(one => !one.IsClosed).Select(one => new Choice(one.Name, one.Name))];

    public IReadOnlyList<Choice> ManagerChoices => [.. Directory.People.Where(person => !person.HasLeft).Select(person => new Choice(person.Id, person.Name))];

    public virtual async Task<IActionResult> OnGetAsync()
    {
        if (await Load() is { } other)
        {
            return other;
        }

        Begin();
        return Page();
    }

    public string TeamName(string? id) => Directory.Teams.FirstOrDefault(team => team.Id == id)?.Name ?? id ?? "";

    public string NameOf(string id) => Directory.People.FirstOrDefault(person => person.Id == id)?.Name ?? id;

    /// <summary>Fills the fields of a form when it is first shown.</summary>
    protected virtual void Begin()
    {
    }

    /// <summary>After a refusal: the other forms of the page show what is recorded.</summary>
    protected virtual void Fill()
    {
    }

    protected override string What => "the directory";

    protected override async Task<IActionResult?> Load()
    {
        if (Take(await query.Directory(By, Cancellation), directory => Directory = directory) is { } refused)
        {
            return refused;
        }

        SeenVersion ??= Directory.Version;
        FormKey ??= Guid.NewGuid().ToString("N");
        return null;
    }

    protected Task<IActionResult> Run(Func<StaffCommand> command, string done, string to, Func<string, string?>? fieldOf = null) =>
        Run(options => staff.Execute(StaffId.Programme, command() with { By = By, At = Now }, options, Cancellation), done, to, fieldOf);

    /// <summary>Answers a form: reads it once the directory is known, and gives the command.</summary>
    protected async Task<IActionResult> Change(Func<StaffCommand> read, string done, string to, Func<string, string?>? fieldOf = null)
    {
        if (await Load() is { } other)
        {
            return other;
        }

        var command = read();
        var answer = await Run(() => command, done, to, fieldOf);
        Fill();
        return answer;
    }

    /// <returns>Null when the field is empty: it is not known.</returns>
    protected int? ReadCapacity(string field, string? typed) => string.IsNullOrWhiteSpace(typed) ? null : Read.Number(field, typed, "the capacity", 1, 100_000);

    protected Role[] ReadRoles(string field, IReadOnlyList<string> chosen)
    {
        if (chosen.Count == 0)
        {
            Read.Fault(field, FaultWording.Choose("at least one role"));
        }

        return [.. chosen.Select(one => Read.Choice<Role>(field, one, "a role"))];
    }
}
