using NodaTime;

namespace Diversion.Casework.Schemes;

/// <summary>What the schema of a bank holiday file can't express: coverage, weekdays, each day once, a source for each year.</summary>
internal static class BankHolidayChecks
{
    public static void Run(Findings findings)
    {
        Days(findings);
        if (findings.Date("$.from") is not { } from || findings.Date("$.to") is not { } to)
        {
            return;
        }

        if (from > to)
        {
            findings.Fault("$.to", $"Give a day on or after from ({from:uuuu-MM-dd}); found {to:uuuu-MM-dd}.");
            return;
        }

        foreach (var path in findings.Items("$.holidays").Select(holiday => $"{holiday}.date"))
        {
            if (findings.Date(path) is { } day && (day < from || day > to))
            {
                findings.Fault(path, $"{day:uuuu-MM-dd} is outside the coverage {from:uuuu-MM-dd} to {to:uuuu-MM-dd}: remove it or widen the coverage.");
            }
        }

        Sources(findings, from.Year, to.Year);
    }

    private static void Days(Findings findings)
    {
        var seen = new HashSet<LocalDate>();
        foreach (var path in findings.Items("$.holidays").Select(holiday => $"{holiday}.date"))
        {
            if (findings.Date(path) is not { } day)
            {
                continue;
            }

            if (!seen.Add(day))
            {
                findings.Fault(path, $"{day:uuuu-MM-dd} is in the list already: remove it.");
            }

            if (day.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday)
            {
                findings.Fault(path, $"{day:uuuu-MM-dd} is a {day.DayOfWeek}: give the substitute day, which is a weekday.");
            }
        }
    }

    private static void Sources(Findings findings, int firstYear, int lastYear)
    {
        var spans = new List<(int From, int To)>();
        foreach (var source in findings.Items("$.sources"))
        {
            if (findings.Number($"{source}.fromYear") is not { } from || findings.Number($"{source}.toYear") is not { } to)
            {
                // The fault itself is reported; the years that the file was meant to cover are not known.
                return;
            }

            spans.Add((from, to));
        }

        for (var year = firstYear; spans.Count > 0 && year <= lastYear; year++)
        {
            var sources = spans.Count(span => span.From <= year && year <= span.To);
            if (sources != 1)
            {
                findings.Fault("$.sources", $"Name exactly one source for {year}; found {sources}.");
            }
        }
    }
}
