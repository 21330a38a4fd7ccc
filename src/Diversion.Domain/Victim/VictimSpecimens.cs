using Diversion.Domain.Agreements;

namespace Diversion.Domain.Victim;

internal static class VictimSpecimens
{
    public static IEnumerable<AgreementCommand> Of(AgreementState state) =>
    [
        new VictimCommand.RecordVictim(true, !state.Victim.Enhanced),
        new VictimCommand.RecordVictimViews(state.Victim.Views is null ? "An example." : null),
        new VictimCommand.ReferVictimToSupport(ContactMeans.Telephone),
        new VictimCommand.TellVictim(VictimNews.Decision, ContactMeans.Telephone),
        new VictimCommand.TellVictim(VictimNews.Ending, ContactMeans.Telephone),
    ];
}
