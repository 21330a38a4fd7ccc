using Diversion.Domain;
using Diversion.Domain.Agreements;
using Diversion.Domain.Telling;
using Diversion.Domain.Victim;
using Diversion.Simulation.Behaviours;
using NodaTime;

namespace Diversion.Simulation.Planning;

/// <summary>The officer fulfils the duties of the Victims' Code.</summary>
internal static class VictimPlan
{
    public static void Keep(CaseFile file, Obligation open, Instant now, Setting setting) =>
        file.Plan(Pace.Of(file, setting, open, now), (state, on) => state.HasObligation(open.Id) ? Command(file, open, on) : null);

    private static VictimCommand Command(CaseFile file, Obligation open, Instant now) => open.Deadline.Rule switch
    {
        RuleIds.VictimSupport => new VictimCommand.ReferVictimToSupport(ToldHow.Email) { Victim = Tracks.VictimIn(open.Track), By = file.Team.Officer, At = now },
        RuleIds.VictimToldDecision => new VictimCommand.TellVictim(VictimNews.Decision, ToldHow.Telephone) { Victim = Tracks.VictimIn(open.Track), By = file.Team.Officer, At = now },
        _ => new VictimCommand.TellVictim(VictimNews.Ending, ToldHow.Telephone) { Victim = Tracks.VictimIn(open.Track), By = file.Team.Officer, At = now },
    };
}
