using System.Globalization;
using Diversion.Casework.Eligibility;
using Diversion.Domain.Referral;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Enrol;

/// <summary>Corrects a further offence before an offer is made.</summary>
public sealed class CorrectOffenceModel(ReferralChoicesQuery choices, EligibilityDryRun dryRun) : OffencePage(dryRun)
{
    [FromRoute(Name = "item")]
    public string Item { get; set; } = "";

    /// <summary>0 when the address has no number.</summary>
    public int Number => int.TryParse(Item, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    protected override int Replaces => Number;

    protected override async Task<IActionResult> Save()
    {
        var offence = Form.Read(Read, Today);
        var reason = ReadReason();
        return await Run(() => new ReferralCommand.CorrectOffence(Number, offence) { Reason = reason }, "The offence was corrected.", Tasks, FieldOf);
    }

    protected override ValueTask<IActionResult?> Prepare() =>
        Opens<ReferralCommand.CorrectOffence>(Item);

    protected override void Begin() => Form = OffenceForm.Of(
        Agreement.Referral!.FurtherOffences!.First(one => one.Number == Number).Offence, choices.Of(Now).OffenceDistricts);
}
