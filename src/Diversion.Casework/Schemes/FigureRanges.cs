using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Diversion.Casework.Schemes;

/// <summary>
/// The least and the most of each figure. The most only catches typing errors (150 for 15). The JSON schemas have the same
/// figures for editors, and a test keeps the two the same.
/// </summary>
internal static partial class FigureRanges
{
    private static readonly FrozenDictionary<string, FigureRange> Ranges = new Dictionary<string, FigureRange>
    {
        ["$.version"] = new(1, 9999),
        ["$.term.months"] = new(0, 12),
        ["$.term.weeks"] = new(0, 52),
        ["$.offer.lapseDays"] = new(1, 60),
        ["$.eligibility[].number"] = new(0, 120),
        ["$.checks.dueWorkingDays"] = new(1, 20),
        ["$.chargeBy.marginDays"] = new(0, 90),
        ["$.chargeBy.alertDays[]"] = new(1, 180),
        ["$.conditions.most"] = new(1, 10),
        ["$.conditions.mostPathways"] = new(0, 10),
        ["$.restorativeJustice.victimContactWorkingDays"] = new(1, 60),
        ["$.restorativeJustice.victimAnswerWorkingDays"] = new(1, 60),
        ["$.restorativeJustice.heldByWeek"] = new(1, 52),
        ["$.reparation.defaultHours"] = new(1, 240),
        ["$.reparation.leastHours"] = new(1, 240),
        ["$.reparation.mostHours"] = new(1, 240),
        ["$.reparation.placementDays"] = new(1, 90),
        ["$.reparation.finishDaysBeforeEnd"] = new(0, 90),
        ["$.tagMonitoring.fitWorkingDays"] = new(1, 20),
        ["$.tagMonitoring.reviewWorkingDays"] = new(1, 20),
        ["$.tagMonitoring.removalWorkingDays"] = new(1, 20),
        ["$.tagMonitoring.violationLimit"] = new(0, 50),
        ["$.supervision.firstMeetingWorkingDays"] = new(1, 20),
        ["$.supervision.weeklyPeriods"] = new(0, 52),
        ["$.supervision.lateAfterMinutes"] = new(0, 120),
        ["$.pathway.referralWorkingDays"] = new(1, 60),
        ["$.pathway.acceptanceWorkingDays"] = new(1, 90),
        ["$.recording.outcomeWorkingDays"] = new(1, 20),
        ["$.recording.evidenceWorkingDays"] = new(1, 20),
        ["$.recording.concludingWorkingDays"] = new(1, 20),
        ["$.recording.settleWorkingDays"] = new(1, 20),
        ["$.recording.reminderDaysBefore[]"] = new(0, 28),
        ["$.recording.creditToleranceMinutes"] = new(0, 60),
        ["$.escalation.ladder[].workingDays"] = new(0, 60),
        ["$.breach.firstWarningAt"] = new(1, 20),
        ["$.breach.finalWarningAt"] = new(1, 20),
        ["$.breach.proposeAt"] = new(1, 20),
        ["$.breach.decideWorkingDays"] = new(1, 20),
        ["$.breach.answerWorkingDays"] = new(0, 20),
        ["$.breach.decideDaysBeforeChargeBy"] = new(0, 60),
        ["$.breach.mostExtensionDays"] = new(0, 180),
        ["$.tellPerson.workingDays"] = new(1, 20),
        ["$.victim.toldWorkingDays"] = new(1, 20),
        ["$.victim.toldEnhancedWorkingDays"] = new(1, 20),
        ["$.victim.supportReferralWorkingDays"] = new(1, 20),
        ["$.caseOutcome.recordWorkingDays"] = new(1, 60),
        ["$.caseOutcome.sergeantFromDays"] = new(0, 180),
        ["$.caseOutcome.leadFromDays"] = new(0, 180),
        ["$.retention.outcomeYears"] = new(1, 100),
        ["$.retention.draftDays"] = new(1, 3650),
        ["$.sources[].fromYear"] = new(1971, 2200),
        ["$.sources[].toYear"] = new(1971, 2200),
    }.ToFrozenDictionary();

    public static FigureRange Of(string path) => Ranges[Index().Replace(path, "[]")];

    [GeneratedRegex(@"\[\d+\]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Index();
}

internal readonly record struct FigureRange(int Least, int Most);
