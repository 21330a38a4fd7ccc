using Diversion.Casework.Conditions;
using Diversion.Casework.Correspondence;
using Diversion.Domain;
using Diversion.Domain.Conditions;
using Diversion.Domain.Schemes;
using Diversion.Domain.Term;

namespace Diversion.Casework.Papers;

/// <summary>Conditions and changes as printed on an agreement.</summary>
internal static class PaperTexts
{
    /// <summary>Mails leave out what the paper must say: the support, who gives it, and the places of the tag.</summary>
    public static PaperCondition Of(ConditionTerms terms, SchemeRules scheme)
    {
        var kind = ConditionDescriptors.Of(terms.Kind);
        return new PaperCondition(Words.Sentence(kind.ShortName), kind.Plain(terms, scheme), [.. kind.OnPaper(terms, scheme)]);
    }

    /// <summary>What a version changed, one line each; none for the first.</summary>
    public static IReadOnlyList<string> Changes(AgreementVersion version, SchemeRules scheme) =>
    [
        .. version.Removed.Select(one => $"No longer part of the agreement: {ConditionTexts.Plain(one.Terms, scheme)}"),
        .. version.Added.Select(one => $"New: {ConditionTexts.Plain(one.Terms, scheme)}"),
        .. version.TakenIn.Select(one => $"It now also covers this offence: {one.Description}, on {Words.Date(one.CommittedOn)}"),
        .. version.LastDayBefore is { } before ? [$"The agreement now lasts to the end of {Words.Date(version.LastDay)}, instead of {Words.Date(before)}."] : (string[])[],
    ];

    /// <summary>Whether and how the person agreed to a version.</summary>
    public static string Agreed(AgreementVersion version) => version switch
    {
        { Number: 1 } => $"Signed on {Words.Date(version.State.Term!.SignedOn)}.",
        { Agreed: { How: { } how } agreed } => $"The person agreed on {Words.Date(agreed.On)}, {How(how)}.",
        { Agreed: { } agreed } => $"The person agreed on {Words.Date(agreed.On)}. How they agreed was not recorded.",
        { Added.Count: 0, LastDayBefore: null } => "The person did not have to agree: something was taken away and nothing new was asked of them.",
        _ => "The person’s agreement was not recorded.",
    };

    private static string How(AgreedHow how) => how switch
    {
        AgreedHow.Signed => "by signing this version",
        AgreedHow.InPerson => "in person",
        AgreedHow.Telephone => "by telephone",
        AgreedHow.VideoCall => "by video call",
        AgreedHow.Writing => "in writing",
        _ => Words.Of(how),
    };
}
