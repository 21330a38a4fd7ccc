using Diversion.Domain;
using Diversion.Domain.Support;

namespace Diversion.Casework.Formatting;

/// <summary>Voluntary support as text.</summary>
public static class SupportWords
{
    public static string Of(OnwardKind kind) => kind switch
    {
        OnwardKind.Doctor => "doctor (GP)",
        OnwardKind.SocialServices => "social services",
        OnwardKind.CommunityMentalHealth => "community mental health team",
        OnwardKind.Alcohol => "alcohol service",
        OnwardKind.Drugs => "drugs service",
        OnwardKind.Smoking => "stop smoking service",
        OnwardKind.Counselling => "counselling",
        OnwardKind.FireService => "fire service",
        OnwardKind.Housing => "housing",
        OnwardKind.CitizensAdvice => "citizens advice",
        OnwardKind.HepatitisB => "hepatitis B vaccination",
        OnwardKind.Chlamydia => "chlamydia screen",
        OnwardKind.Dentist => "dentist",
        OnwardKind.Other => "somebody else",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <param name="outcome">Null: not known yet.</param>
    public static string Of(OnwardOutcome? outcome) => outcome switch
    {
        OnwardOutcome.TakenUp => "taken up",
        OnwardOutcome.Finished => "finished",
        OnwardOutcome.NotTakenUp => "not taken up",
        OnwardOutcome.NotAvailable => "not available",
        _ => "not known yet",
    };

    public static string Of(MentoringEndCause cause) => cause switch
    {
        MentoringEndCause.PersonSaysSo => "the person says so",
        MentoringEndCause.NoLongerNeeded => "it is no longer needed",
        _ => "the mentor leaves",
    };

    /// <summary>Without where the person was referred to: whoever sees the event may see this.</summary>
    internal static string Of(SupportEvent happened) => happened switch
    {
        SupportEvent.HealthCheckOffered e => $"The person was offered a health check by {e.Provider}.",
        SupportEvent.HealthCheckAnswered { Accepted: true, Do: { } by } => $"The person wants the health check. It is done by {Wording.At(by.Due)}.",
        SupportEvent.HealthCheckAnswered => "The person does not want a health check. It does not count against them.",
        SupportEvent.HealthCheckDone e => $"The health check was done on {Words.Date(e.On)}.",
        SupportEvent.OnwardReferred e => $"Onward referral {e.Number} was made after the health check; what came of it is recorded by {Wording.At(e.Outcome.Due)}.",
        SupportEvent.OnwardOutcomeRecorded e => $"What came of onward referral {e.Number} was recorded.",
        SupportEvent.MentorMatched e => $"{e.Mentor.Name} of {e.Organisation} is the person’s mentor. They meet by {Wording.At(e.Meet.Due)}.",
        SupportEvent.MentorMet e => $"The person and their mentor {(e.How == MentorContact.Met ? "met" : "spoke")} on {Words.Date(e.On)}.",
        SupportEvent.MentoringEnded e => $"The mentoring ended: {Of(e.Cause)}. It does not count against the person.",
        SupportEvent.MentorRefused => "The former mentor tried to record a meeting after the end. Nothing was recorded.",
        _ => throw Wording.Missing(happened),
    };
}
