using Diversion.Casework.Links;
using Diversion.Casework.Staff;
using Diversion.Domain.Staff;
using Diversion.Web.Forms;
using Diversion.Web.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Staff;

/// <summary>One person of the directory: each thing that can be changed has a form of its own.</summary>
public sealed class PersonModel(StaffQuery query, StaffService staff) : StaffPage(query, staff)
{
    [FromRoute(Name = "person")]
    public string Id { get; set; } = "";

    public MemberView Person { get; private set; } = null!;

    [BindProperty]
    public string? Account { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Phone { get; set; }

    [BindProperty]
    public List<string> Roles { get; set; } = [];

    [BindProperty]
    public string? Organisation { get; set; }

    [BindProperty]
    public string? Team { get; set; }

    [BindProperty]
    public string? Capacity { get; set; }

    [BindProperty]
    public string? CoveredBy { get; set; }

    [BindProperty]
    public TypedDate Until { get; set; } = new();

    [BindProperty]
    public TypedDate LastDay { get; set; } = new();

    public string Standing => StaffStanding.Of(Person, NameOf);

    public IReadOnlyList<Choice> Others =>
        [.. Directory.People.Where(other => !other.HasLeft && other.Id != Person.Id).OrderBy(other => other.Name, StringComparer.CurrentCulture).Select(other => new Choice(other.Id, other.Name))];

    public Task<IActionResult> OnPostAccountAsync() => Change(() =>
    {
        var account = Read.Text(nameof(Account), Account, "the account");
        return new StaffCommand.LinkAccount(Id, account);
    }, "They can sign in with this account now.", _ => nameof(Account));

    public Task<IActionResult> OnPostNoAccountAsync() => Change(() => new StaffCommand.UnlinkAccount(Id), "They can no longer sign in. A page that they have open ends at the next click.");

    public Task<IActionResult> OnPostDetailsAsync() => Change(() =>
    {
        var name = Read.Text(nameof(Name), Name, "the name");
        var email = Read.OptionalEmail(nameof(Email), Email, "the email address");
        var phone = Read.OptionalTelephone(nameof(Phone), Phone, "the telephone number");
        return new StaffCommand.ChangeDetails(Id, name, email, phone);
    }, "The name and contact details were saved.", field => field switch { "name" => nameof(Name), "email" => nameof(Email), "phone" => nameof(Phone), _ => null });

    public Task<IActionResult> OnPostRolesAsync() => Change(() =>
    {
        var roles = ReadRoles(nameof(Roles), Roles);
        return new StaffCommand.ChangeRoles(Id, [.. roles], string.IsNullOrEmpty(Organisation) ? null : Organisation);
    }, "The roles were saved. They count from the next click.", field => field is "organisation" ? nameof(Organisation) : nameof(Roles));

    public Task<IActionResult> OnPostTeamAsync() =>
        Change(() => new StaffCommand.MovePerson(Id, string.IsNullOrEmpty(Team) ? null : Team), "The team was saved.", _ => nameof(Team));

    public Task<IActionResult> OnPostCapacityAsync() =>
        Change(() => new StaffCommand.SetCapacity(Id, ReadCapacity(nameof(Capacity), Capacity)), "The capacity was saved.", _ => nameof(Capacity));

    public Task<IActionResult> OnPostCoverAsync() => Change(() =>
    {
        var by = Read.Text(nameof(CoveredBy), CoveredBy, "who covers");
        var until = Read.Date(nameof(Until), Until, "the last day of the absence");
        return new StaffCommand.ArrangeCover(Id, by, until);
    }, "The cover was arranged. It ends by itself.", field => field is "until" ? nameof(Until) : nameof(CoveredBy));

    public Task<IActionResult> OnPostEndCoverAsync() => Change(() => new StaffCommand.EndCover(Id), "The cover was ended.");

    public Task<IActionResult> OnPostLeaverAsync() => Change(() =>
    {
        var day = Read.Date(nameof(LastDay), LastDay, "the last day");
        return new StaffCommand.RecordLeaver(Id, day);
    }, "The last day was recorded. They take no new work from now, and cannot sign in afterwards.", _ => nameof(LastDay));

    public Task<IActionResult> OnPostStaysAsync() => Change(() => new StaffCommand.CancelLeaver(Id), "They stay.");

    protected override async Task<IActionResult?> Load()
    {
        if (await base.Load() is { } other)
        {
            return other;
        }

        if (Directory.People.FirstOrDefault(person => person.Id == Id) is not { } found)
        {
            HttpContext.Features.Set(new PageFault(StatusCodes.Status404NotFound, "The directory has nobody with this id. Look for them on the page Staff."));
            return NotFound();
        }

        Person = found;
        return null;
    }

    protected override void Begin() =>
        (Account, Name, Email, Phone, Roles, Organisation, Team, Capacity) = (Person.Account, Person.Name, Person.Email, Person.Phone, [.. Person.Roles.Select(role => $"{role}")], Person.Organisation, Person.Team, $"{Person.Capacity}");

    protected override void Fill()
    {
        Account ??= Person.Account;
        Name ??= Person.Name;
        Email ??= Person.Email;
        Phone ??= Person.Phone;
        Team ??= Person.Team;
        Capacity ??= $"{Person.Capacity}";
        Organisation ??= Person.Organisation;
        if (Roles.Count == 0)
        {
            Roles = [.. Person.Roles.Select(role => $"{role}")];
        }
    }

    private Task<IActionResult> Change(Func<StaffCommand> read, string done, Func<string, string?>? fieldOf = null) => Change(read, done, Addresses.StaffPerson(Id), fieldOf);
}
