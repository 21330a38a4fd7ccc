using Diversion.Domain;
using Diversion.Domain.Conditions.NoReoffending;
using Diversion.Domain.Conditions.Pathway;
using Diversion.Domain.Conditions.Reparation;
using Diversion.Domain.Conditions.RestorativeJustice;
using Diversion.Domain.Conditions.Supervision;
using Diversion.Domain.Conditions.TagMonitoring;

namespace Diversion.Casework.Texts;

/// <summary>Sentences for each kind of condition.</summary>
internal static class KindWords
{
    public static string Of(NoReoffendingEvent happened) => happened switch
    {
        NoReoffendingEvent.NoReoffendingBegan => "The condition no reoffending began.",
        NoReoffendingEvent.CustodyNoticeReceived e => $"Custody notice received: {CustodyWords.Of(e.Notice, e.Says)} on {Words.Date(e.OccurredOn)}{CustodyWords.Offence(e)}.",
        NoReoffendingEvent.CustodyNoticeCorrected e => $"A custody notice was corrected ({CustodyWords.Of(e.Notice, null)}): {CustodyWords.Changes(e)}.",
        NoReoffendingEvent.CustodyNoticeReviewed => "The police have read a custody notice.",
        NoReoffendingEvent.ArrestSettled => "A lead settled an arrest: it no longer keeps the agreement open.",
        _ => throw EventWords.Missing(happened),
    };

    public static string Of(RestorativeJusticeEvent happened) => happened switch
    {
        RestorativeJusticeEvent.RestorativeJusticeBegan e => $"The condition restorative justice began with {e.Facilitator.Name}; the victim is contacted by {EventWords.At(e.Contact.Due)}.",
        RestorativeJusticeEvent.VictimContacted e => $"The victim was contacted on {Words.Date(e.On)}; an answer is recorded by {EventWords.At(e.Answer.Due)}.",
        RestorativeJusticeEvent.VictimAnswered e => e.Accepts
            ? $"The victim takes part{(e.Process is { } process ? $": {Words.Of(process)}" : "")}."
            : "The victim does not take part.",
        RestorativeJusticeEvent.VictimWithdrew => "The victim withdrew from the restorative process.",
        RestorativeJusticeEvent.VictimChangedMind e => $"The victim changed their mind: they {(e.Wants ? "want restorative justice" : "do not want restorative justice any more")}.{(e.Answer is { } answer ? $" Their answer is recorded by {EventWords.At(answer.Due)}." : "")}",
        RestorativeJusticeEvent.ParticipantPrepared e => $"The participant was prepared on {Words.Date(e.On)}.",
        RestorativeJusticeEvent.RestorativeProcessHeld e => $"The restorative process was held on {Words.Date(e.On)}: {Words.Of(e.Process)}.",
        _ => throw EventWords.Missing(happened),
    };

    public static string Of(ReparationEvent happened) => happened switch
    {
        ReparationEvent.ReparationBegan e => $"The condition reparation began: {EventWords.Hours(e.TargetMinutes)}, all credited by {EventWords.At(e.All.Due)}.",
        ReparationEvent.PlacementArranged e => $"A placement was arranged from {Words.Date(e.StartsOn)}{(e.CommunitySafety ? ", on a community safety project" : "")}.",
        ReparationEvent.ReparationDeadlineMoved e => $"All hours are to be credited by {EventWords.At(e.All.Due)} now.",
        _ => throw EventWords.Missing(happened),
    };

    public static string Of(TagMonitoringEvent happened) => happened switch
    {
        TagMonitoringEvent.TagMonitoringBegan e => $"The condition tag monitoring began with {EventWords.Count(e.Zones.IsDefault ? 0 : e.Zones.Length, "zone")}{(e.Curfew is { } curfew ? $" and a curfew from {Words.Time(curfew.From)} to {Words.Time(curfew.Until)}" : "")}; consent and fitting by {EventWords.At(e.Fit.Due)}.",
        TagMonitoringEvent.TagConsentGiven => "The person consented to the tag.",
        TagMonitoringEvent.TagConsentWithdrawn => "The person withdrew consent to the tag.",
        TagMonitoringEvent.TagFitted e => $"The tag was fitted on {Words.Date(e.On)}.",
        TagMonitoringEvent.TagEventReceived e => $"Tag event received: {Words.Of(e.Event)} on {EventWords.At(e.OccurredAt)}. It is reviewed by {EventWords.At(e.Review.Due)}.",
        TagMonitoringEvent.TagEventReportedLate e => $"A tag event of {EventWords.At(e.OccurredAt)} was reported after the end: {Words.Of(e.Event)}. It was kept, and a lead reviews it by {EventWords.At(e.Review.Due)}. The status does not change.",
        TagMonitoringEvent.TagEventReviewed e => $"A tag event was reviewed: {Words.Of(e.Finding)}.",
        TagMonitoringEvent.TagEventRefused => "The tag feed sent an event from after the ending; it was refused and nothing of it kept.",
        TagMonitoringEvent.TagRemovalDue e => $"The tag is to be removed by {EventWords.At(e.Removal.Due)}.",
        TagMonitoringEvent.TagRemoved e => $"The tag was removed on {Words.Date(e.On)}.",
        _ => throw EventWords.Missing(happened),
    };

    public static string Of(SupervisionEvent happened) => happened switch
    {
        SupervisionEvent.SupervisionBegan e => $"The condition supervision meetings began; the first meeting is held by {EventWords.At(e.FirstMeeting.Due)}.",
        SupervisionEvent.PeriodOpened e => $"Supervision period {e.Period} began: {Words.Date(e.From)} to {Words.Date(e.To)}.",
        SupervisionEvent.PeriodsEnded => "The last supervision period ended.",
        SupervisionEvent.PeriodExcused e => $"Supervision period {e.Period} was excused.",
        _ => throw EventWords.Missing(happened),
    };

    public static string Of(PathwayEvent happened) => happened switch
    {
        PathwayEvent.PathwayBegan e => $"The pathway {Words.Of(e.Need)} began with {e.Provider}; it is referred by {EventWords.At(e.Referral.Due)} and accepted by {EventWords.At(e.Acceptance.Due)}.",
        PathwayEvent.PathwayReferralSent e => $"The pathway referral was sent to {e.Provider}.",
        PathwayEvent.PathwayReferralAccepted => "The provider accepted the pathway referral.",
        PathwayEvent.PathwayReferralDeclined e => $"The provider declined the pathway referral; another is asked by {EventWords.At(e.Referral.Due)}.",
        PathwayEvent.PathwayAssessed e => $"The pathway was assessed at the {Words.Of(e.Point)}: {e.Score} of 10.",
        PathwayEvent.PathwayCompleted => "The provider closed the pathway as completed.",
        _ => throw EventWords.Missing(happened),
    };
}
