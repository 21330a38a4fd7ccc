using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions.Pathway;
using Diversion.Domain.Visits;

namespace Diversion.Domain.Sharing;

/// <summary>The organisations that work with a person now: they, and no others, may be told something.</summary>
public static class CasePartners
{
    public static IReadOnlySet<string> Of(AgreementState state)
    {
        var partners = new HashSet<string>(StringComparer.Ordinal);
        if (!state.IsTerminal)
        {
            partners.UnionWith(state.Conditions
                .Where(condition => condition.IsOpen && condition is not PathwayCondition { Referral: PathwayReferral.NotSent or PathwayReferral.Declined })
                .Select(condition => condition.PartnerProvider).OfType<string>());
            partners.UnionWith(state.Visits.Where(visit => visit.Status == VisitStatus.Booked).Select(visit => visit.Provider));
        }

        if (state.Support.HealthCheck is { Accepted: true, DoneOn: null } check)
        {
            partners.Add(check.Provider);
        }

        partners.UnionWith(state.Support.Mentorings.Where(one => one.Ended is null).Select(one => one.Organisation));
        return partners;
    }
}
