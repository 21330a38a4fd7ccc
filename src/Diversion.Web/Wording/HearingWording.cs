using Diversion.Casework.Papers;
using Diversion.Domain;

namespace Diversion.Web.Wording;

/// <summary>Whether the time to answer a proposed breach is over, where no answer was recorded.</summary>
public static class HearingWording
{
    public static string TimeToAnswer(CaseFileHearing hearing) => hearing switch
    {
        { Until: null } => "Nobody waited for one.",
        { EarlyReason: not null } => "It was decided before the time to answer was over.",
        { DecidedAt: { } decided, Until: { } until } when decided < until => "It was decided before the time to answer was over.",
        { Waits: true, Told: null } => "The time to answer has not begun, because nobody has recorded that the person was told.",
        { Waits: true, Until: { } until } => $"The time to answer is not over yet: it runs until {Words.Moment(until)}.",
        { Until: { } until } => $"The time to answer was over at {Words.Moment(until)}.",
    };
}
