using System.Collections.Frozen;
using Diversion.Casework.Access;
using Diversion.Casework.Conditions;
using Diversion.Casework.Steps;
using Diversion.Domain.Agreements;
using Diversion.Domain.Referral;

namespace Diversion.Casework.Texts;

/// <summary>The button text for each command that a person gives.</summary>
public static class ActionWords
{
    private static readonly FrozenDictionary<string, string> Labels = new Dictionary<string, string>
    {
        ["refer"] = "Refer a person",
        ["amend-referral"] = "Correct the person or the offence",
        ["add-offence"] = "Add another offence",
        ["correct-offence"] = "Correct the offence",
        ["take-offence-in"] = "Take another offence in",
        ["change-contact"] = "Change contact details or consent",
        ["record-check"] = "Record the answer to a check",
        ["record-facts"] = "Answer the eligibility questions",
        ["record-risk"] = "Record the risk assessment",
        ["override-risk"] = "Override the risk band",
        ["approve-eligibility"] = "Approve eligibility",
        ["find-not-eligible"] = "Find not eligible",
        ["allocate-arm"] = "Record the trial’s allocation",
        ["record-needs"] = "Record needs",
        ["record-goals"] = "Record the person’s own goals",
        ["record-victim"] = "Record the victim",
        ["record-victim-views"] = "Record the victim’s views",
        ["refer-victim-to-support"] = "Record the referral of the victim to support",
        ["tell-victim"] = "Record that the victim was told",
        ["make-offer"] = "Make an offer",
        ["withdraw-offer"] = "Withdraw the offer",
        ["decline-offer"] = "Record that the offer was declined",
        ["sign-agreement"] = "Record the signing",
        ["schedule-appointment"] = "Book a meeting or session",
        ["reschedule-appointment"] = "Move to another time",
        ["record-attendance"] = "Record the outcome",
        ["correct-attendance"] = "Correct the outcome",
        ["change-key-worker"] = "Change the key worker",
        ["cover-case"] = "Arrange cover",
        ["vary-agreement"] = "Vary the agreement",
        ["substitute-condition"] = "Replace the condition",
        ["extend-term"] = "Extend the term",
        ["record-case-outcome"] = "Record what happened to the case",
        ["add-note"] = "Add a note",
        ["tell-person"] = "Record that the person was told",
        ["record-answer"] = "Record the person's answer",
        ["decide-breach"] = "Decide the breach",
    }.ToFrozenDictionary();

    /// <summary>For a case in its present state.</summary>
    public static string Label(string command, AgreementState state, CommandSubject about, Actor reader) => command switch
    {
        "schedule-appointment" when about.Condition is { } id && state.ConditionOrNull(id) is { } condition => $"Book a {SubjectWords.Thing(condition)}",
        "add-note" when about.Condition is not null && !AccessPolicy.IsPartner(reader) => "Write a note for the partner",
        "cover-case" when state.Cover is not null => "Change the cover",
        "record-case-outcome" when state.CaseOutcome is not null => "Correct what happened to the case",
        "record-check" when IsAnswered(state.Referral, about.Item) => "Change the answer to a check",
        "record-answer" when about.Item is { } contested && state.NewsOrNull(contested)?.Kind == Domain.Telling.NewsKind.Warning => "Record what the person says against it",
        "tell-person" when about.Item is { } news && state.NewsOrNull(news)?.Told is not null => "Correct how the person was told",
        _ => OfKind(command, state, about, reader) ?? Label(command),
    };

    /// <param name="command">A name of the catalogue.</param>
    public static string Label(string command) => StepList.Of(command)?.Label ?? Labels[command];

    private static string? OfKind(string command, AgreementState state, CommandSubject about, Actor reader) =>
        about.Condition is { } id && state.ConditionOrNull(id) is { } condition ? ConditionDescriptors.Of(condition.Kind).Label(command, reader) : null;

    private static bool IsAnswered(ReferralState referral, string? check) =>
        (check == nameof(CheckKind.Safeguarding) ? referral.SafeguardingConcern : referral.DomesticAbuseConcern) is not null;
}
