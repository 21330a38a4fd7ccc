using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Breach;

namespace Diversion.Domain.Telling;

internal static class TellingEvolution
{
    public static string ObligationId(string news) => $"{Tracks.Person}/{news}";

    public static AgreementState Evolve(AgreementState state, TellingEvent happened) => happened switch
    {
        TellingEvent.PersonToBeTold e => (state with
        {
            // Only that a warning stays can be news twice: the person contested it again.
            News = state.News.RemoveAll(known => known.Id == e.News).Add(new PersonNews(e.News, e.Kind, e.Number, e.Since) { Appointment = e.Appointment }),
        }).WithObligation(ObligationId(e.News), Tracks.Person, e.By, e.Owner, afterEnd: true),
        TellingEvent.PersonTold e => Change(
            state, e.News, news => news with { Told = new Told(e.How, e.ToldAt, e.CountsFrom, e.ToldBy, e.Said, e.At) }).Settled(ObligationId(e.News)),
        TellingEvent.PersonAnswered e => Answer(state, e),
        _ => throw new InvalidOperationException($"No evolution for {happened.GetType().Name}."),
    };

    private static AgreementState Answer(AgreementState state, TellingEvent.PersonAnswered e)
    {
        state = state with
        {
            Answers =
            [
                .. state.Answers.Select(answer => answer.Number == e.Corrects ? answer with { Superseded = true } : answer),
                new PersonAnswer(e.Number, e.News, e.How, e.AnsweredAt, e.Said, e.Declines, e.Through, e.RecordedBy, e.At, e.Corrects),
            ],
        };
        if (e.Kind == NewsKind.BreachProposed && !e.Late)
        {
            state = state.Settled(BreachEvolution.AnswerId(state.Breach!.Number));
        }

        if (e.Decide is { } decide)
        {
            state = e.Kind == NewsKind.Warning
                ? state.WithObligation(Contests.Id(e.News), Tracks.Agreement, decide, Schemes.Addressee.ProgrammeLead)
                : BreachEvolution.DecideBy(state, decide);
        }

        return e.TellLead ? Alerts.Raise(state, e.Late ? AlertKind.AnswerAfterDecision : AlertKind.WarningContested, e.News, e.At) : state;
    }

    /// <summary>It no longer has to be told.</summary>
    public static AgreementState Lapsed(AgreementState state, string id) =>
        state.NewsOrNull(id) is { Told: null } ? Change(state, id, static news => news with { Void = true }).Settled(ObligationId(id)) : state;

    /// <summary>The appointment was moved, or what happened at it is recorded. A letter that tells of others too lapses with the last of them.</summary>
    public static AgreementState Lapsed(AgreementState state, string conditionId, string appointmentId)
    {
        var condition = state.ConditionOrNull(conditionId) as AppointmentCondition;
        foreach (var news in state.News)
        {
            if (news.Appointment is { } about && about.Covers(conditionId, appointmentId)
                && about.All.All(id => id == appointmentId || condition?.AppointmentOrNull(id) is not { Status: AppointmentStatus.Scheduled }))
            {
                state = Lapsed(state, news.Id);
            }
        }

        return state;
    }

    /// <summary>After the end, nobody is told any more of what was to come.</summary>
    public static AgreementState LettersLapsed(AgreementState state) =>
        state.News.Where(static news => news.Kind is NewsKind.Signing or NewsKind.Appointment).Aggregate(state, static (left, news) => Lapsed(left, news.Id));

    /// <summary>Likewise of the appointments of a condition that is closed.</summary>
    public static AgreementState LettersLapsed(AgreementState state, string conditionId) =>
        state.News.Where(news => news.Appointment?.ConditionId == conditionId).Aggregate(state, static (left, news) => Lapsed(left, news.Id));

    public static AgreementState AllLapsed(AgreementState state) => state.News.Aggregate(state, static (left, news) => Lapsed(left, news.Id));

    private static AgreementState Change(AgreementState state, string id, Func<PersonNews, PersonNews> change) =>
        state with { News = [.. state.News.Select(news => news.Id == id ? change(news) : news)] };
}
