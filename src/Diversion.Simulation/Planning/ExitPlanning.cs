using System.Globalization;
using Diversion.Domain.Agreements;
using Diversion.Domain.ExitPlans;
using Diversion.Domain.Time;
using Diversion.Simulation.Behaviours;
using NodaTime;

namespace Diversion.Simulation.Planning;

/// <summary>The key worker writes what goes on after the end, agrees it, has the next worker meet the person, and rings afterwards.</summary>
internal static class ExitPlanning
{
    private static readonly (string What, string With)[] GoOn =
    [
        ("Drop-in on Monday evenings", "Moorside Recovery, Dee"), ("Work at the farm", "Farm at Moorside"), ("Rent and letters", "Civic Homes, housing officer"),
        ("Sunday football", "Riverside club, their brother"), ("Debt plan", "Citizens Advice"),
    ];

    public static void Begin(CaseFile file, Obligation open, Instant now, Setting setting)
    {
        var (what, with) = GoOn[file.Exit.Between(0, GoOn.Length - 1)];
        file.Plan(Pace.Of(file, setting, open.Deadline, now, file.Exit), (state, on) => state.HasObligation(open.Id)
            ? new ExitPlanCommand.PlanContinuation(what, with, state.Term!.LastDay.PlusDays(8)) { By = file.Team.Worker(state), At = on }
            : null);
    }

    public static void Agree(CaseFile file, Obligation open, Instant now, Setting setting)
    {
        var from = open.Deadline.Due - Duration.FromDays(file.Exit.Between(3, 21));
        file.Plan(Pace.Of(file, setting, open.Deadline, Instant.Max(now, from), file.Exit), (state, on) => state.HasObligation(open.Id) && !state.ExitPlan.Continuations.IsEmpty
            ? new ExitPlanCommand.AgreeExitPlan(WorkingCalendar.DateOf(on), $"{file.Team.Worker(state).Name}, key worker") { By = file.Team.Worker(state), At = on }
            : null);
        if (file.Exit.Happens(setting.Behaviour["exitPlan.warmHandover"]))
        {
            file.Plan(setting.Hours.DaysAfter(open.Deadline.Due, file.Exit.Between(1, 10), file.Exit), (state, on) => state is { ExitPlan.Continuations: [{ Met: null } first, ..] } && state.Status.IsRunning()
                ? new ExitPlanCommand.RecordWarmHandover(first.Number, LocalDate.Min(WorkingCalendar.DateOf(on), state.Term!.LastDay), first.With) { By = file.Team.Worker(state), At = on }
                : null);
        }
    }

    public static void Ring(CaseFile file, Obligation open, Setting setting)
    {
        var weeks = int.Parse(open.About().Item!, CultureInfo.InvariantCulture);
        var reached = file.Exit.Happens(setting.Behaviour["exitPlan.reached"]);
        file.Plan(setting.Hours.FirstAfter(open.Deadline.Ladder[0]), (state, on) => state.HasObligation(open.Id)
            ? new ExitPlanCommand.RecordFollowUpCall(weeks, reached ? CallResult.Reached : CallResult.NotReached, WorkingCalendar.DateOf(on)) { By = file.Team.Worker(state), At = on }
            : null);
    }
}
