using Diversion.Casework;
using Diversion.Casework.Streams;
using Diversion.Domain.Agreements;
using Diversion.Domain.Referral;
using Diversion.Domain.Sharing;
using Diversion.Domain.Staff;
using Diversion.Domain.Time;
using NodaTime;

namespace Diversion.Simulation.Demo;

/// <summary>
/// What the demo's partners are told: a housing charity by public task and by consent, a recovery service the risk to staff,
/// the mentors' charity by consent alone. Some of the people have agreed, some have said no.
/// </summary>
internal static class DemoSharing
{
    /// <summary>So many for each agreement; the last says no.</summary>
    private const int Asked = 3;

    private static readonly (string Organisation, SharingPurpose Purpose, SharingBasis Basis)[] Agreements =
    [
        ("Wearside Works", SharingPurpose.ReferralReason, SharingBasis.PublicTask),
        ("Wearside Works", SharingPurpose.PreviousWork, SharingBasis.Consent),
        ("Wearside Works", SharingPurpose.Progress, SharingBasis.Consent),
        ("Think Again", SharingPurpose.ReferralReason, SharingBasis.PublicTask),
        ("Think Again", SharingPurpose.StaffRisks, SharingBasis.LawEnforcement),
        ("Second Start", SharingPurpose.Progress, SharingBasis.Consent),
    ];

    /// <param name="people">The demo's cases.</param>
    public static async Task Agree(Installation installation, IEnumerable<AgreementId> people, Instant now, CancellationToken cancellation)
    {
        var today = WorkingCalendar.DateOf(now);
        foreach (var (index, (organisation, purpose, basis)) in Agreements.Index())
        {
            var command = new StaffCommand.AgreeSharing(organisation, purpose, basis, today.PlusDays(-90), today.PlusDays(40 + (30 * index)), $"Sharing agreements, file {index + 1}");
            if (await installation.Staff.Execute(StaffId.Programme, command with { By = DemoStaff.FirstLead, At = now }, null, cancellation) is Outcome<StaffState>.Refused { Refusal: var refusal })
            {
                throw new InvalidOperationException($"The demo's sharing agreement was refused: {refusal.Message}");
            }
        }

        var agreed = installation.Rulebook.Programme.Staff.Sharing!.Where(one => one.NeedsConsent).ToDictionary(one => one, _ => 0);
        foreach (var person in people)
        {
            var partners = await installation.Casework.Find(person, cancellation) is { } state ? CasePartners.Of(state) : new HashSet<string>();
            foreach (var (one, asked) in agreed.Where(one => one.Value < Asked && partners.Contains(one.Key.Organisation)).ToArray())
            {
                agreed[one] = asked + 1;
                await installation.Casework.Execute(person, new ReferralCommand.RecordSharingConsent(one.Number, asked + 1 < Asked) { By = DemoStaff.FirstLead, At = now }, null, cancellation);
            }
        }
    }
}
