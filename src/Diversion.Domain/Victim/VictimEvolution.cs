using Diversion.Domain.Agreements;
using Diversion.Domain.Schemes;
using Diversion.Domain.Time;

namespace Diversion.Domain.Victim;

internal static class VictimEvolution
{
    public static string Support(int victim) => $"{Tracks.VictimOf(victim)}/support";

    public static string Told(int victim, VictimNews news) => $"{Tracks.VictimOf(victim)}/{(news == VictimNews.Decision ? "told-decision" : "told-ending")}";

    public static AgreementState Evolve(AgreementState state, VictimEvent happened) => happened switch
    {
        VictimEvent.VictimRecorded { Victim: { } number, Details: { } details } e => Change(state, number, victim => victim with { Details = details }, details)
            .WithObligation(Support(number), Tracks.VictimOf(number), e.SupportReferral, Addressee.PoliceOfficer, afterEnd: true),
        VictimEvent.VictimRecorded => state with { Victims = state.Victims with { Any = false } },
        VictimEvent.VictimRemoved e => state with
        {
            Victims = state.Victims.Without(e.Victim),
            Obligations = state.Obligations.RemoveAll(open => open.Track == Tracks.VictimOf(e.Victim)),
        },
        VictimEvent.VictimViewsRecorded e => Change(state, e.Victim, victim => victim with
        {
            ViewsSought = true,
            Views = e.Views,
            WantsRestorativeJustice = e.WantsRestorativeJustice,
            Statement = e.Statement,
            WantsCompensation = e.WantsCompensation,
        }),
        VictimEvent.VictimReferredToSupport e => Change(state, e.Victim, victim => Kept(state, victim, Support(e.Victim), e.On) with
        {
            ReferredToSupport = true,
            SupportReferral = new VictimContact(e.On, e.How, e.ByWhom, e.Said),
        }).Settled(Support(e.Victim)),
        VictimEvent.VictimToBeTold e => state.Settled(Told(e.Victim, e.News))
            .WithObligation(Told(e.Victim, e.News), Tracks.VictimOf(e.Victim), e.By, Addressee.PoliceOfficer, afterEnd: true),
        VictimEvent.VictimTold e => Change(state, e.Victim, victim => Told(Kept(state, victim, Told(e.Victim, e.News), e.On), e)).Settled(Told(e.Victim, e.News)),
        VictimEvent.VictimOptedOut e => Change(state, e.Victim, static victim => victim with { OptedOut = true })
            .Settled(Told(e.Victim, VictimNews.Decision)).Settled(Told(e.Victim, VictimNews.Ending)).Settled(Support(e.Victim)),
        VictimEvent.VictimRequestMade e => Change(state, e.Victim, victim => victim with { Requests = victim.Requests.Add(new VictimRequest(e.Request, e.Kind, e.On, e.About, e.Decider)) })
            .WithObligation(Acknowledge(e.Victim, e.Request), Tracks.VictimOf(e.Victim), e.Acknowledge, Addressee.TeamManager, afterEnd: true)
            .WithObligation(Answer(e.Victim, e.Request), Tracks.VictimOf(e.Victim), e.Answer, Addressee.TeamManager, afterEnd: true),
        VictimEvent.VictimRequestAcknowledged e => Request(state, e.Victim, e.Request, request => request with { Acknowledged = new VictimContact(e.On, e.How, e.ByWhom, null) })
            .Settled(Acknowledge(e.Victim, e.Request)),
        VictimEvent.VictimRequestAnswered e => Request(state, e.Victim, e.Request, request => request with
        {
            Answered = new VictimContact(e.On, e.How, e.ByWhom, e.Said),
            Outcome = e.Outcome,
            Reviewer = e.Reviewer,
        }).Settled(Acknowledge(e.Victim, e.Request)).Settled(Answer(e.Victim, e.Request)),
        VictimEvent.VictimSatisfactionRecorded e => Change(state, e.Victim, victim => victim with { Satisfaction = e.Satisfaction }),
        VictimEvent.VictimOptedIn e => Change(state, e.Victim, static victim => victim with { OptedOut = false })
            .WithObligation(Support(e.Victim), Tracks.VictimOf(e.Victim), e.SupportReferral, Addressee.PoliceOfficer, afterEnd: true),
        _ => throw new InvalidOperationException($"No evolution for {happened.GetType().Name}."),
    };

    private static string Acknowledge(int victim, int request) => $"{Tracks.VictimOf(victim)}/acknowledge/{CommandSubject.Numbered(request)}";

    private static string Answer(int victim, int request) => $"{Tracks.VictimOf(victim)}/answer/{CommandSubject.Numbered(request)}";

    private static AgreementState Request(AgreementState state, int number, int request, Func<VictimRequest, VictimRequest> change) => Change(
        state, number, victim => victim with { Requests = [.. victim.Requests.Select(one => one.Number == request ? change(one) : one)] });

    /// <param name="recorded">Who it is, when it may be a victim that the case does not have yet.</param>
    private static AgreementState Change(AgreementState state, int number, Func<VictimState, VictimState> change, VictimDetails? recorded = null) => state with
    {
        Victims = state.Victims.With(change(
            state.Victims.Find(number)
            ?? (recorded is null ? throw new InvalidOperationException($"Agreement {state.Id} has no victim {number}.") : new VictimState(number, recorded)))),
    };

    /// <param name="on">The day on which it was done; null in events from before it was stored, which say nothing about it.</param>
    private static VictimState Kept(AgreementState state, VictimState victim, string obligation, LocalDate? on)
    {
        if (on is not { } day || state.Obligations.FirstOrDefault(open => open.Id == obligation) is not { } promise)
        {
            return victim;
        }

        return day <= WorkingCalendar.DateOf(promise.Deadline.Due)
            ? victim with { KeptInTime = victim.KeptInTime + 1 }
            : victim with { KeptLate = victim.KeptLate + 1 };
    }

    private static VictimState Told(VictimState victim, VictimEvent.VictimTold told)
    {
        var contact = new VictimContact(told.On, told.How, told.ByWhom, told.Said);
        return told.News == VictimNews.Decision ? victim with { ToldDecision = contact } : victim with { ToldEnding = contact };
    }
}
