using Diversion.Casework.Access;
using Diversion.Casework.Staff;
using Diversion.Casework.Streams;
using Diversion.Domain.Agreements;
using Diversion.Domain.Staff;
using Diversion.Web.Forms;
using Diversion.Web.Portal;
using Diversion.Web.Wording;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Diversion.Web.Pages.Staff;

/// <summary>A page on the staff directory, for programme leads.</summary>
public abstract class StaffPage(StaffQuery query, StaffService staff) : PortalPage
{
    public StaffView Directory { get; private set; } = null!;

    /// <summary>The roles that people have; the clock and the feeds are not people.</summary>
    public static IReadOnlyList<Choice> RoleChoices { get; } =
        [.. Enum.GetValues<Role>().Where(AccessPolicy.IsForPeople).Select(role => new Choice($"{role}", Labels.Of(role)))];

    public IReadOnlyList<Choice> TeamChoices => [.. Directory.Teams.Where(team => !team.IsClosed).Select(team => new Choice(team.Id, team.Name))];

    public IReadOnlyList<Choice> OrganisationChoices => [.. Directory.Organisations.Where(one => !one.IsClosed).Select(one => new Choice(one.Name, one.Name))];

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

    /// <returns>Null to continue, or what to answer instead of the page.</returns>
    protected virtual async Task<IActionResult?> Load()
    {
        var shown = Show(await query.Directory(By, Cancellation), directory => Directory = directory);
        if (Directory is null)
        {
            return shown;
        }

        SeenVersion ??= Directory.Version;
        FormKey ??= Guid.NewGuid().ToString("N");
        return null;
    }

    /// <param name="done">What was done, as a sentence without a name: it is kept in a cookie.</param>
    /// <param name="to">The page that follows.</param>
    /// <param name="fieldOf">Which field a refusal is about, by the field that it names.</param>
    protected async Task<IActionResult> Run(Func<StaffCommand> command, string done, string to, Func<string, string?>? fieldOf = null)
    {
        if (!ModelState.IsValid)
        {
            return Again(StatusCodes.Status422UnprocessableEntity);
        }

        switch (await staff.Execute(StaffId.Programme, command() with { By = By, At = Now }, new ExecuteOptions(SeenVersion, FormKey), Cancellation))
        {
            case Outcome<StaffState>.Accepted:
                Say(done);
                return LocalRedirect(to);
            case Outcome<StaffState>.Unchanged:
                Say("Nothing was changed: the directory says this already.");
                return LocalRedirect(to);
            case Outcome<StaffState>.Stale stale:
                SeenVersion = stale.State.Version;
                ModelState.Remove(nameof(SeenVersion));
                ModelState.AddModelError("", "Somebody else changed the directory in the meantime. Look at it again before you send this.");
                return Again(StatusCodes.Status412PreconditionFailed);
            case Outcome<StaffState>.Refused { Refusal: Refusal.NotPermitted }:
                return NotForRole();
            case Outcome<StaffState>.Refused { Refusal: var refusal }:
                ModelState.AddModelError((refusal as Refusal.Invalid)?.Field is { } named ? fieldOf?.Invoke(named) ?? "" : "", RefusalWording.Of(refusal));
                return Again(StatusCodes.Status422UnprocessableEntity);
            case var other:
                throw new InvalidOperationException($"No page for {other.GetType().Name}.");
        }
    }

    private PageResult Again(int status)
    {
        Response.StatusCode = status;
        return Page();
    }

    protected Role[] ReadRoles(string field, IReadOnlyList<string> chosen)
    {
        if (chosen.Count == 0)
        {
            Read.Fault(field, FaultWording.Choose("at least one role"));
        }

        return [.. chosen.Select(one => Read.Choice<Role>(field, one, "a role"))];
    }
}
