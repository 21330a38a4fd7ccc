using Diversion.Casework.Access;
using Diversion.Domain.Agreements;
using Diversion.Domain.Sharing;
using NodaTime;

namespace Diversion.Casework.Record;

/// <summary>What an organisation that works with the person may be told, for supervision.</summary>
/// <param name="Sharing">The number of the sharing agreement.</param>
/// <param name="NeedsConsent">The basis is the person's consent.</param>
/// <param name="Given">What the person said last; left out while they were not asked, and where they need not be.</param>
/// <param name="On">When they said so.</param>
public sealed record SharingView(int Sharing, string Organisation, SharingPurpose Purpose, bool NeedsConsent, bool? Given, LocalDate? On)
{
    internal static IReadOnlyList<SharingView>? Of(AgreementState state, RecordVisibility visible, IReadOnlyList<SharingAgreement>? agreed)
    {
        if (!visible.Notes)
        {
            return null;
        }

        var partners = CasePartners.Of(state);
        SharingView[] now =
        [
            .. from one in agreed ?? []
               where partners.Contains(one.Organisation)
               let said = one.NeedsConsent ? state.Referral.ConsentTo(one.Number) : null
               select new SharingView(one.Number, one.Organisation, one.Purpose, one.NeedsConsent, said?.Given, said?.On),
        ];

        // A yes to somebody who does not work with the person now stands until it is withdrawn.
        SharingView[] standing =
        [
            .. from said in state.Referral.SharingConsents
               where said.Given && !now.Any(one => one.Sharing == said.Sharing)
               select new SharingView(said.Sharing, said.Organisation, said.Purpose, true, true, said.On),
        ];
        return now.Length + standing.Length == 0 ? null : [.. now, .. standing];
    }
}
