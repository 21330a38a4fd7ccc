using Diversion.Casework.Correspondence;
using Diversion.Casework.Texts;
using Diversion.Domain;
using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.TagMonitoring;
using Diversion.Domain.Schemes;
using Diversion.Domain.Term;

namespace Diversion.Casework.Papers;

/// <summary>Conditions and changes as printed on an agreement.</summary>
internal static class PaperTexts
{
    /// <summary>Mails leave out what the paper must say: the support, who gives it, and the places of the tag.</summary>
    public static PaperCondition Of(ConditionTerms terms, SchemeRules scheme)
    {
        var title = ConditionTexts.Short(terms.Kind);
        return new PaperCondition(char.ToUpperInvariant(title[0]) + title[1..], ConditionTexts.Plain(terms, scheme), [.. Details(terms, scheme)]);
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

    private static IEnumerable<string> Details(ConditionTerms terms, SchemeRules scheme) => terms switch
    {
        ConditionTerms.Supervision => ["Your key worker tells you when and where. If you cannot come, tell them before the meeting."],
        ConditionTerms.Reparation own =>
        [
            .. own.Provider is { } provider ? [$"The work is with {provider}."] : (IEnumerable<string>)[],
            $"Do half of them by the middle of this agreement, and all of them at least {EventWords.Count(scheme.Reparation.FinishDaysBeforeEnd, "day")} before it ends.",
        ],
        ConditionTerms.RestorativeJustice own => [$"{own.Facilitator.Name} will talk with you. If the other person does not want to take part, that is never counted against you."],
        ConditionTerms.TagMonitoring own =>
        [
            .. (own.Zones.IsDefault ? [] : own.Zones).Select(zone => zone.Kind == TagZoneKind.Exclusion ? $"Keep away from: {zone.Description}" : $"Stay within: {zone.Description}"),
            "You can take back your consent to the tag at any time. Tell your key worker: the tag comes off, and a manager changes or lifts this condition.",
        ],
        ConditionTerms.Pathway own => [$"Support with {Words.Of(own.Need)}, from {own.Provider}."],
        _ => [],
    };
}
