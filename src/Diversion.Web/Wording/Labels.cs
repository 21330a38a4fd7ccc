using Diversion.Casework.Correspondence;
using Diversion.Casework.Queries;
using Diversion.Domain;
using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions;
using Diversion.Domain.Schemes;

namespace Diversion.Web.Wording;

/// <summary>Statuses, roles and kinds in words. No page shows the name of an enum.</summary>
public static class Labels
{
    public static Label Of(AgreementStatus status) => new(Sentence(Words.Of(status)), status switch
    {
        AgreementStatus.Active => "blue",
        AgreementStatus.BreachReview => "red",
        AgreementStatus.Concluding => "yellow",
        AgreementStatus.Completed => "green",
        AgreementStatus.Breached => "orange",
        AgreementStatus.Referred or AgreementStatus.Eligible or AgreementStatus.Offered => "teal",
        _ => "grey",
    });

    public static Label Of(ConditionStatus status) => new(Sentence(Words.Of(status)), status switch
    {
        ConditionStatus.SettingUp => "teal",
        ConditionStatus.InProgress => "blue",
        ConditionStatus.Kept => "green",
        ConditionStatus.Failed => "red",
        _ => "grey",
    });

    public static string Of(Role role) => role switch
    {
        Role.Facilitator => "Restorative justice facilitator",
        Role.Provider => "Partner provider",
        Role.Feed => "Connected system",
        Role.Clock => "Diversion",
        _ => Sentence(Words.Of(role)),
    };

    public static string Of(Addressee owner) => Sentence(Words.Of(owner));

    /// <summary>A condition by its id: "Restorative justice".</summary>
    public static string Condition(string id) => Sentence(ConditionWords.Of(id));

    /// <summary>A promise by its rule, as what is to be done: "Have the tag fitted".</summary>
    public static string Task(string rule) => TaskTexts.Of(rule).What;

    /// <summary>With a capital first letter.</summary>
    public static string Sentence(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];
}
