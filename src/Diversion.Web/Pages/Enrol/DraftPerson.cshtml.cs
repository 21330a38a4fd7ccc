using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Enrol;

/// <summary>The person.</summary>
public sealed class DraftPersonModel : DraftPage
{
    [BindProperty]
    public PersonForm Form { get; set; } = new();

    public Task<IActionResult> OnPostAsync()
    {
        Form.Read(Read, Today);
        return Keep(draft => draft.Person = Form, "The person was saved.");
    }

    protected override void Begin() => Form = Typed.Person ?? new PersonForm();
}
