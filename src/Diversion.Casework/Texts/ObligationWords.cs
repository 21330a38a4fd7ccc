using Diversion.Casework.Conditions;
using Diversion.Casework.Formatting;
using Diversion.Domain.Agreements;
using Diversion.Domain.Victim;

namespace Diversion.Casework.Texts;

/// <summary>The subject of an obligation, a due moment or an open condition, as text that fits into a sentence.</summary>
internal static class ObligationWords
{
    /// <param name="subject">Id of an obligation, condition or due moment, such as <c>pathway-2/acceptance</c>.</param>
    public static string Of(string subject, VictimsState victims) => subject.Split('/') switch
    {
        ["checks", "safeguarding"] => "the safeguarding check",
        ["checks", _] => "the domestic-abuse check",
        ["settle", var condition] => $"settling the condition {ConditionWords.Of(condition)}",
        ["breach", var number] => $"the decision on breach {number}",
        ["notice", _] => "reading a custody notice",
        ["partner-note", _] => "reading a partner's note",
        ["team", _] => "the answer of the team that is asked to take the case",
        ["transfer", _] => "the confirmation that the other side has the case",
        ["courtesy", _] => "asking how the courtesy supervision goes",
        ["courtesy"] => "the courtesy supervision",
        ["handover", _] => "the meeting in which the case is handed over",
        ["exit-plan"] => "the exit plan",
        ["exit-plan", "begun"] => "beginning the exit plan",
        ["exit-plan", _] => "agreeing the exit plan with the person",
        ["exit-plan", "call", var weeks] => $"the call {weeks} weeks after the end",
        ["follow-up"] => "the dates of the results of follow-up",
        ["follow-up", var months] => $"the result of follow-up over {months} months",
        ["case", _] => "recording what happened to the case",
        [var track, "acknowledge", _] when Tracks.VictimIn(track) is { } victim => $"acknowledging what {VictimWords.Of(victims, victim)} asked for",
        [var track, "answer", _] when Tracks.VictimIn(track) is { } victim => $"answering what {VictimWords.Of(victims, victim)} asked for",
        [var track, "support"] when Tracks.VictimIn(track) is { } victim => $"{VictimWords.Of(victims, victim)}'s referral to support",
        [var track, "told-decision"] when Tracks.VictimIn(track) is { } victim => $"telling {VictimWords.Of(victims, victim)} about the decision",
        [var track, _] when Tracks.VictimIn(track) is { } victim => $"telling {VictimWords.Of(victims, victim)} about the ending",
        ["person", var news] => $"telling the person about {NewsWords.Of(news)}",
        ["answer", var news] => $"recording the person's answer to {NewsWords.Of(news)}",
        ["contest", var news] => $"the decision on {NewsWords.Of(news)}, which the person contests",
        ["complaint", "acknowledge", var number] => $"acknowledging complaint {number}",
        ["complaint", _, var number] => $"answering complaint {number}",
        ["offer"] => "the offer",
        ["term"] => "the term",
        ["cover"] => "the cover",
        ["concluding"] => "the records that are still open",
        [var condition, "outcome", ..] => $"the outcome of an appointment ({ConditionWords.Of(condition)})",
        [var condition, var part, ..] => $"{ConditionDescriptors.PartOf(condition, part)?.About ?? "a promise"} ({ConditionWords.Of(condition)})",
        [var condition] => ConditionWords.Of(condition),
        _ => "something that was promised",
    };
}
