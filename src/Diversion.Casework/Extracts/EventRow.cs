using Diversion.Evaluation.Rows;
using NodaTime;

namespace Diversion.Casework.Extracts;

/// <summary>One event of a case in an extract.</summary>
internal sealed record EventRow(string Pseudonym, string Event, LocalDate? On = null)
{
    /// <summary>Every minute of a day: a million meetings begin in some of them.</summary>
    private static readonly string[] Minutes = [.. Enumerable.Range(0, 24 * 60).Select(minute => $"{minute / 60:00}:{minute % 60:00}")];

    public LocalDate? Until { get; init; }

    public LocalDate? AcceptedOn { get; init; }

    public string? InTime { get; init; }

    public string? Time { get; init; }

    public string? Kind { get; init; }

    public string? Outcome { get; init; }

    public string? Worker { get; init; }

    public string? Reminded { get; init; }

    public string? Code { get; init; }

    public decimal? StartScore { get; init; }

    public decimal? EndScore { get; init; }

    /// <summary>In the order of the people; within one by kind of event.</summary>
    public static IEnumerable<EventRow> Of(IEnumerable<PersonRow> people)
    {
        foreach (var person in people)
        {
            foreach (var meeting in person.Course.Meetings)
            {
                yield return new(person.Pseudonym, meeting.IsSession ? "session" : "meeting", meeting.At.Date)
                {
                    Time = Minutes[(meeting.At.Hour * 60) + meeting.At.Minute],
                    Outcome = Name(meeting.Outcome),
                    Worker = meeting.Worker,
                    Reminded = meeting.ReminderSent ? "yes" : "no",
                };
            }

            foreach (var condition in person.Course.Conditions)
            {
                yield return new(person.Pseudonym, "condition")
                {
                    Kind = condition.Kind,
                    Outcome = condition.End?.ToString(),
                    Code = condition.Pathway,
                    StartScore = condition.StartScore,
                    EndScore = condition.EndScore,
                };
            }

            foreach (var referral in person.Course.Referrals)
            {
                yield return new(person.Pseudonym, "referral", referral.SentOn)
                {
                    Until = referral.EndedOn,
                    AcceptedOn = referral.AcceptedOn,
                    InTime = referral.InTime switch { true => "yes", false => "no", null => null },
                    Outcome = referral.End?.ToString(),
                    Worker = referral.ProviderPseudonym,
                    Code = referral.Pathway,
                };
            }

            foreach (var reoffence in person.FollowUp.Reoffences)
            {
                yield return new(person.Pseudonym, "reoffence", reoffence.OffenceOn)
                {
                    Until = reoffence.ProvenOn, Kind = reoffence.OffenceGroup, Outcome = reoffence.Outcome.ToString(), Code = reoffence.OffenceCode,
                };
            }

            foreach (var custody in person.FollowUp.InCustody)
            {
                yield return new(person.Pseudonym, "custody", custody.From) { Until = custody.Until };
            }
        }
    }

    /// <summary>Without a text for each of a million meetings.</summary>
    private static string Name(MeetingOutcome outcome) => outcome switch
    {
        MeetingOutcome.Attended => "Attended",
        MeetingOutcome.Late => "Late",
        MeetingOutcome.MissedWithGoodReason => "MissedWithGoodReason",
        MeetingOutcome.Missed => "Missed",
        _ => "CancelledByService",
    };
}
