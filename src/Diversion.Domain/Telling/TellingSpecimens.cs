using Diversion.Domain.Agreements;

namespace Diversion.Domain.Telling;

internal static class TellingSpecimens
{
    public static IEnumerable<AgreementCommand> Of(AgreementState state, Instant now) =>
        state.News.Where(static news => !news.Void || news.Told is not null)
            .Select(news => new TellingCommand.TellPerson(news.Id, ToldHow.InPerson, now));
}
