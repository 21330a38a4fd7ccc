using Diversion.Domain.Agreements;
using Diversion.Domain.Complaints;
using Diversion.Domain.Conditions.Compensation;
using Diversion.Domain.Conditions.Reparation;
using Diversion.Domain.Conditions.RestorativeJustice;
using Diversion.Domain.DataRights;
using Diversion.Domain.Referral;
using Diversion.Domain.Term;

namespace Diversion.Casework.Access;

/// <content>What a person who asks for their record is given of it (Data Protection Act 2018 s.45).</content>
public static partial class AccessPolicy
{
    /// <summary>Reads the record before it is given to the person, and gives it.</summary>
    public static bool MayGiveRecord(Actor actor) => IsForRole<DataRequestCommand.AnswerAccessRequest>(actor);

    /// <summary>Nothing of victims, and of complaints only their own.</summary>
    internal static RecordVisibility OfSubject(AgreementState state) => RecordVisibility.Subject with
    {
        ComplaintsOfViewer = [.. state.Complaints.Where(complaint => complaint.From == ComplaintFrom.SomebodyElse).Select(complaint => complaint.Number)],
    };

    /// <summary>
    /// Left out whole are what a victim wants and does, the checks (what is known of children and partners), the risk to staff,
    /// cases that may be of somebody else, and what was marked to be left out.
    /// </summary>
    internal static bool IsOfSubject(RecordVisibility visible, AgreementState state, AgreementEvent happened) => MaySeeEvent(visible, state, happened) && happened switch
    {
        RestorativeJusticeEvent.VictimContacted or RestorativeJusticeEvent.VictimAnswered or RestorativeJusticeEvent.VictimWithdrew or RestorativeJusticeEvent.VictimChangedMind => false,
        ReparationEvent.VictimChangedMind or CompensationEvent.VictimChangedMind => false,
        ReferralEvent.CheckReturned or ReferralEvent.StaffRiskRecorded or ReferralEvent.PossibleDuplicatesSeen or DataRequestEvent.PassageMarked => false,
        TermEvent.OwnerReminded e => !IsOfVictim(e.Obligation),
        TermEvent.ObligationEscalated e => !IsOfVictim(e.Obligation),
        _ => true,
    };

    private static bool IsOfVictim(string obligation) => Tracks.VictimIn(obligation.Split('/')[0]) is not null;
}
