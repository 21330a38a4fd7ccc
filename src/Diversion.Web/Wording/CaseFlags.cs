using Diversion.Casework.Record;
using Diversion.Domain.Referral;

namespace Diversion.Web.Wording;

/// <summary>What whoever opens a case has to notice at once, beside its status; the pages say more about each.</summary>
public static class CaseFlags
{
    public static IEnumerable<Label> Of(AgreementView agreement)
    {
        var circumstances = agreement.Circumstances ?? Circumstances.None;
        (bool Is, Label Label)[] all =
        [
            (agreement.StaffRisk is not null, new("Risk to staff", "red")),
            (agreement.Contested is not null, new("Warning contested", "orange")),
            (circumstances.Interpreter == true, new("Interpreter needed", "purple")),
            (circumstances.AppropriateAdult is not null, new("Appropriate adult", "purple")),
            (circumstances.Vulnerability is not null, new("Vulnerable", "purple")),
            (agreement.FailingContacts is not null, new("Messages do not arrive", "yellow")),
            (agreement.TeamAsked is not null, new("Another team is asked", "yellow")),
            (agreement.CourtesySupervision is not null, new("Supervised elsewhere", "grey")),
            (agreement.HandedOver is not null, new("Handed over", "grey")),
            (agreement.Keeping is { Holds.Count: > 0 }, new("Record held", "grey")),
        ];
        return all.Where(flag => flag.Is).Select(flag => flag.Label);
    }
}
