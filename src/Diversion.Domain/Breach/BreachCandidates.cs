using Diversion.Domain.Agreements;
using Diversion.Domain.Time;

namespace Diversion.Domain.Breach;

internal static class BreachCandidates
{
    public static IEnumerable<AgreementCommand> Of(AgreementState state, Instant now)
    {
        yield return new BreachCommand.RecordFailure($"{CandidateCommands.NewId}-{state.Failures.Length}");
        yield return new BreachCommand.RecordViolence($"{CandidateCommands.NewId}-{state.Incidents.Length}", WorkingCalendar.DateOf(now));
        foreach (var warning in state.Warnings)
        {
            yield return new BreachCommand.WithdrawWarning(warning.Number);
        }

        foreach (var contested in state.Warnings.Select(warning => Telling.PersonNews.IdOf(Telling.NewsKind.Warning, warning.Number)).Where(id => state.HasObligation(Contests.Id(id))))
        {
            yield return new BreachCommand.DecideContest(contested, ContestDecision.Upheld);
        }

        yield return new BreachCommand.ProposeBreach();
        yield return new BreachCommand.DecideBreach(BreachDecision.Continue);
    }
}
