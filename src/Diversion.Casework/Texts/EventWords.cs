using Diversion.Casework.Conditions;
using Diversion.Casework.Formatting;
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
using Diversion.Domain.Keeping;
using Diversion.Domain.Offer;
using Diversion.Domain.OwnPage;
using Diversion.Domain.Referral;
using Diversion.Domain.Support;
using Diversion.Domain.Telling;
using Diversion.Domain.Term;
using Diversion.Domain.Transfers;
using Diversion.Domain.Time;
using Diversion.Domain.Victim;
using Diversion.Domain.Visits;
using NodaTime;

namespace Diversion.Casework.Texts;

/// <summary>
/// What happened, as one plain sentence. Contains nothing that somebody typed about a person (<see cref="EventTexts"/>
/// does), so everybody who sees the event may see its sentence.
/// </summary>
public static class EventWords
{
    /// <param name="victims">As they are now: the only victim is spoken of without a number.</param>
    public static string Of(AgreementEvent happened, VictimsState victims) => happened switch
    {
        ReferralEvent e => CaseWords.Of(e),
        VictimEvent e => CaseWords.Of(e, victims),
        OfferEvent e => CourseWords.Of(e),
        TermEvent e => CourseWords.Of(e, victims),
        BreachEvent e => CourseWords.Of(e),
        TellingEvent e => CourseWords.Of(e),
        ComplaintEvent e => ComplaintWords.Of(e),
        DataRequestEvent e => DataRequestWords.Of(e),
        SupportEvent e => SupportWords.Of(e),
        ExitPlanEvent e => ExitPlanWords.Of(e),
        OwnPageEvent e => OwnPageWords.Of(e),
        VisitEvent e => VisitWords.Of(e),
        FollowUpEvent e => FollowUpWords.Of(e),
        DocumentEvent e => DocumentWords.Of(e),
        KeepingEvent e => KeepingWords.Of(e),
        TransferEvent e => TransferWords.Of(e),
        AppointmentEvent e => AppointmentWords.Of(e),
        ConditionEvent e => AppointmentWords.Of(e),
        ConditionKindEvent e => ConditionDescriptors.Of(e.Kind).Sentence(e),
        _ => throw Wording.Missing(happened),
    };
}
