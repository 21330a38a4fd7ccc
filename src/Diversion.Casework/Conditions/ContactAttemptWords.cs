using Diversion.Casework.Formatting;
using Diversion.Domain;
using Diversion.Domain.Conditions.Pathway;

namespace Diversion.Casework.Conditions;

/// <summary>Attempts to reach somebody for a service as text.</summary>
internal static class ContactAttemptWords
{
    /// <summary>"call, no answer, at 5pm on 3 March 2026".</summary>
    public static string Of(ContactAttempt attempt) => $"{Words.Of(attempt.Way)}, {Result(attempt)}, at {Words.Moment(attempt.At)}";

    public static string Of(ContactNext next) => next switch
    {
        ContactNext.TryAgain => "it is tried again",
        ContactNext.WaitForPerson => "the person has the numbers and may come when they wish",
        _ => "another service or condition is looked for",
    };

    public static string Sentence(PathwayEvent.PathwayContactAttempted e) =>
        $"An attempt to reach the person: {Of(e.Attempt)}.{(e.Next is { } next ? $" The next is made by {Wording.At(next.Due)}." : e.Decide is { } decide ? $" It was the last of the plan; the key worker decides by {Wording.At(decide.Due)} what is next." : "")} It does not count against them.";

    public static string Sentence(PathwayEvent.PathwayContactDecided e) =>
        $"After the attempts to reach the person: {Of(e.Next)}.{(e.FirstAttempt is { } first ? $" The next attempt is made by {Wording.At(first.Due)}." : "")}";

    private static string Result(ContactAttempt attempt) => attempt.Result switch
    {
        AttemptResult.Reached => attempt.Way == AttemptWay.Visit ? "met" : "answered",
        AttemptResult.MessageLeft => attempt.Way switch { AttemptWay.Text => "sent", AttemptWay.Letter => "left or posted", _ => "message left" },
        AttemptResult.WrongNumber => "wrong number",
        _ => attempt.Way == AttemptWay.Visit ? "nobody in" : "no answer",
    };
}
