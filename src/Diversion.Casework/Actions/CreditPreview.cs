using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Casework.Record;
using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Conditions.Reparation;

namespace Diversion.Casework.Actions;

/// <summary>What a session would add if it were recorded like this.</summary>
/// <param name="Minutes">Credited for this session.</param>
/// <param name="InAll">Credited for the condition afterwards.</param>
public sealed record CreditView(int Minutes, int InAll, int TargetMinutes);

/// <summary>
/// The credit of a session before it is recorded: decided without storing anything, so that the rule is written only once.
/// </summary>
public sealed class CreditPreview(Records records)
{
    /// <param name="command">Recording or correcting an attendance; complete, with who, when and why.</param>
    /// <returns>The same refusal that the command would get.</returns>
    public async ValueTask<Reply<CreditView>> Of(AgreementId id, AppointmentCommand command, CancellationToken cancellation = default)
    {
        if (await records.Find(id.Value, cancellation) is not { } state)
        {
            return CaseworkRefusal.Unknown();
        }

        if (AccessPolicy.MayCommand(command.By, state, command) is { } notTheirs)
        {
            return notTheirs;
        }

        var decision = Agreement.Decide(state, command, records.Rulebook.RulesInForceFor(state, command));
        if (decision.Refusal is { } refused)
        {
            return refused;
        }

        if (decision.State.ConditionOrNull(command.ConditionId) is not ReparationCondition after)
        {
            return new Refusal.Invalid(RefusalCode.ConditionUnknown, "Only hours of reparation are credited.");
        }

        var minutes = command switch
        {
            AppointmentCommand.RecordAttendance recorded => after.AppointmentOrNull(recorded.AppointmentId)?.CreditedMinutes,
            AppointmentCommand.CorrectAttendance corrected => after.AppointmentOrNull(corrected.AppointmentId)?.CreditedMinutes,
            _ => null,
        };
        return new CreditView(minutes ?? 0, after.CreditedMinutes, after.TargetMinutes);
    }
}
