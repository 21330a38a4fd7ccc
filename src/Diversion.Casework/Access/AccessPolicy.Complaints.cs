using Diversion.Domain.Agreements;
using Diversion.Domain.Complaints;
using Diversion.Domain.Documents;
using Diversion.Domain.ExitPlans;
using Diversion.Domain.Referral;
using Diversion.Domain.Support;
using Diversion.Domain.Term;
using Diversion.Domain.Victim;

namespace Diversion.Casework.Access;

/// <content>Whoever is complained of is told nothing of the complaint by the case.</content>
public static partial class AccessPolicy
{
    /// <summary>Whether the viewer is told that this happened; <see cref="RecordVisibility"/> says what they may read of it.</summary>
    public static bool MaySeeEvent(RecordVisibility visible, AgreementState state, AgreementEvent happened) => happened switch
    {
        VictimEvent e => visible.SeesVictim(e.Number),
        ComplaintEvent e => visible.SeesComplaint(e.Complaint),
        SupportEvent => visible.Notes,
        ExitPlanEvent => SeesExitPlan(visible),

        // It may be about support, of which the police know nothing.
        ReferralEvent.SharingConsentRecorded => visible.Notes,
        TermEvent.OwnerReminded e => MaySeeObligation(visible, e.Obligation),
        TermEvent.ObligationEscalated e => MaySeeObligation(visible, e.Obligation),
        DocumentEvent.DocumentKept e => CameWithSeen(visible, state, e.DocumentId),
        DocumentEvent.DocumentRemoved e => CameWithSeen(visible, state, e.DocumentId),
        _ => true,
    };

    /// <param name="obligation">Its id.</param>
    public static bool MaySeeObligation(RecordVisibility visible, string obligation) =>
        (Complaint.NumberIn(obligation) is not { } number || !visible.ComplaintsOfViewer.Contains(number)) && (visible.Notes || !visible.Timeline || !IsBesideTheConditions(obligation));

    public static bool MaySeeAlert(RecordVisibility visible, Alert alert) =>
        Complaint.NumberOf(alert.Subject) is not { } number || !visible.ComplaintsOfViewer.Contains(number);

    private static bool CameWithSeen(RecordVisibility visible, AgreementState state, string document) =>
        state.Documents.FirstOrDefault(one => one.Id == document)?.Complaint() is not { } number || !visible.ComplaintsOfViewer.Contains(number);
}
