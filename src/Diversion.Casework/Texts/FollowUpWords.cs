using Diversion.Casework.Formatting;
using Diversion.Domain;
using Diversion.Domain.FollowUp;

namespace Diversion.Casework.Texts;

/// <summary>Follow-up as text.</summary>
public static class FollowUpWords
{
    public static string Of(ReoffenceOutcome outcome) => outcome switch
    {
        ReoffenceOutcome.Open => "no outcome yet",
        ReoffenceOutcome.Conviction => "conviction",
        ReoffenceOutcome.Caution => "caution",
        ReoffenceOutcome.Outcome22 => "outcome 22",
        ReoffenceOutcome.CommunityResolution => "community resolution",
        _ => "not proven",
    };

    public static string Of(DepartureCause cause) => cause == DepartureCause.Died ? "died" : "moved abroad";

    /// <summary>"conviction on 3 November 2026".</summary>
    public static string OutcomeOf(Reoffence reoffence) => reoffence.OutcomeOn is { } on ? $"{Of(reoffence.Outcome)} on {Words.Date(on)}" : Of(reoffence.Outcome);

    internal static string Of(FollowUpEvent happened) => happened switch
    {
        FollowUpEvent.FollowUpScheduled e => $"Follow-up from {Words.Date(e.Start)}: {string.Join("; ", e.Periods.Select(period => $"the result over {period.Months} months is recorded by {Wording.At(period.Record.Due)}"))}.",
        FollowUpEvent.ReoffenceRecorded { Reoffence: var one } => $"Reoffence {one.Number} of {Words.Date(one.OffenceOn)} was recorded: {OutcomeOf(one)}.",
        FollowUpEvent.ReoffenceCorrected { Reoffence: var one } => $"Reoffence {one.Number} was corrected: offence of {Words.Date(one.OffenceOn)}, {OutcomeOf(one)}.",
        FollowUpEvent.ReoffenceRemoved e => $"Reoffence {e.Number} was removed: it had been recorded in error.",
        FollowUpEvent.RecordsSearched e => $"The police’s records were searched up to {Words.Date(e.Until)}.",
        FollowUpEvent.DepartureRecorded e => $"The person {Of(e.Cause)} on {Words.Date(e.On)}, so follow-up ends there.",
        FollowUpEvent.DepartureRemoved => "The death or the move abroad had been recorded in error. Follow-up goes on.",
        FollowUpEvent.CustodyTimeRecorded { Until: { } until } e => $"In custody from {Words.Date(e.From)} to {Words.Date(until)}.",
        FollowUpEvent.CustodyTimeRecorded e => $"In custody since {Words.Date(e.From)}.",
        FollowUpEvent.CustodyTimeRemoved e => $"The time in custody from {Words.Date(e.From)} was removed: it had been recorded in error.",
        _ => throw Wording.Missing(happened),
    };
}
