using System.Collections.Frozen;
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
        ["remove-offence"] = "Remove the offence",
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
        ["record-evidence"] = "Record the evidence",
        ["correct-attendance"] = "Correct the outcome",
        ["excuse-period"] = "Excuse the period",
        ["arrange-placement"] = "Arrange a placement",
        ["record-victim-contact"] = "Record the contact with the victim",
        ["record-victim-answer"] = "Record the victim’s answer",
        ["record-victim-withdrawal"] = "Record that the victim withdrew",
        ["record-preparation"] = "Record the preparation",
        ["record-restorative-outcome"] = "Record the restorative meeting, exchange or letter",
        ["record-tag-consent"] = "Record consent to the tag",
        ["withdraw-tag-consent"] = "Record that consent to the tag was withdrawn",
        ["record-tag-fitted"] = "Record that the tag was fitted",
        ["receive-tag-event"] = "Enter a tag event by hand",
        ["review-tag-event"] = "Review the tag event",
        ["confirm-tag-removed"] = "Confirm that the tag was removed",
        ["send-pathway-referral"] = "Send the referral to the provider",
        ["accept-pathway-referral"] = "Accept the referral",
        ["decline-pathway-referral"] = "Decline the referral",
        ["record-pathway-assessment"] = "Record an assessment",
        ["close-pathway"] = "Close the pathway",
        ["receive-custody-notice"] = "Record a custody notice",
        ["review-custody-notice"] = "Record that the custody notice was read",
        ["settle-arrest"] = "Settle the arrest",
        ["change-key-worker"] = "Change the key worker",
        ["cover-case"] = "Arrange cover",
        ["end-cover"] = "End the cover",
        ["vary-agreement"] = "Vary the agreement",
        ["waive-condition"] = "Waive the condition",
        ["substitute-condition"] = "Replace the condition",
        ["fail-condition"] = "Record that the condition failed",
        ["extend-term"] = "Extend the term",
        ["discontinue"] = "Discontinue without fault",
        ["record-case-outcome"] = "Record what happened to the case",
        ["add-note"] = "Add a note",
        ["read-partner-notes"] = "Read the partner’s notes",
        ["tell-person"] = "Record that the person was told",
        ["record-answer"] = "Record the person's answer",
        ["record-failure"] = "Record an unexcused failure",
        ["record-violence"] = "Record violence",
        ["withdraw-warning"] = "Withdraw the warning",
        ["propose-breach"] = "Propose a breach",
        ["decide-breach"] = "Decide the breach",
        ["acknowledge-alert"] = "Acknowledge the alert",
    }.ToFrozenDictionary();

    /// <summary>For a case in its present state.</summary>
    public static string Label(string command, AgreementState state, CommandSubject about, Actor reader) => command switch
    {
        "schedule-appointment" when about.Condition is { } id && state.ConditionOrNull(id) is { } condition => $"Book a {SubjectWords.Thing(condition)}",
        "accept-pathway-referral" when reader.Role != Role.Provider => "Record that the provider accepted",
        "decline-pathway-referral" when reader.Role != Role.Provider => "Record that the provider declined",
        "add-note" when about.Condition is not null && !Access.AccessPolicy.IsPartner(reader) => "Write a note for the partner",
        "cover-case" when state.Cover is not null => "Change the cover",
        "record-case-outcome" when state.CaseOutcome is not null => "Correct what happened to the case",
        "record-check" when IsAnswered(state.Referral, about.Item) => "Change the answer to a check",
        "record-answer" when about.Item is { } contested && state.NewsOrNull(contested)?.Kind == Domain.Telling.NewsKind.Warning => "Record what the person says against it",
        "tell-person" when about.Item is { } news && state.NewsOrNull(news)?.Told is not null => "Correct how the person was told",
        _ => Label(command),
    };

    /// <param name="command">A name of the catalogue.</param>
    public static string Label(string command) => Labels[command];

    private static bool IsAnswered(ReferralState referral, string? check) =>
        (check == nameof(CheckKind.Safeguarding) ? referral.SafeguardingConcern : referral.DomesticAbuseConcern) is not null;
}
