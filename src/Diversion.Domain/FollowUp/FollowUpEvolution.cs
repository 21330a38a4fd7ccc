using Diversion.Domain.Agreements;
using Diversion.Domain.Referral;
using Diversion.Domain.Schemes;
using Diversion.Domain.Term;
using Diversion.Domain.Time;

namespace Diversion.Domain.FollowUp;

internal static class FollowUpEvolution
{
    private const string Prefix = "follow-up/";

    public static string ObligationId(int months) => Prefix + CommandSubject.Numbered(months);

    public static AgreementState Evolve(AgreementState state, FollowUpEvent happened)
    {
        var known = state.FollowUp;
        return Owed(state with
        {
            FollowUp = happened switch
            {
                FollowUpEvent.FollowUpScheduled e => known with { Periods = e.Periods },
                FollowUpEvent.ReoffenceRecorded e => known with { Reoffences = known.Reoffences.Add(e.Reoffence), LastReoffence = e.Reoffence.Number },
                FollowUpEvent.ReoffenceCorrected e => known with { Reoffences = [.. known.Reoffences.Select(one => one.Number == e.Reoffence.Number ? e.Reoffence : one)] },
                FollowUpEvent.ReoffenceRemoved e => known with { Reoffences = known.Reoffences.RemoveAll(one => one.Number == e.Number) },
                FollowUpEvent.RecordsSearched e => known with { SearchedUntil = e.Until },
                FollowUpEvent.DepartureRecorded e => known with { Left = new Departure(e.On, e.Cause) },
                FollowUpEvent.DepartureRemoved => known with { Left = null },
                FollowUpEvent.CustodyTimeRecorded e => known with
                {
                    InCustody = [.. known.InCustody.Where(one => one.From != e.From).Append(new CustodyTime(e.From, e.Until)).OrderBy(one => one.From)],
                },
                FollowUpEvent.CustodyTimeRemoved e => known with { InCustody = known.InCustody.RemoveAll(one => one.From == e.From) },
                _ => throw new InvalidOperationException($"No evolution for {happened.GetType().Name}."),
            },
        });
    }

    /// <summary>What other events say of follow-up.</summary>
    public static AgreementState Heard(AgreementState state, AgreementEvent happened) => happened switch
    {
        ReferralEvent.ArmAllocated e => state with { FollowUp = state.FollowUp with { AllocatedOn = WorkingCalendar.DateOf(e.At) } },
        TermEvent.AgreementDiscontinued { Cause: DiscontinuationCause.Died } e => state with
        {
            FollowUp = state.FollowUp with { Left = state.FollowUp.Left ?? new Departure(WorkingCalendar.DateOf(e.At), DepartureCause.Died) },
        },
        _ => state,
    };

    /// <summary>
    /// A result is owed until it is final. A correction may make it owed again; then its ladder fires at once as far as it
    /// has passed, since the result is late.
    /// </summary>
    private static AgreementState Owed(AgreementState state)
    {
        foreach (var period in state.FollowUp.Periods)
        {
            var id = ObligationId(period.Months);
            state = state.FollowUp.IsSettled(period) ? state.Settled(id)
                : state.HasObligation(id) ? state
                : state.WithObligation(id, Tracks.Agreement, period.Record, Addressee.Analyst, afterEnd: true);
        }

        return state;
    }
}
