using Diversion.Domain.Agreements;
using Diversion.Domain.Telling;

namespace Diversion.Domain.Victim;

public abstract record VictimEvent : AgreementEvent
{
    private VictimEvent()
    {
    }

    public sealed record VictimRecorded(bool HasVictim, bool Enhanced, string? Name, string? Contact, Deadline? SupportReferral) : VictimEvent;

    public sealed record VictimViewsRecorded(string? Views, bool? WantsRestorativeJustice) : VictimEvent;

    public sealed record VictimReferredToSupport(
        LocalDate? On = null, ToldHow? How = null, string? ByWhom = null, string? Said = null) : VictimEvent;

    public sealed record VictimToBeTold(VictimNews News, Deadline By) : VictimEvent;

    public sealed record VictimTold(
        VictimNews News, LocalDate? On = null, ToldHow? How = null, string? ByWhom = null, string? Said = null) : VictimEvent;
}
