using Diversion.Casework.Access;
using Diversion.Casework.Conditions;
using Diversion.Casework.Streams;
using Diversion.Domain;
using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Breach;
using Diversion.Domain.Complaints;
using Diversion.Domain.Conditions;
using Diversion.Domain.DataRights;
using Diversion.Domain.Documents;
using Diversion.Domain.ExitPlans;
using Diversion.Domain.FollowUp;
using Diversion.Domain.Referral;
using Diversion.Domain.Telling;
using Diversion.Domain.Term;
using Diversion.Domain.Transfers;
using Diversion.Domain.Victim;

namespace Diversion.Casework.Texts;

/// <summary>Text that somebody typed into an event, for those who may read it.</summary>
internal static class EventTexts
{
    private static readonly string[] Supervising = ["appointments", "supervision", "notes", "documents", "courtesy-supervision"];

    public static string? Of(RecordedEvent recorded, RecordVisibility visible) => recorded.Event switch
    {
        TermEvent.KeyWorkerChanged e => visible.Notes ? e.Note : null,
        TermEvent.HandoverRecorded e => visible.Notes ? e.Note : null,
        TermEvent.NoteAdded e => MayReadNotes(recorded, visible) ? e.Text : null,
        AppointmentEvent.AppointmentScheduled e => visible.Notes ? e.Place : null,
        AppointmentEvent.AbsenceNoticeGiven e => visible.Notes ? e.Said : null,
        AppointmentEvent.AttendanceRecorded e => visible.Notes ? e.Note : null,
        AppointmentEvent.EvidenceRecorded e => visible.Notes ? e.Note : null,
        ConditionKindEvent e => ConditionDescriptors.Of(e.Kind).Typed(e, visible),
        ReferralEvent.CircumstancesRecorded e => visible.Person ? CircumstancesWords.Lines(e.Circumstances) : null,
        ReferralEvent.ContactChanged e => visible.Person ? ContactWords.Lines(e.Contact) : null,
        ReferralEvent.PossibleDuplicatesSeen e => visible.Offence ? e.Reason : null,
        ReferralEvent.CheckReturned e => visible.Offence ? e.Note : null,
        ReferralEvent.RuleOverridden e => visible.Offence ? e.Reason : null,
        ReferralEvent.OffenceAdded e => visible.Offence ? e.Offence.Description : null,
        ReferralEvent.OffenceCorrected e => visible.Offence ? e.Offence.Description : null,
        ReferralEvent.UnmetNeedRecorded e => visible.Person ? e.What : null,
        ReferralEvent.GoalsRecorded e => visible.Person ? string.Join('\n', e.Goals) : null,
        TellingEvent.PersonTold e => MayReadNotes(recorded, visible) ? $"Told by {e.ToldBy}.{(e.Said is { } said ? $"\n{said}" : "")}" : null,
        TellingEvent.PersonAnswered e => AccessPolicy.MayReadAnswer(visible, e.News) ? e.Said : null,
        ComplaintEvent.ComplaintMade e => visible.ReadsComplaint(e.Number) ? e.What : null,
        ComplaintEvent.ComplaintAcknowledged e => visible.ReadsComplaint(e.Number) ? e.Said : null,
        ComplaintEvent.ComplaintAnswered e => visible.ReadsComplaint(e.Number) ? e.Said : null,
        DataRequestEvent.DataRequestReceived e => visible.Person ? e.What : null,
        DataRequestEvent.DataRequestAnswered e => visible.Person ? e.Said : null,
        ExitPlanEvent.ContinuationPlanned e => visible.Notes ? $"{e.What}\nWith: {e.With}{(e.FirstOn is { } first ? $"\nFirst on {Words.Date(first)}" : "")}" : null,
        ExitPlanEvent.ExitPlanAgreed e => visible.Notes ? $"After the end {e.Caller} rings the person." : null,
        ExitPlanEvent.WarmHandoverRecorded e => visible.Notes ? $"Met by {e.Who}" : null,
        ExitPlanEvent.FollowUpCallRecorded e => visible.Notes ? e.Said : null,
        FollowUpEvent.ReoffenceRecorded { Reoffence: var one } => visible.Offence ? ReoffenceLine(one) : null,
        FollowUpEvent.ReoffenceCorrected { Reoffence: var one } => visible.Offence ? ReoffenceLine(one) : null,
        TransferEvent.CourtesySupervisionArranged e => MayReadNotes(recorded, visible) ? $"Contact: {e.Contact}\n{e.What}" : null,
        TransferEvent.TransferredOut e => $"Contact: {e.Contact}",
        TransferEvent.TransferConfirmed e => $"Confirmed by {e.ConfirmedBy}",
        TransferEvent.CourtesySupervisionReviewed e => MayReadNotes(recorded, visible) ? e.Said : null,
        DocumentEvent.DocumentKept e => AccessPolicy.MayReadWhatItCameWith(visible, e.ConditionId, e.Item) && (AccessPolicy.IsOpenToPolice(e.Kind) || MayReadNotes(recorded, visible)) ? e.Title : null,
        BreachEvent.BreachDecided { EarlyReason: { } early } => $"Decided before the person had answered, because: {early}",
        VictimEvent.VictimViewsRecorded e when visible.SeesVictim(e.Victim) => Views(e),
        VictimEvent.VictimSatisfactionRecorded { Satisfaction: var said } e when visible.SeesVictim(e.Victim) => $"Asked by {said.ByWhom}.{(said.Answered ? $"\n{SatisfactionWords.Of(said)}" : "")}",
        VictimEvent.VictimTold e when visible.SeesVictim(e.Victim) => Contact(e.ByWhom, e.Said),
        VictimEvent.VictimReferredToSupport e when visible.SeesVictim(e.Victim) => Contact(e.ByWhom, e.Said),
        VictimEvent.VictimRequestMade e when visible.SeesRequests(e.Victim) => $"About {e.Decider}: {e.About}",
        VictimEvent.VictimRequestAnswered e when visible.SeesRequests(e.Victim) => Contact(e.Reviewer ?? e.ByWhom, e.Said),
        VictimEvent.VictimOptedOut e when visible.SeesVictim(e.Victim) => e.Said,
        VictimEvent.VictimOptedIn e when visible.SeesVictim(e.Victim) => e.Said,
        _ => null,
    };

