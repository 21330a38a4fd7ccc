using Diversion.Casework.Answers;
using Diversion.Casework.Eligibility;
using Diversion.Casework.Record;
using Diversion.Domain.Agreements;
using Diversion.Domain.Referral;
using Diversion.Web.Forms;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using NodaTime;

namespace Diversion.Web.Pages.Enrol;

/// <summary>The charge-by date of an offence that is still being typed.</summary>
internal static class ChargeByPreview
{
    /// <param name="others">The other offences of the case.</param>
    /// <returns>Null while the day or the class is missing.</returns>
    public static ChargeByView? Of(OffenceForm typed, EligibilityDryRun dryRun, Actor by, Instant now, IReadOnlyList<Offence>? others = null)
    {
        var faults = new ModelStateDictionary();
        var read = new FormReading(faults);
        var committedOn = read.Date("day", typed.CommittedOn, "the day");
        var tried = read.Choice<OffenceClass>("class", typed.Class, "the class");
        if (!faults.IsValid)
        {
            return null;
        }

        // Other errors do not change the date.
        var statement = read.OptionalDate("statement", typed.FirstStatementOn, "the statement");
        var offence = new Offence("", "", committedOn, tried, typed.DomesticAssault == "yes", statement);
        return dryRun.Of(by, new EligibilityQuestion(Offence: offence, FurtherOffences: [.. others ?? []]), now) is Reply<EligibilityResult>.Given { Value.ChargeBy: { } chargeBy } ? chargeBy : null;
    }
}
