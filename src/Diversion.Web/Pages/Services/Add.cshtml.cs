using Diversion.Casework.Access;
using Diversion.Casework.Links;
using Diversion.Casework.Programmes;
using Diversion.Casework.ServiceEntries;
using Diversion.Domain.Services;
using Diversion.Web.Forms;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Services;

/// <summary>Adds a service: a lead for any organisation, a partner for their own.</summary>
public sealed class AddModel(ServiceService services, Rulebook rulebook) : ServicePage(services)
{
    [BindProperty]
    public ServiceForm Form { get; set; } = new();

    public IReadOnlyList<Choice> Organisations => [.. rulebook.Programme.Staff.Providers.Select(name => new Choice(name, name))];

    public async Task<IActionResult> OnGetAsync() => await Load() ?? Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await Load() is { } other)
        {
            return other;
        }

        var entry = Form.Entry(Read, By.Organisation);
        var id = ServiceIds.Of(entry.Organisation, entry.Name);
        return await Run(id, () => new ServiceCommand.AddService(entry), "The service was added to the directory.", Addresses.Service(id.Value), ServiceForm.FieldOf);
    }

    protected override Task<IActionResult?> Load() => Task.FromResult<IActionResult?>(AccessPolicy.MayKeepServices(By) ? null : NotForRole());
}
