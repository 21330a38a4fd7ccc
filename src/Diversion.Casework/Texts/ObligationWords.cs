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
        ["offer"] => "the offer",
        ["term"] => "the term",
        ["cover"] => "the cover",
        ["concluding"] => "the records that are still open",
        [var condition, var what, ..] => $"{What(what)} ({ConditionWords.Of(condition)})",
        [var condition] => ConditionWords.Of(condition),
        _ => "something that was promised",
    };

    private static string What(string what) => what switch
    {
        "outcome" => "the outcome of an appointment",
        "first" => "the first meeting",
        "period" => "a meeting in the period",
        "contact" => "the contact with the victim",
        "answer" => "the victim's answer",
        "held" => "the restorative meeting, exchange or letter",
        "placement" => "the placement",
        "half" => "half of the hours",
        "all" => "all of the hours",
        "fit" => "consent to the tag and its fitting",
        "review" => "the review of a tag event",
        "removal" => "the removal of the tag",
        "referral" => "the referral to the provider",
        "acceptance" => "the provider's acceptance",
        _ => "a promise",
    };
}
