using Diversion.Casework.Eligibility;
using Diversion.Domain.Agreements;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Enrol;

/// <summary>A page on which one offence is typed; the charge-by date follows while it is typed.</summary>
public abstract class OffencePage(EligibilityDryRun dryRun) : EnrolmentPage
{
    [BindProperty]
    public OffenceForm Form { get; set; } = new();

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>The charge-by date for what is typed so far, for a preview on the page.</summary>
    public IActionResult OnPostChargeBy() => Partial("_ChargeBy", ChargeByPreview.Of(Form, dryRun, By, Now));

    protected string ReadReason() => Read.Text(nameof(Reason), Reason, "why it is corrected", 2_000);

    protected static string? FieldOf(string code) => code switch
    {
        RefusalCode.DateInFuture or RefusalCode.DateTooOld => OffenceForm.DateField,
        RefusalCode.OffenceRepeated => OffenceForm.DescriptionField,
        _ => null,
    };
}
