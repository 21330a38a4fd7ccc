using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Schemes;
using Diversion.Domain.Time;

namespace Diversion.Domain.Telling;

/// <summary>The person is told of every decision about them; an email alone is not enough.</summary>
internal static class PersonObligations
{
    /// <summary>A letter counts as received on the second working day after it was posted (Civil Procedure Rules 6.26).</summary>
    private const int PostWorkingDays = 2;

    public static void Tell(DecisionContext context, NewsKind kind, int number = 0, AppointmentNews? appointment = null)
    {
        var day = kind == NewsKind.Completion ? context.EndingDay : context.Today;
        var by = context.InWorkingDays(RuleIds.TellPerson, context.Scheme.TellWorkingDays, day);
        if (appointment is { StartsAt: var starts } && starts < by.Due)
        {
            by = context.DueAt(RuleIds.TellPerson, starts);
        }

        var owner = context.State.KeyWorker is null ? Addressee.PoliceOfficer : Addressee.KeyWorker;
        context.Raise(new TellingEvent.PersonToBeTold(PersonNews.IdOf(kind, number), kind, number, context.Now, owner, by, appointment));
    }

    /// <summary>Whoever cannot be sent an email is told of it by letter, or in any other way.</summary>
    public static void TellOfSigning(DecisionContext context)
    {
        if (!context.State.Referral.CanBeEmailed())
        {
            Tell(context, NewsKind.Signing);
        }
    }

    /// <summary>Likewise, unless a text told them of it. Nobody has to be told of an appointment that has begun.</summary>
    /// <param name="booked">Together, the earliest first: one letter tells of them all.</param>
    public static void TellOf(DecisionContext context, string conditionId, IReadOnlyList<SeriesAppointment> booked)
    {
        var coming = booked.Where(one => one.StartsAt > context.Now).ToArray();
        if (coming.Length > 0 && context.State.Referral is var referral && !referral.CanBeEmailed() && !referral.CanBeTexted())
        {
            var news = new AppointmentNews(conditionId, coming[0].Id, coming[0].StartsAt);
            Tell(
                context,
                NewsKind.Appointment,
                context.State.News.Count(other => other.Kind == NewsKind.Appointment) + 1,
                coming.Length == 1 ? news : news with { Others = [.. coming.Skip(1).Select(one => one.Id)] });
        }
    }

    /// <summary>Of every appointment to come that no email, text or letter will tell of: the email or text is no longer possible, or the letter lapsed with a condition that is open again.</summary>
    public static void TellOfAppointments(DecisionContext context)
    {
        foreach (var condition in context.State.Conditions.OfType<AppointmentCondition>().Where(condition => condition.IsOpen).ToArray())
        {
            foreach (var appointment in condition.Appointments.Where(one => one.Status == AppointmentStatus.Scheduled))
            {
                if (!context.State.News.Any(news => !news.Void && news.Appointment?.Covers(condition.Id, appointment.Id) == true))
                {
                    TellOf(context, condition.Id, [new(appointment.Id, appointment.StartsAt)]);
                }
            }
        }
    }

    public static Instant CountsFrom(DecisionContext context, ToldHow how, Instant at) =>
        how == ToldHow.Letter ? context.Calendar.WorkingDaysAfter(at, PostWorkingDays) : at;
}
