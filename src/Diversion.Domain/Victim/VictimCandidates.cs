using Diversion.Domain.Agreements;
using Diversion.Domain.Telling;

namespace Diversion.Domain.Victim;

internal static class VictimCandidates
{
    public static IEnumerable<AgreementCommand> Of(AgreementState state) =>
        state.Victims.All.SelectMany(Of).Prepend(new VictimCommand.RecordVictim(true, Name: $"An example {CandidateCommands.NewId}"));

    private static IEnumerable<VictimCommand> Of(VictimState victim) =>
    [
        new VictimCommand.RecordVictim(true, Name: $"An example {CandidateCommands.NewId}") { Victim = victim.Number },
        new VictimCommand.RecordVictimViews(victim.Views is null ? "An example." : null) { Victim = victim.Number },
        new VictimCommand.ReferVictimToSupport(ToldHow.Telephone) { Victim = victim.Number },
        new VictimCommand.TellVictim(VictimNews.Decision, ToldHow.Telephone) { Victim = victim.Number },
        new VictimCommand.TellVictim(VictimNews.Ending, ToldHow.Telephone) { Victim = victim.Number },
        new VictimCommand.OptVictimOut { Victim = victim.Number },
        new VictimCommand.OptVictimIn { Victim = victim.Number },
        new VictimCommand.RemoveVictim { Victim = victim.Number },
    ];
}
