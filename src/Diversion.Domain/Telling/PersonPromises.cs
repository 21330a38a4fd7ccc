using Diversion.Domain.Agreements;
using Diversion.Domain.Schemes;
using Diversion.Domain.Time;

namespace Diversion.Domain.Telling;

/// <summary>Whatever is decided about the person, somebody tells them; an email alone is not enough.</summary>
internal static class PersonPromises
{
    /// <summary>A letter counts as received on the second working day after it was posted (Civil Procedure Rules 6.26).</summary>
    private const int PostWorkingDays = 2;

    public static void Tell(Unfolding unfolding, NewsKind kind, int number = 0)
    {
        var by = unfolding.InWorkingDays(RuleIds.TellPerson, unfolding.Scheme.TellWorkingDays, DayOf(unfolding, kind));
        var owner = unfolding.State.KeyWorker is null ? Addressee.PoliceOfficer : Addressee.KeyWorker;
        unfolding.Raise(new TellingEvent.PersonToBeTold(PersonNews.IdOf(kind, number), kind, number, unfolding.Now, owner, by));
    }

    public static Instant CountsFrom(Unfolding unfolding, ToldHow how, Instant at) =>
        how == ToldHow.Letter ? unfolding.Calendar.WorkingDaysAfter(at, PostWorkingDays) : at;

    /// <summary>The last day of a term ends at midnight: working days after a completion count from that day, not from the next.</summary>
    private static LocalDate DayOf(Unfolding unfolding, NewsKind kind) =>
        kind == NewsKind.Completion && unfolding.Now == unfolding.State.Term!.EndsAt ? unfolding.State.Term.LastDay : WorkingCalendar.DateOf(unfolding.Now);
}
