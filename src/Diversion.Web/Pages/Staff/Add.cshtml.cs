using Diversion.Casework.Links;
using Diversion.Casework.Staff;
using Diversion.Domain.Staff;
using Diversion.Web.Forms;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Staff;

/// <summary>Somebody new.</summary>
public sealed class AddModel(StaffQuery query, StaffService staff) : StaffPage(query, staff)
{
    [BindProperty]
    public string? Id { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public List<string> Roles { get; set; } = [];

    [BindProperty]
    public string? Team { get; set; }

    [BindProperty]
    public string? Organisation { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Phone { get; set; }

    [BindProperty]
    public TypedDate From { get; set; } = new();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await Load() is { } other)
        {
            return other;
        }

        var id = Read.Text(nameof(Id), Id, "the id", 64);
        var name = Read.Text(nameof(Name), Name, "the name");
        var roles = ReadRoles(nameof(Roles), Roles);
        var email = Read.OptionalEmail(nameof(Email), Email, "the email address");
        var phone = Read.OptionalTelephone(nameof(Phone), Phone, "the telephone number");
        var from = Read.OptionalDate(nameof(From), From, "the first day");
        return await Run(
            () => new StaffCommand.AddPerson(id, name, [.. roles], Given(Team), Given(Organisation), email, phone, from),
            "The person was added. Give them their account, so that they can sign in.",
            Addresses.StaffPerson(id),
            field => field switch
            {
                "id" or "person.id" => nameof(Id), "name" or "person.name" => nameof(Name), "roles" => nameof(Roles), "team" => nameof(Team),
                "organisation" => nameof(Organisation), "email" => nameof(Email), "phone" => nameof(Phone), "from" => nameof(From), _ => null,
            });
    }

    private static string? Given(string? chosen) => string.IsNullOrWhiteSpace(chosen) ? null : chosen;
}
