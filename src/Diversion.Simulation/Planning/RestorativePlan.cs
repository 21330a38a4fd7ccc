using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions.RestorativeJustice;
using Diversion.Domain.Time;
using Diversion.Simulation.Behaviours;
using NodaTime;

namespace Diversion.Simulation.Planning;

/// <summary>The facilitator's work with the victim and the person.</summary>
internal static class RestorativePlan
{
    public static void Contact(CaseFile file, Obligation open, Instant now, Setting setting) =>
        file.Plan(Pace.Of(file, setting, open, now), (state, on) => Open(state, open.Track) is { ContactedOn: null }
            ? new RestorativeJusticeCommand.RecordVictimContact(open.Track, WorkingCalendar.DateOf(on)) { By = file.Team.Facilitator, At = on }
            : null);

    public static void Answer(CaseFile file, Obligation open, Instant now, Setting setting)
    {
        var accepts = file.Chance.Happens(setting.Behaviour["victim.accepts"]);
        var process = (RestorativeProcess)file.Chance.Weighted(0.3, 0.3, 0.4);
        file.Plan(Pace.Of(file, setting, open, now), (state, on) => Open(state, open.Track) is { VictimTakesPart: null }
            ? new RestorativeJusticeCommand.RecordVictimAnswer(open.Track, accepts, accepts ? process : null) { By = file.Team.Facilitator, At = on }
            : null);
    }

    public static void Plan(CaseFile file, RestorativeJusticeCondition condition, Instant now, Setting setting)
    {
        if (condition is { VictimTakesPart: true, PreparedOn: null } && file.IsNew($"{condition.Id}/prepare"))
        {
            if (file.Chance.Happens(setting.Behaviour["victim.withdraws"]))
            {
                file.Plan(setting.Hours.DaysAfter(now, file.Chance.Between(2, 15), file.Chance), (state, on) => Open(state, condition.Id) is { VictimTakesPart: true }
                    ? new RestorativeJusticeCommand.RecordVictimWithdrawal(condition.Id) { By = file.Team.Facilitator, At = on }
                    : null);
            }

            file.Plan(setting.Hours.DaysAfter(now, file.Chance.Between(3, 10), file.Chance), (state, on) => Open(state, condition.Id) is { VictimTakesPart: true }
                ? new RestorativeJusticeCommand.RecordPreparation(condition.Id, WorkingCalendar.DateOf(on)) { By = file.Team.Facilitator, At = on }
                : null);
        }

        if (condition is { PreparedOn: not null, HeldOn: null } && file.IsNew($"{condition.Id}/hold"))
        {
            file.Plan(setting.Hours.DaysAfter(now, file.Chance.Between(3, 15), file.Chance), (state, on) => Open(state, condition.Id) is { VictimTakesPart: true } ready
                ? new RestorativeJusticeCommand.RecordRestorativeOutcome(condition.Id, ready.Process ?? RestorativeProcess.Letter, WorkingCalendar.DateOf(on))
                {
                    By = file.Team.Facilitator,
                    At = on,
                }
                : null);
        }
    }

    // In a child-protection case everything stops; a lead settles the condition.
    private static RestorativeJusticeCondition? Open(AgreementState state, string id) =>
        state.Status.IsRunning() && !state.ChildProtection && state.ConditionOrNull(id) is RestorativeJusticeCondition { IsOpen: true } open ? open : null;
}
