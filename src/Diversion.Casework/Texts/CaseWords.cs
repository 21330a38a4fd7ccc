using Diversion.Casework.Formatting;
using Diversion.Domain;
using Diversion.Domain.Eligibility;
using Diversion.Domain.Referral;
using Diversion.Domain.Telling;
using Diversion.Domain.Victim;
using NodaTime;

namespace Diversion.Casework.Texts;

/// <summary>Sentences for referral, eligibility and the victim.</summary>
internal static class CaseWords
{
    public static string Of(ReferralEvent happened) => happened switch
    {
        ReferralEvent.Referred e => $"Referred by {e.Officer.Name} for an offence of {Words.Date(e.Offence.CommittedOn)}; {ChargeBy(e.ChargeBy)}. Safeguarding and domestic-abuse checks were requested.",
        ReferralEvent.OffenceAdded e => $"Offence {e.Number}, of {Words.Date(e.Offence.CommittedOn)}, was added; {ChargeBy(e.ChargeBy)}.",
        ReferralEvent.OffenceCorrected e => $"Offence {e.Number} was corrected; {ChargeBy(e.ChargeBy)}.",
        ReferralEvent.OffenceRemoved e => $"Offence {e.Number} was removed; {ChargeBy(e.ChargeBy)}.",
        ReferralEvent.Amended e => $"The details of the person or the offence were corrected; {ChargeBy(e.ChargeBy)}.",
        ReferralEvent.ContactChanged e => Contact(e),
        ReferralEvent.CircumstancesRecorded => "How to meet the person was recorded.",
        ReferralEvent.StaffRiskRecorded e => e.Risk is null ? "There is no risk to staff any more." : "A risk to staff was recorded.",
        ReferralEvent.FactsRecorded => "Answers to eligibility questions were recorded.",
        ReferralEvent.RiskRecorded e => $"Risk was recorded: tool {Wording.Band(e.ToolBand)}, officer's judgement {Wording.Band(e.JudgedBand)}.",
        ReferralEvent.RiskOverridden e => $"A sergeant overrode the risk band: {Words.Of(e.Band)}{(e.From is { } from ? $" instead of {Words.Of(from)}" : "")}.",
        ReferralEvent.CheckReturned e => $"The {(e.Check == CheckKind.Safeguarding ? "safeguarding" : "domestic-abuse")} check came back: {(e.Concern ? "there is a concern" : "no concern")}.",
        ReferralEvent.RuleOverridden e => $"A sergeant overrode the rule “{e.Message.TrimEnd('.')}”.",
        ReferralEvent.EligibilityApproved e => Approved(e),
        ReferralEvent.PossibleDuplicatesSeen e => $"The person may have {(e.Cases.Length == 1 ? "another case" : "other cases")}: {Wording.List(e.Cases, other => $"{other.Agreement} ({DuplicateWords.Of(other.By)})")}. The case goes on.",
        ReferralEvent.FoundNotEligible e => $"Found not eligible. Rules not met: {Wording.List(e.Answers.Where(answer => answer.Answer == Answer.NotMet), answer => $"“{answer.Message.TrimEnd('.')}”")}.",
        ReferralEvent.ArmAllocated e => $"The trial allocated {ArmWords.Of(e.Arm)}{(e.FirstCase is { } first ? $", as in the earlier case {first}" : "")}.",
        ReferralEvent.LeftOutOfTrial e => $"The case was left out of the trial: {e.Reason.TrimEnd('.')}.",
        ReferralEvent.CrossoverRecorded e => $"The person received {ArmWords.Of(e.Received)} on {Words.Date(e.On)}: {e.Reason.TrimEnd('.')}.",
        ReferralEvent.ResearchConsentRecorded e => e.Given ? "The person agreed that their data may be used for research." : "The person does not agree that their data are used for research.",
        ReferralEvent.UnmetNeedRecorded e => $"No service meets a need: {Words.Of(e.Need)}; {UnmetNeedWords.Of(e.Because)}.",
        ReferralEvent.SharingConsentRecorded e => $"The person {(e.Given ? "agrees" : "does not agree, or not any more,")} that {e.Organisation} is told: {SharingWords.Of(e.Purpose)}.",
        ReferralEvent.UnmetNeedMet e => $"Something was found for unmet need {e.Number}.",
        ReferralEvent.NeedsRecorded e => $"Needs were recorded: {Wording.List(e.Needs, Words.Of)}.",
        ReferralEvent.GoalsRecorded e => $"The participant's own goals were recorded: {e.Goals.Length}.",
        _ => throw Wording.Missing(happened),
    };

    private static string Approved(ReferralEvent.EligibilityApproved e)
    {
        // A rule that is not met and was approved was overridden, whether or not that had an event of its own.
        var overridden = e.Answers.Where(answer => answer.Answer != Answer.Met).ToArray();
        return overridden.Length == 0
            ? "Eligibility was approved: every rule is met."
            : $"Eligibility was approved, with {Wording.Count(overridden.Length, "rule")} overridden: {Wording.List(overridden, answer => $"“{answer.Message.TrimEnd('.')}”")}.";
    }

