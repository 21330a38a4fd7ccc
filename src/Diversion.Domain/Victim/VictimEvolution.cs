using Diversion.Domain.Agreements;
using Diversion.Domain.Schemes;

namespace Diversion.Domain.Victim;

internal static class VictimEvolution
{
    public const string Support = "victim/support";

    public static string Told(VictimNews news) => news == VictimNews.Decision ? "victim/told-decision" : "victim/told-ending";

    public static AgreementState Evolve(AgreementState state, VictimEvent happened) => happened switch
    {
        VictimEvent.VictimRecorded e => (state with
        {
            Victim = state.Victim with { HasVictim = e.HasVictim, Enhanced = e.Enhanced, Name = e.Name, Contact = e.Contact },
        }).WithObligation(Support, Tracks.Victim, e.SupportReferral, Addressee.PoliceOfficer, afterEnd: true),
        VictimEvent.VictimViewsRecorded e => state with
        {
            Victim = state.Victim with { ViewsSought = true, Views = e.Views, WantsRestorativeJustice = e.WantsRestorativeJustice },
        },
        VictimEvent.VictimReferredToSupport e => (state with
        {
            Victim = state.Victim with { ReferredToSupport = true, SupportReferral = new VictimContact(e.On, e.How, e.ByWhom, e.Said) },
        }).Settled(Support),
        VictimEvent.VictimToBeTold e => state.Settled(Told(e.News)).WithObligation(Told(e.News), Tracks.Victim, e.By, Addressee.PoliceOfficer, afterEnd: true),
        VictimEvent.VictimTold e => (state with { Victim = Told(state.Victim, e) }).Settled(Told(e.News)),
        _ => throw new InvalidOperationException($"No evolution for {happened.GetType().Name}."),
    };

    private static VictimState Told(VictimState victim, VictimEvent.VictimTold told)
    {
        var contact = new VictimContact(told.On, told.How, told.ByWhom, told.Said);
        return told.News == VictimNews.Decision ? victim with { ToldDecision = contact } : victim with { ToldEnding = contact };
    }
}
