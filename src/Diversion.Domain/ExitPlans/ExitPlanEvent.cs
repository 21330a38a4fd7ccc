using Diversion.Domain.Agreements;

namespace Diversion.Domain.ExitPlans;

public abstract record ExitPlanEvent : AgreementEvent
{
    private ExitPlanEvent()
    {
    }

    /// <summary>Whoever supervises is asked for the plan.</summary>
    /// <param name="Begin">By when it is begun.</param>
    /// <param name="Agree">By when the person agrees to it.</param>
    public sealed record ExitPlanAsked(Deadline Begin, Deadline Agree) : ExitPlanEvent;

    public sealed record ContinuationPlanned(int Number, string What, string With, LocalDate? FirstOn) : ExitPlanEvent;

    public sealed record ContinuationRemoved(int Number) : ExitPlanEvent;

    /// <param name="Caller">Who rings the person after the end.</param>
    public sealed record ExitPlanAgreed(LocalDate On, string Caller) : ExitPlanEvent;

    /// <param name="Number">Of what goes on.</param>
    public sealed record WarmHandoverRecorded(int Number, LocalDate On, string Who) : ExitPlanEvent;

    /// <summary>The agreement is completed and the plan agreed: the person is rung after the end.</summary>
    public sealed record FollowUpCallsOwed(ImmutableArray<OwedCall> Calls) : ExitPlanEvent;

    /// <param name="Weeks">Which call.</param>
    public sealed record FollowUpCallRecorded(int Weeks, CallResult Result, LocalDate On, string? Said) : ExitPlanEvent;

    /// <summary>The agreement was completed without a plan that the person agreed to: a lead is told.</summary>
    public sealed record ExitPlanMissing(Instant At) : ExitPlanEvent;
}
