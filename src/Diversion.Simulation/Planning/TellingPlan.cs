using Diversion.Domain.Agreements;
using Diversion.Domain.Telling;
using Diversion.Simulation.Behaviours;
using NodaTime;

namespace Diversion.Simulation.Planning;

/// <summary>The key worker tells the person what was decided, and all other waiting news in the same conversation.</summary>
internal static class TellingPlan
{
    private static readonly Duration ToThePost = Duration.FromHours(1);

    public static void Keep(CaseFile file, Obligation open, Instant now, Setting setting)
    {
        // A letter is posted soon, whatever the worker's pace: nothing about it is left to chance.
        if (PersonNews.Read(open.About().Item ?? "") is { Kind: NewsKind.Signing or NewsKind.Appointment })
        {
            file.Plan(now + ToThePost, (state, on) => state.HasObligation(open.Id)
                ? new TellingCommand.TellPerson(open.About().Item!, ToldHow.Letter, on) { By = file.Team.Worker(state), At = on }
                : null);
            return;
        }

        file.Plan(Pace.Of(file, setting, open, now), (state, on) => state.HasObligation(open.Id) ? Tell(file, state, open, on, setting) : null);
    }

    private static TellingCommand.TellPerson Tell(CaseFile file, AgreementState state, Obligation open, Instant now, Setting setting)
    {
        var how = (ToldHow)file.Chance.Weighted(
            setting.Behaviour["telling.inPerson"], setting.Behaviour["telling.telephone"], setting.Behaviour["telling.letter"], setting.Behaviour["telling.email"]);
        var others = state.News.Where(news => news is { Told: null, Void: false } && news.Id != open.About().Item).Select(static news => news.Id);
        return new TellingCommand.TellPerson(open.About().Item!, how, now, Said: "Told what was decided and what happens next.", Also: [.. others])
        {
            By = file.Team.Worker(state),
            At = now,
        };
    }
}
