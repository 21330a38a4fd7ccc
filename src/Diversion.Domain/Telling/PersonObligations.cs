using Diversion.Domain.Agreements;
using Diversion.Domain.Schemes;
using Diversion.Domain.Time;

namespace Diversion.Domain.Telling;

/// <summary>The person is told of every decision about them; an email alone is not enough.</summary>
internal static class PersonObligations
{
    /// <summary>A letter counts as received on the second working day after it was posted (Civil Procedure Rules 6.26).</summary>
    private const int PostWorkingDays = 2;

    public static void Tell(DecisionContext context, NewsKind kind, int number = 0)
    {
        var day = kind == NewsKind.Completion ? context.EndingDay : context.Today;
        var by = context.InWorkingDays(RuleIds.TellPerson, context.Scheme.TellWorkingDays, day);
        var owner = context.State.KeyWorker is null ? Addressee.PoliceOfficer : Addressee.KeyWorker;
        context.Raise(new TellingEvent.PersonToBeTold(PersonNews.IdOf(kind, number), kind, number, context.Now, owner, by));
    }

    public static Instant CountsFrom(DecisionContext context, ToldHow how, Instant at) =>
        how == ToldHow.Letter ? context.Calendar.WorkingDaysAfter(at, PostWorkingDays) : at;
}
