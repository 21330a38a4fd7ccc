using Diversion.Casework.Eligibility;
using Diversion.Casework.Record;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Enrol;

/// <summary>The offence; the charge-by date is computed as soon as its day and class are typed.</summary>
public sealed class DraftOffenceModel(EligibilityDryRun dryRun) : DraftPage
{
    [BindProperty]
    public OffenceForm Form { get; set; } = new();

    [BindProperty]
    public string? CustodyReference { get; set; }

    public ChargeByView? ChargeBy => ChargeByPreview.Of(Form, dryRun, By, Now);

    public async Task<IActionResult> OnPostAsync()
    {
        if (await Form.Finder.LookUp(Form, this) is { } found)
        {
            Response.StatusCode = found;
            return await Load() ?? Page();
        }

        Form.Read(Read, Today);
        var custody = Read.OptionalReference(nameof(CustodyReference), CustodyReference, "the custody reference", 100);
        return await Keep(
            draft =>
            {
                draft.Offence = Form;
                draft.CustodyReference = custody;
            },
            "The offence was saved.");
    }

    /// <summary>The charge-by date for what is typed so far, for a preview on the page.</summary>
    public IActionResult OnPostChargeBy() => Partial("_ChargeBy", ChargeBy);

    protected override void Begin()
    {
        Form = Typed.Offence ?? new OffenceForm();
        CustodyReference = Typed.CustodyReference;
    }
}
