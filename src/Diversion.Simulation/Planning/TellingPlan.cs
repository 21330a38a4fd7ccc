using Diversion.Domain.Agreements;
using Diversion.Domain.Telling;
using Diversion.Simulation.Behaviours;
using NodaTime;

namespace Diversion.Simulation.Planning;

/// <summary>The key worker tells the person what was decided, and all other waiting news in the same conversation.</summary>
internal static class TellingPlan
{
    public static void Keep(CaseFile file, Obligation open, Instant now, Setting setting) =>
        file.Plan(Pace.Of(file, setting, open, now), (state, on) => state.HasObligation(open.Id) ? Tell(file, state, open, on, setting) : null);

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
