using Diversion.Casework.Answers;
using Diversion.Casework.Eligibility;
using Diversion.Casework.Record;
using Diversion.Domain.Agreements;
using Diversion.Domain.Referral;
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
    public async Task<IActionResult> OnPostChargeByAsync() => Partial("_ChargeBy", ChargeByPreview.Of(Form, dryRun, By, Now, await Others()));

    public async Task<IActionResult> OnPostAsync() => await Form.Finder.LookUp(Form, this) is { } found ? await ShowAgain(found) : await Save();

    protected abstract Task<IActionResult> Save();

    /// <summary>The number of the offence that this page corrects; 0 for a new one.</summary>
    protected virtual int Replaces => 0;

    /// <summary>The earliest charge-by date counts, so the other offences of the case take part in it.</summary>
    private async Task<IReadOnlyList<Offence>> Others() =>
        await Service<AgreementQuery>().Of(Reference, AccessRequest, Cancellation) is Reply<AgreementView>.Given { Value.Referral: { } referral }
            ? [.. (referral.FurtherOffences ?? []).Prepend(new NumberedOffence(1, referral.Offence)).Where(one => one.Number != Replaces).Select(one => one.Offence)]
            : [];

    protected string ReadReason() => Read.Text(nameof(Reason), Reason, "why it is corrected", 2_000);

    protected static string? FieldOf(string code) => code switch
    {
        RefusalCode.DateInFuture or RefusalCode.DateTooOld => OffenceForm.DateField,
        RefusalCode.OffenceRepeated => OffenceForm.DescriptionField,
        _ => null,
    };
}
