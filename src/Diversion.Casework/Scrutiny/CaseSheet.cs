using Diversion.Casework.Access;
using Diversion.Casework.Analysis;
using Diversion.Casework.Conditions;
using Diversion.Casework.Formatting;
using Diversion.Casework.Streams;
using Diversion.Casework.Texts;
using Diversion.Domain;
using Diversion.Domain.Agreements;
using Diversion.Domain.Breach;
using Diversion.Domain.Eligibility;
using Diversion.Domain.Offer;
using Diversion.Domain.Referral;
using Diversion.Domain.Schemes;
using Diversion.Domain.Term;
using Diversion.Domain.Time;
using NodaTime;

namespace Diversion.Casework.Scrutiny;

/// <summary>One part of a case as the panel reads it.</summary>
public sealed record SheetPart(string Title, IReadOnlyList<string> Lines);

/// <summary>
/// A case as the scrutiny panel reads it: what was known and what was decided, with days counted from the referral in place
/// of dates. Of the person it has the age band, and of everybody else the role. Each line goes through
/// <see cref="FreeTextCheck"/>, also those that nobody typed.
/// </summary>
internal static class CaseSheet
{
    /// <summary>A sheet is read in some minutes. The rest of a long course is counted.</summary>
    private const int MostLines = 60;

    public static IReadOnlyList<SheetPart> Of(AgreementState state, IReadOnlyList<RecordedEvent> events, SchemeRules scheme)
    {
        var (names, identifiers) = CasePeople.Of(state, events);
        var check = new FreeTextCheck(names, identifiers);
        return [.. Parts(state, events, scheme).Where(part => part.Lines.Count > 0).Select(part => part with { Lines = [.. part.Lines.Select(check.Clean)] })];
    }

    private static IEnumerable<SheetPart> Parts(AgreementState state, IReadOnlyList<RecordedEvent> events, SchemeRules scheme)
    {
        var referral = state.Referral;
        yield return new("The person", [$"Age {AgeBands.Of(referral.Person.BornOn, WorkingCalendar.DateOf(referral.ReferredAt))} at the referral.", $"Risk band: {Wording.Band(referral.Risk.BandInForce)}.", .. Override(referral)]);
        yield return new("What it is about", [.. referral.Offences.Select(one => About(one.Offence, scheme))]);
        yield return new("Evidence and admission", [.. Basis(referral.Facts)]);
        yield return new("Rules that were not plainly met", [.. Rules(referral)]);
        yield return new("Victims", [.. Victims(state)]);
        yield return new("Conditions", [.. state.Conditions.Select(condition => $"{ConditionWords.Of(condition)}: {Words.Of(condition.Status)}.")]);
        yield return new("What was decided", [.. Course(state, events)]);
        yield return new("How it stands", [$"{Words.Sentence(Words.Of(state.Status))}.{(state.CaseOutcome is { } outcome ? $" What happened to the case: {Words.Of(outcome.Result)}." : "")}"]);
    }

    private static IEnumerable<string> Override(ReferralState referral) => referral.RiskOverride is { } changed
        ? [$"A sergeant changed the band from {Wording.Band(changed.From)} to {Words.Of(changed.Band)}.{Because(changed.Reason)}"]
        : [];

    private static string About(Offence offence, SchemeRules scheme) =>
        $"{Words.Sentence(scheme.Vocabulary.OffenceGroups.NameOf(offence.Group))}, {Words.Of(offence.Class)}: {offence.Description}"
        + (offence.DomesticAbuse == true ? " Domestic abuse." : "") + (offence.Aggravated == true ? " Racially or religiously aggravated." : "");

    private static IEnumerable<string> Basis(EligibilityFacts facts)
    {
        if (facts.Admission is { } admission)
        {
            yield return $"Admission: {Words.Of(admission)}.";
        }

        if (facts.SufficientEvidence is { } enough)
        {
            yield return enough ? "The evidential test is met." : "The evidential test is not met.";
        }

        if (facts.PublicInterest is { } interest)
        {
            yield return $"Public interest: {interest}";
        }

        if (facts.PreviousConvictions is { } convictions)
        {
            yield return $"Previous convictions: {convictions}.";
        }
    }

    private static IEnumerable<string> Rules(ReferralState referral) =>
    [
        .. referral.Answers.Where(answer => answer.Answer != Answer.Met).Select(answer => $"{(answer.Answer == Answer.NotMet ? "Not met" : "Not known")}: {answer.Message}"),
        .. referral.Overrides.Select(one => $"Overridden by a sergeant: {one.Message}{Because(one.Reason)}"),
    ];

    private static IEnumerable<string> Victims(AgreementState state) => state.Victims.All.Select((victim, index) =>
        $"Victim {index + 1}, {Words.Of(victim.Details.Kind)}: views {(victim.ViewsSought ? "sought" : "not sought")}."
        + (victim.WantsRestorativeJustice is { } wants ? wants ? " Wants restorative justice." : " Does not want restorative justice." : "")
        + (victim.Views is { } views ? $" They say: {views}" : ""));

    private static IEnumerable<string> Course(AgreementState state, IReadOnlyList<RecordedEvent> events)
    {
        var shown = events.Where(recorded => IsShown(recorded.Event)).ToArray();
        var begun = WorkingCalendar.DateOf(state.Referral.ReferredAt);
        foreach (var recorded in shown.Take(MostLines))
        {
            yield return $"Day {Period.DaysBetween(begun, WorkingCalendar.DateOf(recorded.At))}, {(recorded.ByRule || AccessPolicy.IsClock(recorded.By.Role) ? "by rule" : $"by a {Words.Of(recorded.By.Role)}")}: {EventWords.Of(recorded.Event, state.Victims)}{Because(recorded.Reason)}";
        }

        if (shown.Length > MostLines)
        {
            yield return $"And {shown.Length - MostLines} more steps.";
        }
    }

    private static bool IsShown(AgreementEvent happened) => happened is ReferralEvent.EligibilityApproved or ReferralEvent.FoundNotEligible
        or OfferEvent or BreachEvent.FailureRecorded or BreachEvent.WarningIssued or BreachEvent.WarningWithdrawn or BreachEvent.ContestDecided or BreachEvent.ViolenceRecorded
        or BreachEvent.BreachProposed or BreachEvent.BreachDecided or TermEvent.AgreementVaried or TermEvent.TermExtended or TermEvent.AgreementCompleted or TermEvent.AgreementDiscontinued;

    private static string Because(string? reason) => string.IsNullOrWhiteSpace(reason) ? "" : $" Reason: {reason}";
}
