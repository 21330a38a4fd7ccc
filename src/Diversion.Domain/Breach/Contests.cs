using Diversion.Domain.Agreements;
using Diversion.Domain.Telling;

namespace Diversion.Domain.Breach;

/// <summary>A warning that the person contests is looked at again by somebody who did not give it. Until then it counts.</summary>
internal static class Contests
{
    public static string Id(string news) => $"contest/{news}";

    /// <summary>By when it is decided; null while an earlier objection to the same warning waits.</summary>
    public static Deadline? Decide(DecisionContext context, string news) => context.State.HasObligation(Id(news))
        ? null
        : context.InWorkingDays(RuleIds.WarningContest, context.Scheme.Breach.ContestWorkingDays);

    public static Refusal? Decide(DecisionContext context, BreachCommand.DecideContest command)
    {
        if (!Enum.IsDefined(command.Decision))
        {
            return new Refusal.Invalid(RefusalCode.ValueOutOfRange, "A contested warning is upheld or withdrawn.");
        }

        if (context.State.Warnings.FirstOrDefault(warning => PersonNews.IdOf(NewsKind.Warning, warning.Number) == command.News) is not { } contested)
        {
            return new Refusal.Unknown(RefusalCode.WarningUnknown, "There is no such warning in this agreement. Open the case and choose one there.");
        }

        if (!context.State.HasObligation(Id(command.News)))
        {
            return IsRepeated(contested, command)
                ? null
                : new Refusal.WrongState(RefusalCode.WarningNotContested, $"Nothing that the person says against warning {contested.Number} waits for a decision. Record first what they say.");
        }

        if (contested.GivenById == command.By.Id)
        {
            return new Refusal.NotPermitted(RefusalCode.WarningGivenByDecider, "You gave this warning, so a sergeant or another lead decides on it. You can withdraw it yourself.");
        }

        if (Proposal.Waits(context, "decide on a contested warning") is { } waits)
        {
            return waits;
        }

        context.Raise(new BreachEvent.ContestDecided(command.News, contested.Number, command.Decision, command.By.Id, context.Now));
        if (command.Decision == ContestDecision.Withdrawn)
        {
            FailureLadder.TakeBack(context, contested);
        }
        else
        {
            Told(context, contested.Number);
        }

        return null;
    }

    /// <summary>Told of the second decision on the same warning only if the first was told: otherwise one telling says both.</summary>
    private static void Told(DecisionContext context, int number)
    {
        if (context.State.NewsOrNull(PersonNews.IdOf(NewsKind.WarningUpheld, number)) is not { Told: null })
        {
            PersonObligations.Tell(context, NewsKind.WarningUpheld, number);
        }
    }

    private static bool IsRepeated(Warning contested, BreachCommand.DecideContest command) =>
        command.Decision == ContestDecision.Upheld ? contested.UpheldAt is not null && !contested.Withdrawn : contested.Withdrawn;
}
