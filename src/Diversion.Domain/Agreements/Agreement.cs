using Diversion.Domain.Appointments;
using Diversion.Domain.Breach;
using Diversion.Domain.Complaints;
using Diversion.Domain.Conditions;
using Diversion.Domain.DataRights;
using Diversion.Domain.Documents;
using Diversion.Domain.ExitPlans;
using Diversion.Domain.FollowUp;
using Diversion.Domain.Keeping;
using Diversion.Domain.Offer;
using Diversion.Domain.OwnPage;
using Diversion.Domain.Referral;
using Diversion.Domain.Streams;
using Diversion.Domain.Support;
using Diversion.Domain.Telling;
using Diversion.Domain.Term;
using Diversion.Domain.Transfers;
using Diversion.Domain.Victim;
using Diversion.Domain.Visits;

namespace Diversion.Domain.Agreements;

/// <summary>The decider: takes commands, returns events or a refusal. It has no clock and no I/O.</summary>
public static class Agreement
{
    /// <param name="state">Null before the referral.</param>
    /// <param name="inForce">The scheme in the agreement's version, and the working calendar.</param>
    public static Decision<AgreementState, AgreementEvent> Decide(AgreementState? state, AgreementCommand command, RulesInForce inForce)
    {
        command = command.Kept(inForce.Staff);
        if (Admission.Check(state, command, inForce) is { } refused)
        {
            return new([], refused, state!);
        }

        var context = new DecisionContext(state!, command, inForce);
        var refusal = Handle(context, command);
        if (refusal is null)
        {
            Consequences.Follow(context);
        }

        return new(context.Events, refusal, context.State);
    }

    public static AgreementState Evolve(AgreementState? state, AgreementEvent happened)
    {
        var next = happened switch
        {
            ReferralEvent e => ReferralEvolution.Evolve(state, e),
            OfferEvent e => OfferEvolution.Evolve(state!, e),
            TermEvent e => TermEvolution.Evolve(state!, e),
            AppointmentEvent e => AppointmentEvolution.Evolve(state!, e),
            ConditionEvent e => ConditionEvolution.Evolve(state!, e),
            ConditionKindEvent e => ConditionKinds.RulesOf(e.Kind).Evolve(state!, e),
            BreachEvent e => BreachEvolution.Evolve(state!, e),
            TellingEvent e => TellingEvolution.Evolve(state!, e),
            VictimEvent e => VictimEvolution.Evolve(state!, e),
            ComplaintEvent e => ComplaintEvolution.Evolve(state!, e),
            DataRequestEvent e => DataRequestEvolution.Evolve(state!, e),
            SupportEvent e => SupportEvolution.Evolve(state!, e),
            ExitPlanEvent e => ExitPlanEvolution.Evolve(state!, e),
            OwnPageEvent e => OwnPageEvolution.Evolve(state!, e),
            VisitEvent e => VisitEvolution.Evolve(state!, e),
            DocumentEvent e => DocumentEvolution.Evolve(state!, e),
            TransferEvent e => TransferEvolution.Evolve(state!, e),
            FollowUpEvent e => FollowUpEvolution.Evolve(state!, e),
            KeepingEvent e => KeepingEvolution.Evolve(state!, e),
            _ => throw new InvalidOperationException($"No evolution for {happened.GetType().Name}."),
        };
        return FollowUpEvolution.Heard(next, happened) with { Version = (state?.Version ?? 0) + 1 };
    }

    /// <summary>Every future due moment, earliest first, each with the rule it comes from.</summary>
    public static IReadOnlyList<DueMoment> Due(AgreementState state)
    {
        var due = DueMoments.Of(state);
        due.Sort(static (a, b) => a.At.CompareTo(b.At) is var order and not 0 ? order : string.CompareOrdinal(a.Subject, b.Subject));
        return due;
    }

    /// <summary>The earliest instant at which something falls due; null when nothing does.</summary>
    public static Instant? NextDue(AgreementState state) => DueMoments.Earliest(state)?.At;

    /// <summary>
    /// What somebody in this role may do now, in the order of an agreement's life. The access policy also checks whose case
    /// it is. Asking changes nothing.
    /// </summary>
    /// <param name="rulesOf">The rules and facts for deciding a command.</param>
    public static IReadOnlyList<PossibleAction> Possible(AgreementState state, Actor by, Instant now, Func<AgreementCommand, RulesInForce> rulesOf) =>
        PossibleActions.Of(state, by, now, rulesOf);

    /// <summary>Every track that is not over, the agreement's own first.</summary>
    public static IReadOnlyList<Track> OpenTracks(AgreementState state) => TimeTracks.Open(state);

    /// <summary>The earliest instant at which something falls due on one track; null when nothing does.</summary>
    /// <param name="track">A track's id.</param>
    public static Instant? NextDue(AgreementState state, string track)
    {
        foreach (var open in TimeTracks.Open(state))
        {
            if (open.Id == track)
            {
                return open.NextDue;
            }
        }

        return null;
    }

    /// <summary>The id of the track that a moment belongs to: a condition's own, that of the set-up, or the agreement's.</summary>
    public static string TrackOf(AgreementState state, DueMoment moment) => TimeTracks.KeeperOf(state, moment.Track, moment.Rule);

    private static Refusal? Handle(DecisionContext context, AgreementCommand command) => command switch
    {
        TimePassed => PassingTime.Pass(context),
        _ when LateNews.In(context.State, command) is { } news => LateNews.Keep(context, news),
        ReferralCommand c => ReferralDecider.Decide(context, c),
        OfferCommand c => OfferDecider.Decide(context, c),
        TermCommand c => TermDecider.Decide(context, c),
        AppointmentCommand c => AppointmentDecider.Decide(context, c),
        ConditionCommand c => ConditionKinds.RulesOf(c.Kind).Decide(context, c),
        BreachCommand c => BreachDecider.Decide(context, c),
        TellingCommand c => TellingDecider.Decide(context, c),
        VictimCommand c => VictimDecider.Decide(context, c),
        ComplaintCommand c => ComplaintDecider.Decide(context, c),
        DataRequestCommand c => DataRequestDecider.Decide(context, c),
        SupportCommand c => SupportDecider.Decide(context, c),
        ExitPlanCommand c => ExitPlanDecider.Decide(context, c),
        OwnPageCommand c => OwnPageDecider.Decide(context, c),
        VisitCommand c => VisitDecider.Decide(context, c),
        DocumentCommand c => DocumentDecider.Decide(context, c),
        TransferCommand c => TransferDecider.Decide(context, c),
        FollowUpCommand c => FollowUpDecider.Decide(context, c),
        KeepingCommand c => KeepingDecider.Decide(context, c),
        _ => throw new InvalidOperationException($"No decider for {command.GetType().Name}."),
    };
}
