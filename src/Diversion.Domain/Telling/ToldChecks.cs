using Diversion.Domain.Agreements;

namespace Diversion.Domain.Telling;

/// <summary>How and when somebody was told, whoever they are and whatever of.</summary>
internal static class ToldChecks
{
    /// <summary>People give the minute; the clock also has seconds.</summary>
    private static readonly Duration Minute = Duration.FromMinutes(1);

    /// <param name="since">When there was something to tell.</param>
    /// <param name="what">What happened then: <c>the complaint was made</c>.</param>
    public static Refusal.Invalid? Of(DecisionContext context, ToldHow how, Instant at, Instant since, string what)
    {
        if (!Enum.IsDefined(how))
        {
            return new(RefusalCode.ValueOutOfRange, "Say how they were told: in person, by telephone, letter, email or text.");
        }

        if (at > context.Now)
        {
            return new(RefusalCode.DateInFuture, $"{Words.Moment(at)} is in the future. Record it when they have been told.");
        }

        return IsBefore(at, since)
            ? new(RefusalCode.ToldBeforeNews, $"Nobody can have been told before {Words.Moment(since)}, when {what}. Check the date and the time.")
            : null;
    }

    public static bool IsBefore(Instant at, Instant since) => at + Minute <= since;
}
