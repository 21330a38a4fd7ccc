using Diversion.Domain.Schemes;

namespace Diversion.Casework.Schemes;

/// <summary>What the schema of a scheme can't express: figures that only make sense together.</summary>
internal static class SchemeChecks
{
    // No calendar month is shorter, so a week counted like this is inside every term of that many months.
    private const int WeeksInAnyMonth = 4;

    private static readonly string[] NotAlwaysOpen = ["childrenOnly", "switchedOff", "from", "until"];

    /// <param name="words">Null when the vocabulary itself has faults.</param>
    public static void Run(Findings findings, Vocabulary? words)
    {
        Term(findings);
        EligibilityChecks.Run(findings, words);
        Descending(findings, "$.chargeBy.alertDays");
        NotAbove(findings, "$.conditions.mostPathways", "$.conditions.most");
        NotAbove(findings, "$.reparation.leastHours", "$.reparation.defaultHours");
        NotAbove(findings, "$.reparation.defaultHours", "$.reparation.mostHours");
        NotAbove(findings, "$.pathway.referralWorkingDays", "$.pathway.acceptanceWorkingDays");
        Descending(findings, "$.recording.reminderDaysBefore");
        Ladder(findings);
        Below(findings, "$.breach.firstWarningAt", "$.breach.finalWarningAt");
        Below(findings, "$.breach.finalWarningAt", "$.breach.proposeAt");
        NotAbove(findings, "$.caseOutcome.leadFromDays", "$.caseOutcome.sergeantFromDays");
        OutcomeCodes(findings);
        Routes(findings);
        Courses(findings);
        Ascending(findings, "$.followUp.months");
        Ascending(findings, "$.exitPlan.callWeeks");
        NotAbove(findings, "$.exitPlan.beginByWeek", "$.exitPlan.agreeByWeek");
        NotAbove(findings, "$.victim.toldEnhancedWorkingDays", "$.victim.toldWorkingDays");
    }

    /// <summary>Outcome 22 says that the activity was done, so it is never the outcome of a case that was not completed.</summary>
    private static void OutcomeCodes(Findings findings)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var path in findings.Items("$.caseOutcome.codes").Select(code => $"{code}.code"))
        {
            if (findings.Text(path) is not { } code)
            {
                continue;
            }

            if (code.Trim() == RouteRules.DeferredProsecution)
            {
                findings.Fault(path, "Remove it: outcome 22 is recorded by a completion, and by nothing else.");
            }
            else if (!seen.Add(code.Trim()))
            {
                findings.Fault(path, $"\"{code}\" is in the list already: remove it.");
            }
        }
    }

    private static void Courses(Findings findings)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var course in findings.Items("$.courses"))
        {
            if (findings.Text($"{course}.id") is { } id && !seen.Add(id))
            {
                findings.Fault($"{course}.id", $"\"{id}\" is already the id of another course: give each its own.");
            }

            NotAbove(findings, $"{course}.leastSessions", $"{course}.sessions");
        }
    }

    private static void Routes(Findings findings)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var routes = findings.Items("$.routes").ToArray();
        foreach (var route in routes)
        {
            if (findings.Text($"{route}.id") is { } id && !seen.Add(id))
            {
                findings.Fault($"{route}.id", $"\"{id}\" is already the id of another route: give each its own.");
            }

            if (findings.Text($"{route}.outcomeCode")?.Trim() == RouteRules.DeferredProsecution && findings.Text($"{route}.recorded") == "signing")
            {
                findings.Fault($"{route}.recorded", "Say activityDone: outcome 22 is recorded only when the activity is done.");
            }

            if (findings.Date($"{route}.from") is { } from && findings.Date($"{route}.until") is { } until && until < from)
            {
                findings.Fault($"{route}.until", $"Give a day from {from:uuuu-MM-dd} on, or leave it out.");
            }
        }

        // It is the route of every case for which nobody chose another one.
        if (routes is [var first, ..])
        {
            foreach (var path in NotAlwaysOpen.Select(name => $"{first}.{name}").Where(path => findings.Has(path) && findings.Flag(path) != false))
            {
                findings.Fault(path, "Put a route first that is always open to adults: it is the usual one.");
            }
        }
    }

    private static void Term(Findings findings)
    {
        if (findings.Number("$.term.months") is not { } months || findings.Number("$.term.weeks") is not { } weeks)
        {
            return;
        }

        if (months > 0 == weeks > 0)
        {
            findings.Fault("$.term", $"Set one of months and weeks above 0 and the other to 0; found {months} months and {weeks} weeks.");
        }
        else if (findings.Number("$.restorativeJustice.heldByWeek") is { } week && week > weeks + (months * WeeksInAnyMonth))
        {
            findings.Fault("$.restorativeJustice.heldByWeek", $"Give a week of the term, at most {weeks + (months * WeeksInAnyMonth)}; found {week}.");
        }
    }

    private static void Ladder(Findings findings)
    {
        var steps = findings.Items("$.escalation.ladder").Select(step => $"{step}.workingDays").ToArray();
        foreach (var (lower, upper) in steps.Zip(steps.Skip(1)))
        {
            Below(findings, lower, upper);
        }
    }

    private static void Descending(Findings findings, string list)
    {
        var items = findings.Items(list).ToArray();
        foreach (var (earlier, later) in items.Zip(items.Skip(1)))
        {
            if (findings.Number(earlier) is { } high && findings.Number(later) is { } low && low >= high)
            {
                findings.Fault(later, $"Put the list in descending order, each figure once: {low} comes after {high}.");
            }
        }
    }

    private static void Ascending(Findings findings, string list)
    {
        var items = findings.Items(list).ToArray();
        foreach (var (earlier, later) in items.Zip(items.Skip(1)))
        {
            if (findings.Number(earlier) is { } low && findings.Number(later) is { } high && low >= high)
            {
                findings.Fault(later, $"Put the list in ascending order, each figure once: {high} comes after {low}.");
            }
        }
    }

    private static void Below(Findings findings, string lower, string upper)
    {
        if (findings.Number(lower) is { } low && findings.Number(upper) is { } high && low >= high)
        {
            findings.Fault(upper, $"Give more than {lower[2..]} ({low}); found {high}.");
        }
    }

    private static void NotAbove(Findings findings, string lower, string upper)
    {
        if (findings.Number(lower) is { } low && findings.Number(upper) is { } high && low > high)
        {
            findings.Fault(lower, $"Give at most {upper[2..]} ({high}); found {low}.");
        }
    }
}
