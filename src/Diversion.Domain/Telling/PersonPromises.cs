using Diversion.Domain.Agreements;
using Diversion.Domain.Schemes;
using Diversion.Domain.Time;

namespace Diversion.Domain.Telling;

/// <summary>The person is told of every decision about them; an email alone is not enough.</summary>
internal static class PersonPromises
{
    /// <summary>A letter counts as received on the second working day after it was posted (Civil Procedure Rules 6.26).</summary>
    private const int PostWorkingDays = 2;

    public static void Tell(Unfolding unfolding, NewsKind kind, int number = 0)
    {
        var day = kind == NewsKind.Completion ? unfolding.EndingDay : unfolding.Today;
        var by = unfolding.InWorkingDays(RuleIds.TellPerson, unfolding.Scheme.TellWorkingDays, day);
        var owner = unfolding.State.KeyWorker is null ? Addressee.PoliceOfficer : Addressee.KeyWorker;
        unfolding.Raise(new TellingEvent.PersonToBeTold(PersonNews.IdOf(kind, number), kind, number, unfolding.Now, owner, by));
    }

    public static Instant CountsFrom(Unfolding unfolding, ToldHow how, Instant at) =>
        how == ToldHow.Letter ? unfolding.Calendar.WorkingDaysAfter(at, PostWorkingDays) : at;
}
