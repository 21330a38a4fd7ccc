using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Casework.Links;
using Diversion.Casework.Programmes;
using Diversion.Casework.ServiceEntries;
using Diversion.Domain.Services;
using Diversion.Web.Forms;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Services;

/// <summary>Changes the entry of a service. Whoever sends it for another organisation's is refused, and the leads are told.</summary>
public sealed class ChangeModel(ServiceQuery query, ServiceService services, Rulebook rulebook) : ServicePage(services)
{
    [FromRoute(Name = "service")]
    public string Id { get; set; } = "";

    [BindProperty]
    public ServiceForm Form { get; set; } = new();

    public ServiceView Shown { get; private set; } = null!;

    public IReadOnlyList<Choice> Organisations => [.. rulebook.Programme.Staff.Providers.Select(name => new Choice(name, name))];

    public async Task<IActionResult> OnGetAsync()
    {
        if (await Load() is { } other)
        {
            return other;
        }

        if (!Shown.Yours)
        {
            return Refuse(ServiceDecider.NotYours(Shown.Entry.Organisation));
        }

        Form = ServiceForm.Of(Shown.Entry, rulebook.Schemes.Vocabulary);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await Load() is { } other)
        {
            return other;
        }

        // What was typed for somebody else's entry is not read: the command is refused whatever it says, and that is recorded.
        if (!Shown.Yours)
        {
            return await Run(new ServiceId(Id), () => new ServiceCommand.ChangeService(Shown.Entry), "", Addresses.Service(Id));
        }

        var entry = Form.Entry(Read, By.Organisation is null ? null : Shown.Entry.Organisation);
        return await Run(new ServiceId(Id), () => new ServiceCommand.ChangeService(entry), "The entry was saved.", Addresses.Service(Id), ServiceForm.FieldOf);
    }

    protected override async Task<IActionResult?> Load()
    {
        if (!AccessPolicy.MayKeepServices(By))
        {
            return NotForRole();
        }

        switch (await query.Of(Id, By, Now, Cancellation))
        {
            case Reply<ServiceView>.Given { Value: var service }:
                Shown = service;
                SeenVersion ??= service.Version;
                return null;
            case Reply<ServiceView>.Refused { Refusal: var refusal }:
                return Refuse(refusal);
            default:
                throw new InvalidOperationException("A reply is given or refused.");
        }
    }
}