    private static string ReoffenceLine(Reoffence one) =>
        string.Join(", ", new[] { $"Source {one.Source}", one.Classification, one.Group }.Where(part => part is not null));

    private static string? Views(VictimEvent.VictimViewsRecorded e) => (e.Views, e.Statement) switch
    {
        (_, null) => e.Views,
        (null, _) => $"Statement: {e.Statement}",
        _ => $"{e.Views}\nStatement: {e.Statement}",
    };

    private static string? Contact(string? byWhom, string? said) => (byWhom, said) switch
    {
        (null, _) => said,
        (_, null) => $"By {byWhom}.",
        _ => $"By {byWhom}: {said}",
    };

    /// <summary>Reasons given in supervision reveal as much as its notes.</summary>
    public static string? ReasonOf(RecordedEvent recorded, RecordVisibility visible) => recorded switch
    {
        { Event: ComplaintEvent e } when !visible.ReadsComplaint(e.Complaint) => null,
        { Event: TellingEvent.PersonAnswered e } when !AccessPolicy.MayReadAnswer(visible, e.News) => null,
        { Event: ComplaintEvent or TellingEvent.PersonAnswered } => recorded.Reason,
        _ => !Supervising.Contains(recorded.Process) || MayReadNotes(recorded, visible) ? recorded.Reason : null,
    };

    private static bool MayReadNotes(RecordedEvent recorded, RecordVisibility visible) => AccessPolicy.MayReadNotes(visible, recorded.By);
}