    public static string Of(VictimEvent happened, VictimsState victims) => happened switch
    {
        VictimEvent.VictimRecorded { Victim: { } number, Details: { } details } => Recorded(victims, number, details),
        VictimEvent.VictimRecorded => "It was recorded that there is no victim.",
        VictimEvent.VictimRemoved e => $"{VictimWords.Start(victims, e.Victim)} was removed: recorded by mistake.",
        VictimEvent.VictimOptedOut e => $"{VictimWords.Start(victims, e.Victim)} does not want to be told about the case: they said so on {Words.Date(e.On)}.",
        VictimEvent.VictimRequestMade e => $"{VictimWords.Start(victims, e.Victim)} {(e.Kind == VictimRequestKind.Review ? "asked for a review" : "complained")} on {Words.Date(e.On)}; an answer is due by {Wording.At(e.Answer.Due)}.",
        VictimEvent.VictimRequestAcknowledged e => $"Request {e.Request} of {VictimWords.Of(victims, e.Victim)} was acknowledged{Contact(e.On, e.How)}.",
        VictimEvent.VictimRequestAnswered e => $"Request {e.Request} of {VictimWords.Of(victims, e.Victim)} was answered{Contact(e.On, e.How)}: {Words.Of(e.Outcome)}.",
        VictimEvent.VictimOptedIn e => $"{VictimWords.Start(victims, e.Victim)} wants to be told about the case again: they said so on {Words.Date(e.On)}.",
        VictimEvent.VictimSatisfactionRecorded { Satisfaction.Answered: false } e => $"{VictimWords.Start(victims, e.Victim)} was asked how satisfied they are on {Words.Date(e.Satisfaction.On)}, and did not wish to answer.",
        VictimEvent.VictimSatisfactionRecorded e => $"{VictimWords.Start(victims, e.Victim)} was asked on {Words.Date(e.Satisfaction.On)} how satisfied they are, and answered.",
        VictimEvent.VictimViewsRecorded e => $"{VictimWords.Start(victims, e.Victim)}'s views were sought; restorative justice: {e.WantsRestorativeJustice switch { true => "wanted", false => "not wanted", null => "not said" }}{(e.Statement is null ? "" : "; they made a statement")}{e.WantsCompensation switch { true => "; compensation: wanted", false => "; compensation: not wanted", null => "" }}.",
        VictimEvent.VictimReferredToSupport e => $"{VictimWords.Start(victims, e.Victim)} was referred to support{Contact(e.On, e.How)}.",
        VictimEvent.VictimToBeTold e => $"{VictimWords.Start(victims, e.Victim)} must be told about the {Words.Of(e.News)} by {Wording.At(e.By.Due)}.",
        VictimEvent.VictimTold e => $"{VictimWords.Start(victims, e.Victim)} was told about the {Words.Of(e.News)}{Contact(e.On, e.How)}.",
        _ => throw Wording.Missing(happened),
    };

    /// <summary>"A victim was recorded", "A business was recorded as victim 2, with enhanced rights".</summary>
    private static string Recorded(VictimsState victims, int number, VictimDetails details)
    {
        var who = details.Kind switch { VictimKind.Business => "A business", VictimKind.Child => "A child", _ => "A victim" };
        var which = (victims.IsOnly(number), details.Kind) switch { (true, VictimKind.Person) => "", (true, _) => " as victim", _ => $" as victim {number}" };
        return $"{who}{(details.Enhanced ? " with enhanced rights" : "")} was recorded{which}.";
    }

    /// <summary>" by telephone on 5 March 2026"; empty for records from before Diversion asked.</summary>
    public static string Contact(LocalDate? on, ToldHow? how) =>
        (how is { } means ? $" {NewsWords.How(means)}" : "") + (on is { } day ? $" on {Words.Date(day)}" : "");

    private static string Contact(ReferralEvent.ContactChanged e)
    {
        var details = e.Changed.Where(field => field is not (ContactField.Consent or ContactField.TextConsent)).ToArray();
        var changed = details.Length == 0 ? "" : $"Contact details changed: {Wording.List(details, ContactWords.Of)}.";
        var consent = !e.Changed.Contains(ContactField.Consent) ? ""
            : e.Contact.ContactConsent ? "The person agreed to be written to by email."
            : "The person withdrew consent to be written to by email. No more email is sent to them.";
        var texts = !e.Changed.Contains(ContactField.TextConsent) ? ""
            : e.Contact.TextConsent ? "The person agreed to text messages."
            : "The person withdrew consent to text messages. No more texts are sent to them.";
        return string.Join(' ', new[] { changed, consent, texts }.Where(sentence => sentence.Length > 0));
    }

    private static string ChargeBy(ChargeBy chargeBy) =>
        chargeBy.Date is { } date ? $"charge must be brought by {Words.Date(date)}" : "there is no time limit for a charge";
}
