using Diversion.Casework.Access;
using Diversion.Domain.Agreements;
using Diversion.Domain.ExitPlans;
using NodaTime;

namespace Diversion.Casework.Record;

/// <summary>What goes on after the last day, for supervision.</summary>
/// <param name="AgreedOn">Left out until the person agreed to it, as is <paramref name="Caller"/>.</param>
/// <param name="Caller">Who rings the person after the end.</param>
/// <param name="Calls">Empty until the agreement is completed.</param>
public sealed record ExitPlanView(LocalDate? AgreedOn, string? Caller, IReadOnlyList<Continuation> Continuations, IReadOnlyList<FollowUpCall> Calls)
{
    internal static ExitPlanView? Of(AgreementState state, RecordVisibility visible) =>
        AccessPolicy.SeesExitPlan(visible) && (state.ExitPlan.Asked || state.ExitPlan.Planned > 0)
            ? new(state.ExitPlan.AgreedOn, state.ExitPlan.Caller, state.ExitPlan.Continuations, state.ExitPlan.Calls)
            : null;
}
