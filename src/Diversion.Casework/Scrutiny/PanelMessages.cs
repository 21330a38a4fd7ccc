using Diversion.Casework.Correspondence;
using Diversion.Casework.Links;
using Diversion.Casework.Programmes;
using Diversion.Casework.Streams;
using Diversion.Domain.Scrutiny;

namespace Diversion.Casework.Scrutiny;

/// <summary>Tells an officer that there is something to read. What it is, and about whom, stands behind the sign-in.</summary>
internal static class PanelMessages
{
    public static IReadOnlyList<OutgoingMessage> For(RecordedEvent<SittingEvent> recorded, Rulebook rulebook) =>
        recorded.Event is SittingEvent.PanelVerdictRecorded { Officer: { } officer }
            ? StreamMail.To(SittingKind.Instance, recorded, [officer], "panel-feedback", rulebook.Programme, Addresses.PanelFeedback)
            : [];
}
