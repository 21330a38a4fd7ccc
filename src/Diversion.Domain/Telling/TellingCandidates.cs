using Diversion.Domain.Agreements;

namespace Diversion.Domain.Telling;

internal static class TellingCandidates
{
    public static IEnumerable<AgreementCommand> Of(AgreementState state, Instant now) =>
    [
        // A told appointment can be corrected, but is not offered: there are many of them.
        .. state.News.Where(static news => news.Told is null ? !news.Void : news.Kind != NewsKind.Appointment)
            .Select(news => new TellingCommand.TellPerson(news.Id, ToldHow.InPerson, now)),

        // An answer to what has been decided is taken, but not asked for.
        .. state.News.Where(news => IsOpen(state, news))
            .Select(news => new TellingCommand.RecordAnswer(news.Id, AnsweredHow.InPerson, now, "An example of an answer.")),
    ];

    private static bool IsOpen(AgreementState state, PersonNews news) => news.Kind switch
    {
        NewsKind.BreachProposed => state.Breach?.Number == news.Number,
        NewsKind.Warning => state.Status.IsRunning() && state.Warnings.Any(warning => warning.Number == news.Number && !warning.Withdrawn),
        _ => false,
    };
}
