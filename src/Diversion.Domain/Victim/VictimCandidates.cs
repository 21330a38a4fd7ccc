using Diversion.Domain.Agreements;
using Diversion.Domain.Telling;

namespace Diversion.Domain.Victim;

internal static class VictimCandidates
{
    public static IEnumerable<AgreementCommand> Of(AgreementState state) =>
    [
        new VictimCommand.RecordVictim(true, !state.Victim.Enhanced),
        new VictimCommand.RecordVictimViews(state.Victim.Views is null ? "An example." : null),
        new VictimCommand.ReferVictimToSupport(ToldHow.Telephone),
        new VictimCommand.TellVictim(VictimNews.Decision, ToldHow.Telephone),
        new VictimCommand.TellVictim(VictimNews.Ending, ToldHow.Telephone),
    ];
}
