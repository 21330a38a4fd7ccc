using Diversion.Casework.Conditions;

namespace Diversion.Casework.Texts;

/// <summary>The subject of an obligation, a due moment or an open condition, as text that fits into a sentence.</summary>
internal static class ObligationWords
{
    /// <param name="subject">Id of an obligation, condition or due moment, such as <c>pathway-2/acceptance</c>.</param>
    public static string Of(string subject) => subject.Split('/') switch
    {
        ["checks", "safeguarding"] => "the safeguarding check",
        ["checks", _] => "the domestic-abuse check",
        ["settle", var condition] => $"settling the condition {ConditionWords.Of(condition)}",
        ["breach", var number] => $"the decision on breach {number}",
        ["notice", _] => "reading a custody notice",
        ["partner-note", _] => "reading a partner's note",
        ["case", _] => "recording what happened to the case",
        ["victim", "support"] => "the victim's referral to support",
        ["victim", "told-decision"] => "telling the victim about the decision",
        ["victim", _] => "telling the victim about the ending",
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
